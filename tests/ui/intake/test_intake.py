# SPDX-License-Identifier: MIT
"""The preview of an import, driven by keys: reading otherwise, correcting, settling copies."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from ui.conftest import TEXT, Driver
from ui.intake.incoming import fill

from annotator.operations import NearChoice
from annotator.ui.intake.frame import READING
from annotator.ui.intake.frame import TEXT as TEXT_PANEL
from annotator.ui.intake.intake import EMPTY, NOTHING_WRITTEN, Intake
from annotator.ui.intake.rows import DATE, TITLE
from annotator.ui.widgets.buttons import RadioDot

Key = Qt.Key


@pytest.fixture
def intake(driver: Driver) -> Intake:
    driver.window.act("add_articles")
    page = driver.window.stack.currentWidget()
    driver.window.activateWindow()
    made: Intake = page.intake
    driver.bot.waitUntil(made.add_files.hasFocus)
    return made


def look(driver: Driver, intake: Intake, *paths: Path) -> None:
    """Read these files and wait for the preview."""
    with driver.bot.waitSignal(intake.reading.done, timeout=20_000):
        intake.look_into(paths)


def choose(intake: Intake, place: int) -> None:
    intake.table.choose(intake.rows.words.key(intake.rows.row(place)))


def test_nothing_yet(intake: Intake) -> None:
    assert intake.subtitle == EMPTY
    assert not intake.accept.isEnabled()
    assert not intake.table.isVisible()


def test_a_guess_is_shown_and_another_reading_chosen(driver: Driver, intake: Intake, tmp_path: Path) -> None:
    look(driver, intake, fill(tmp_path / "new"))
    assert intake.subtitle == NOTHING_WRITTEN
    assert intake.table.hasFocus()
    choose(intake, 1)
    assert "Bürgermeisterin" in intake.pane.text.toPlainText()
    other = intake.pane.encoding.findChildren(RadioDot)[1]
    with driver.bot.waitSignal(intake.reading.done, timeout=20_000):
        other.click()
    assert "Bürgermeisterin" not in intake.pane.text.toPlainText()
    assert intake.table.chosen == [1], "the row stays chosen"
    assert list(intake.book.choices.encodings) == ["2.txt"]


def test_a_name_that_is_no_encoding_leaves_everything_as_it_was(driver: Driver, intake: Intake, tmp_path: Path) -> None:
    look(driver, intake, fill(tmp_path / "new"))
    with driver.bot.waitSignal(intake.reading.failed):
        intake.pane.encoding_chosen.emit("1.txt", "klingon")
    assert "klingon" in intake.note
    assert intake.rows.rowCount() == 4
    assert intake.book.choices.encodings == {}


def test_a_wrong_date_is_mended_in_its_cell(driver: Driver, intake: Intake, tmp_path: Path) -> None:
    look(driver, intake, fill(tmp_path / "new"))
    assert not intake.accept.isEnabled()
    assert intake.go_there.text() == "Correct row 4"
    driver.key(Key.Key_Space, at=intake.go_there)
    assert intake.table.currentIndex() == intake.rows.index(3, DATE)
    field = next(each for each in intake.table.viewport().findChildren(QLineEdit) if each.isVisible())
    QTest.keyClick(field, Key.Key_Return)
    assert intake.table.note.sentence.startswith("“Date” takes a date")
    field.selectAll()
    QTest.keyClicks(field, "2024-05")
    QTest.keyClick(field, Key.Key_Return)
    driver.bot.waitUntil(intake.accept.isEnabled)
    assert intake.accept.text() == "Add 3 articles"
    assert intake.go_there.isHidden()
    assert intake.book.metadata_by_place(intake.preview) == {3: {"date": "2024-05"}}


def test_columns_of_a_table_are_mapped_otherwise(driver: Driver, intake: Intake, tmp_path: Path) -> None:
    look(driver, intake, fill(tmp_path / "new"))
    intake.turn_to(READING)
    title = intake.options.controls["column title"]
    with driver.bot.waitSignal(intake.reading.done, timeout=20_000):
        QTest.keyClick(title, Key.Key_End)
    assert intake.rows.index(3, TITLE).data() == "A text of the row."
    intake.turn_to(TEXT_PANEL)


def test_copies_and_repeats_are_settled_for_all(driver: Driver, intake: Intake, tmp_path: Path) -> None:
    long = "\n\n".join(f"Paragraph {number} says what no other says, namely {number * 7}." for number in range(60))
    for name, body in (("a.txt", long), ("b.txt", f"{long}\n\nOne more."), ("c.txt", TEXT)):
        (tmp_path / "new").mkdir(exist_ok=True)
        (tmp_path / "new" / name).write_text(body, encoding="utf-8")
    look(driver, intake, tmp_path / "new")
    assert intake.strip.isVisible()
    assert intake.accept.text() == "Add 2 articles", "the third is there already"
    intake.strip.near._buttons["skip"].click()
    assert intake.accept.text() == "Add 1 article"
    choose(intake, 1)
    intake.pane.near._buttons["group"].click()
    assert intake.accept.text() == "Add 2 articles"
    assert intake.book.near_by_place(intake.preview) == {1: NearChoice.GROUP}
    assert intake.sums.startswith("2 articles will come in, 1 already there, 1 near-identical")


def test_more_files_keep_what_was_chosen(driver: Driver, intake: Intake, tmp_path: Path) -> None:
    look(driver, intake, fill(tmp_path / "new"))
    choose(intake, 0)
    driver.key(Key.Key_Space, at=intake.table)
    (tmp_path / "more.txt").write_text("More.\n", encoding="utf-8")
    look(driver, intake, tmp_path / "more.txt")
    assert intake.rows.rowCount() == 5
    assert not intake.book.is_taken(intake.rows.row(0))


def test_f6_and_enter_go_round_by_keys(driver: Driver, intake: Intake, tmp_path: Path) -> None:
    look(driver, intake, fill(tmp_path / "new"))
    choose(intake, 0)
    driver.key(Key.Key_Return, at=intake.table)
    assert intake.pane.text.hasFocus()
    intake.cycle(1)
    assert intake.cancel.hasFocus()
    intake.cycle(1)
    assert intake.table.hasFocus()
    intake.cycle(-1)
    assert intake.cancel.hasFocus()


def test_esc_stops_reading_then_leaves(driver: Driver, intake: Intake, tmp_path: Path) -> None:
    intake.look_into([fill(tmp_path / "new")])
    driver.key(Key.Key_Escape, at=intake)
    assert not intake.reading.is_running
    assert intake.subtitle == EMPTY
    with driver.bot.waitSignal(intake.left):
        driver.key(Key.Key_Escape, at=intake)


def test_a_folder_that_is_gone_is_a_row_with_its_reason(driver: Driver, intake: Intake, tmp_path: Path) -> None:
    look(driver, intake, tmp_path / "gone")
    assert intake.note == "Nothing in these files can come in."
    assert "Refused" in intake.rows.index(0, 2).data()
