# SPDX-License-Identifier: MIT
"""Files are read away from the window; the reading tells how far it is and can be called off."""

from pathlib import Path

from pytestqt.qtbot import QtBot
from ui.conftest import Driver
from ui.intake.incoming import fill

from annotator.domain import UsageError
from annotator.operations import ArticleChoices, ImportVerdict
from annotator.ui.intake.reading import ArticleReading, Looked


def test_what_a_folder_would_bring(driver: Driver, tmp_path: Path, qtbot: QtBot) -> None:
    folder = fill(tmp_path / "new")
    (folder / "5.txt").write_bytes((tmp_path / "one.txt").read_bytes())
    reading = ArticleReading(driver.window.session, for_new_project=False, parent=driver.window)
    shares: list[float] = []
    reading.progressed.connect(shares.append)
    with qtbot.waitSignal(reading.done) as told:
        reading.read([folder], ArticleChoices())
        assert reading.is_running
    looked: Looked = told.args[0]
    verdicts = [row.verdict for row in looked.preview.rows]
    assert verdicts == [
        ImportVerdict.NEW, ImportVerdict.REFUSED, ImportVerdict.REFUSED, ImportVerdict.NEW, ImportVerdict.KNOWN,
    ]  # fmt: skip
    assert all(0 <= share <= 1 for share in shares)
    assert not reading.is_running


def test_without_a_project_files_are_compared_among_themselves(driver: Driver, tmp_path: Path, qtbot: QtBot) -> None:
    reading = ArticleReading(driver.window.session, for_new_project=True, parent=driver.window)
    with qtbot.waitSignal(reading.done) as told:
        reading.read([tmp_path / "one.txt"], ArticleChoices())
    assert [row.verdict for row in told.args[0].preview.rows] == [ImportVerdict.NEW]


def test_it_can_be_called_off_and_refuses_what_is_no_encoding(driver: Driver, tmp_path: Path, qtbot: QtBot) -> None:
    reading = ArticleReading(driver.window.session, for_new_project=False, parent=driver.window)
    with qtbot.waitSignal(reading.called_off):
        reading.read([tmp_path / "one.txt"], ArticleChoices())
        reading.cancel()
    reading.cancel()
    with qtbot.waitSignal(reading.failed) as told:
        reading.read([tmp_path / "one.txt"], ArticleChoices(encodings={"one.txt": "klingon"}))
    assert isinstance(told.args[0], UsageError)
