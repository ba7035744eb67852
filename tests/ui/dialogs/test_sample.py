# SPDX-License-Identifier: MIT
"""The draw: repeatable by its seed, refused in words, saved as a list."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.conftest import Driver

from annotator.ui.dialogs import files
from annotator.ui.dialogs.sample import SampleDialog


@pytest.fixture
def dialog(driver: Driver) -> Iterator[SampleDialog]:
    made = SampleDialog(driver.window._theme, driver.window.session, driver.window, documents=1)
    made.open()
    yield made
    made.close()


def drawn(driver: Driver, dialog: SampleDialog) -> list[str]:
    before = dialog.sample
    QTest.keyClick(dialog.number, Qt.Key.Key_Return)
    driver.bot.waitUntil(lambda: dialog.sample is not before)
    return [document.name for document in dialog.sample.documents]


def test_the_same_seed_draws_the_same(dialog: SampleDialog, driver: Driver) -> None:
    first = drawn(driver, dialog)
    assert len(first) == 1
    assert drawn(driver, dialog) == first
    assert dialog.drawn.text.startswith("1. ")
    seen = {tuple(first)}
    for seed in range(2, 9):
        dialog.seed.setText(str(seed))
        seen.add(tuple(drawn(driver, dialog)))
    assert len(seen) == 2


def test_too_many_are_refused_in_words(dialog: SampleDialog, driver: Driver) -> None:
    dialog.number.setText("9")
    QTest.keyClick(dialog.number, Qt.Key.Key_Return)
    driver.bot.waitUntil(lambda: bool(dialog.note.text))
    assert dialog.note.is_error
    assert not dialog.save.isEnabled()


def test_the_list_is_saved(
    dialog: SampleDialog, driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = drawn(driver, dialog)
    target = tmp_path / "sample.csv"
    monkeypatch.setattr(files, "ask_new_file", lambda *_, **__: target)
    driver.click(dialog.save)
    driver.bot.waitUntil(lambda: str(target) in dialog.note.text)
    assert names[0] in target.read_text(encoding="utf-8")
