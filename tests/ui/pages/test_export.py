# SPDX-License-Identifier: MIT
"""Export in the window: what for, what exactly, a folder, then what was written."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from ui.conftest import Driver

from annotator import operations
from annotator.ui.dialogs import files
from annotator.ui.exporting.formats import FORMATS, Option
from annotator.ui.exporting.wanted import ExportWanted
from annotator.ui.jobs import Report
from annotator.ui.pages.export import STOPPED, ExportPage


def export_page(driver: Driver) -> ExportPage:
    driver.window.activateWindow()
    driver.key("0", alt=True)
    page = driver.window.stack.currentWidget()
    assert isinstance(page, ExportPage)
    driver.bot.waitUntil(lambda: page.state.startswith(("1 annotation", "No annotation")))
    return page


def into(monkeypatch: pytest.MonkeyPatch, folder: Path | None) -> None:
    monkeypatch.setattr(files, "ask_folder", lambda *_, **__: folder)


def focused() -> QWidget | None:
    return QApplication.focusWidget()


def test_the_whole_set_by_keys_alone(driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    driver.code("The council", "1")
    page = export_page(driver)
    assert page.state == "1 annotation of 1 coder in 1 article. 1 article without any."
    assert page.formats.hasFocus()
    into(monkeypatch, tmp_path / "out")
    QTest.keyClick(page, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    driver.bot.waitUntil(page.foot.export.hasFocus)
    QTest.keyClick(page.foot.export, Qt.Key.Key_Space)
    driver.bot.waitUntil(page.result.isVisible)
    driver.bot.waitUntil(page.result.open.hasFocus)
    assert page.result.title.text().endswith(f"written to {tmp_path / 'out'}")
    assert "The council" in (tmp_path / "out" / "annotations_long.csv").read_text(encoding="utf-8")
    assert str(tmp_path / "out") in page.command.command


def test_another_format_with_fewer_codes(driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    driver.code("The council", "1")
    page = export_page(driver)
    for _ in range(7):
        QTest.keyClick(page.formats, Qt.Key.Key_Down)
    assert page.wanted.format == "jsonl"
    assert page.title.text() == "JSON lines"
    assert page.which.expanders[Option.DOCUMENTS].isVisible()
    codes = page.which.lists[Option.CODES]
    driver.click(page.which.expanders[Option.CODES].head)
    QTest.keyClick(codes.list, Qt.Key.Key_Space)
    driver.bot.waitUntil(lambda: page.state == "No annotation is among what is chosen.")
    QTest.keyClick(codes.all, Qt.Key.Key_Space)
    QTest.keyClick(codes.all, Qt.Key.Key_Space)
    assert not page.foot.export.isEnabled()
    assert page.foot.missing == "No code is ticked"
    QTest.keyClick(codes.all, Qt.Key.Key_Space)
    driver.bot.waitUntil(page.foot.export.isEnabled)
    into(monkeypatch, tmp_path)
    driver.click(page.foot.export)
    driver.bot.waitUntil(page.result.isVisible)
    assert (tmp_path / "study.jsonl").stat().st_size > 100


def test_what_was_chosen_is_remembered_for_this_project(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = export_page(driver)
    page.choose("qdpx")
    driver.click(page.how.crlf)
    into(monkeypatch, tmp_path / "out")
    driver.click(page.foot.export)
    driver.bot.waitUntil(page.result.isVisible)
    kept = operations.remembered_export(driver.window.session.overview.project)
    assert kept == ExportWanted(format="qdpx", crlf=True).as_json()


def test_no_folder_writes_nothing(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    page = export_page(driver)
    into(monkeypatch, None)
    driver.click(page.foot.export)
    assert not page.writing.is_busy
    assert page.result.isHidden()


def test_a_folder_that_is_a_file_is_refused(driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "file"
    target.write_bytes(b"x")
    page = export_page(driver)
    into(monkeypatch, target)
    driver.click(page.foot.export)
    driver.bot.waitUntil(lambda: "name a folder" in driver.window.banner.sentence)
    assert page.foot.export.isEnabled()


def test_writing_can_be_stopped_by_key(driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = export_page(driver)
    going = Event()

    def write(_self: ExportWanted, _project: object, *, directory: Path, progress: Report) -> None:
        going.wait(10)
        progress(0.5)
        raise AssertionError(directory)

    monkeypatch.setattr(ExportWanted, "write", write)
    into(monkeypatch, tmp_path)
    driver.click(page.foot.export)
    driver.bot.waitUntil(page.foot.cancel.hasFocus)
    QTest.keyClick(page.foot.cancel, Qt.Key.Key_Space)
    going.set()
    driver.bot.waitUntil(lambda: driver.window.banner.sentence == STOPPED)
    assert page.foot.cancel.isHidden()
    assert page.foot.export.hasFocus()


def test_f6_goes_round_all_parts_in_both_directions(driver: Driver) -> None:
    page = export_page(driver)
    seen = []
    for _ in range(5):
        seen.append(focused())
        QTest.keyClick(page, Qt.Key.Key_F6)
    assert focused() is page.formats
    assert len(set(map(id, seen))) == 5
    QTest.keyClick(page, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert focused() is seen[-1]


def test_a_narrow_window_has_one_field_in_the_place_of_the_list(driver: Driver) -> None:
    page = export_page(driver)
    driver.window.resize(640, 500)
    driver.bot.waitUntil(page.format_choice.isVisible)
    assert not page.formats.isVisible()
    assert page.format_choice.hasFocus()
    QTest.keyClick(page.format_choice, Qt.Key.Key_Down)
    assert page.wanted.format == "csv"
    assert page.pane.horizontalScrollBar().maximum() == 0
    assert page.width() <= driver.window.width()


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_is_shown_without_a_warning(driver: Driver, name: str) -> None:
    page = export_page(driver)
    page.choose(name)
    driver.bot.waitUntil(lambda: not page.counting.is_busy)
    assert page.wanted.format == name
    assert page.command.command.startswith("annotator ")
    assert page.formats.value == name


def test_an_article_that_comes_meanwhile_is_offered(driver: Driver, tmp_path: Path) -> None:
    page = export_page(driver)
    page.choose("html")
    session, new = driver.window.session, tmp_path / "new.txt"
    new.write_text("Something new.", encoding="utf-8")
    author = session.coder.id
    session.write(lambda project: operations.import_texts(project, author=author, paths=[new]))
    driver.bot.waitUntil(lambda: page.which.lists[Option.DOCUMENTS].number == 3)
