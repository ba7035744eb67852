# SPDX-License-Identifier: MIT
"""The page of articles by keys: looking, sorting, editing, refusing, undoing, taking articles in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.article_tables import FIELDS, LONG, articles_page, edit, settled, stored, with_fields
from ui.conftest import Driver
from ui.intake.incoming import fill

from annotator.domain import Coder
from annotator.ui.articles.side import COPIES, VALUES
from annotator.ui.dialogs import files

Key = Qt.Key


@pytest.fixture
def fielded(open_window: Callable[[Path], Driver], make_project: Callable[..., Path], me: Coder) -> Driver:
    return open_window(with_fields(make_project(lead=me), me))


def test_a_value_is_edited_in_its_cell_and_undone(fielded: Driver) -> None:
    page = articles_page(fielded)
    assert page.table.hasFocus()
    assert page.subtitle.startswith("2 articles, ")
    edit(fielded, page, (0, "date"), "2024-13", end=Key.Key_Return)
    assert page.table.note.sentence == (
        "“Date” takes a date such as 2026, 2026-03 or 2026-03-15, not “2024-13”. Nothing was written."
    )
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClick(field, Key.Key_Backspace)
    QTest.keyClicks(field, "2")
    QTest.keyClick(field, Key.Key_Return)
    fielded.bot.waitUntil(lambda: page.rows.row(0).document.date == "2024-12")
    edit(fielded, page, (0, "outlet"), "Arab News", end=Key.Key_Return)
    fielded.bot.waitUntil(lambda: page.rows.row(0).document.outlet == "Arab News")
    fielded.key("z", at=page.table, ctrl=True)
    fielded.bot.waitUntil(lambda: page.rows.row(0).document.outlet == "")
    fielded.key("z", at=page.table, ctrl=True, shift=True)
    fielded.bot.waitUntil(lambda: page.rows.row(0).document.outlet == "Arab News")
    settled(fielded)
    assert stored(fielded.close())["one.txt"]["date"] == "2024-12"


def test_sort_filter_and_enter_opens_the_article(fielded: Driver) -> None:
    page = articles_page(fielded)
    page.table.sort_by(page.words.columns.index("title"))
    assert page.rows.row(0).document.name == "two.txt"
    assert page.sorted_by.currentText() == "By Title"
    fielded.key("f", at=page.table, ctrl=True)
    assert page.filter.hasFocus()
    QTest.keyClicks(page.filter, "first line")
    assert page.rows.rowCount() == 1
    page.table.setFocus()
    fielded.key(Key.Key_Return, at=page.table)
    fielded.bot.waitUntil(lambda: fielded.window.stack.currentWidget() is fielded.page)
    fielded.bot.waitUntil(lambda: fielded.window.pages.desk.article.document.name == "one.txt")
    page.filter.setText("nowhere")
    assert not page.table.isVisibleTo(page)


def test_f6_goes_round_the_parts(fielded: Driver) -> None:
    page = articles_page(fielded)
    page.acts()["region"]()
    assert page.side.isAncestorOf(fielded.window.focusWidget())
    page.acts()["region"]()
    assert page.filter.hasFocus()
    page.acts()["region"]()
    assert page.table.hasFocus()
    page.acts()["region_back"]()
    assert page.filter.hasFocus()


def test_own_fields_are_columns_and_the_page_says_what_is_selected(fielded: Driver) -> None:
    page = articles_page(fielded)
    assert page.words.headings()[6:8] == ["Country", "page"]
    assert [each.name for each in page.words.fields] == [each.name for each in FIELDS]
    fielded.key("a", at=page.table, ctrl=True)
    assert fielded.window.status.place.text == "2 selected"
    assert page.status == ("2 selected", "2 articles")


def test_an_empty_project_says_what_to_do(
    open_window: Callable[[Path], Driver], make_project: Callable[..., Path], me: Coder
) -> None:
    driver = open_window(make_project({}, lead=me))
    driver.window.activateWindow()
    driver.window.act("page_articles")
    page = driver.window.stack.currentWidget()
    settled(driver)
    assert page.add_first.hasFocus()
    driver.key(Key.Key_Space, at=page.add_first)
    assert page.is_taking_in
    assert page.intake.add_files.hasFocus()
    driver.key(Key.Key_Escape, at=page.intake.add_files)
    assert not page.is_taking_in


def test_articles_come_in_with_a_summary_and_go_by_undo(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fill(tmp_path / "new")
    monkeypatch.setattr(files, "ask_folder", lambda *_, **__: folder)
    driver.key("i", ctrl=True)
    page = driver.window.stack.currentWidget()
    driver.bot.waitUntil(page.intake.add_files.hasFocus)
    driver.key(Key.Key_Tab, at=page.intake.add_files)
    assert page.intake.add_folder.hasFocus()
    driver.key(Key.Key_Space, at=page.intake.add_folder)
    driver.bot.waitUntil(lambda: page.intake.preview is not None)
    assert page.intake.table.hasFocus()
    assert not page.intake.accept.isEnabled()
    assert page.intake.note == "Row 4: date cannot be stored as it stands."
    page.intake.table.choose(page.intake.rows.words.key(page.intake.rows.row(3)))
    driver.key(Key.Key_Space, at=page.intake.table)
    assert page.intake.accept.text() == "Add 2 articles"
    driver.key(Key.Key_Space, at=page.intake.accept)
    driver.bot.waitUntil(page.summary.isVisible)
    settled(driver)
    assert page.summary.title.text() == "2 articles were added"
    assert page.rows.rowCount() == 4
    assert page.rows.row(page.table.chosen[0]).document.name == "1.txt"
    assert {line.key for line in page.summary.lines.rows.lines} == {"refused 0", "out", "guessed"}
    driver.click(page.summary.undo)
    driver.bot.waitUntil(lambda: page.rows.rowCount() == 2)
    assert not page.summary.isVisible()


def test_files_that_are_dropped_are_looked_at(driver: Driver, tmp_path: Path) -> None:
    folder = fill(tmp_path / "new")
    driver.window.drop.dropped.emit([folder])
    driver.bot.waitUntil(lambda: driver.window.stack.currentWidget() is not driver.page)
    page = driver.window.stack.currentWidget()
    driver.bot.waitUntil(lambda: page.intake.preview is not None)
    assert page.is_taking_in
    driver.key("1", alt=True)
    assert driver.window.stack.currentWidget() is driver.page
    driver.key("2", alt=True)
    assert page.is_taking_in, "what was begun is still there"


def test_the_table_says_how_far_the_coding_is(driver: Driver) -> None:
    driver.code("The council", "1")
    page = articles_page(driver)
    state = next(at for at, heading in enumerate(page.words.headings()) if heading == "Coding")
    assert page.rows.index(page.rows.place_of(page.rows.rows[0].document.id), state).data() == "1 of 1 begun"


def test_copies_are_confirmed_and_have_a_letter(
    open_window: Callable[[Path], Driver], make_project: Callable[..., Path], me: Coder
) -> None:
    long = "\n\n".join(f"Paragraph {number} says what no other says, namely {number * 7}." for number in range(60))
    driver = open_window(make_project({"one.txt": long, "two.txt": f"{long}\n\nMore.", "x.txt": LONG}, lead=me))
    page = articles_page(driver)
    page.side.turn_to(COPIES)
    driver.bot.waitUntil(lambda: page.side.copies.group is not None)
    page.side.copies.confirm.setFocus()
    driver.key(Key.Key_Space, at=page.side.copies.confirm)
    column = next(at for at, heading in enumerate(page.words.headings()) if heading == "Copies")
    driver.bot.waitUntil(lambda: page.rows.index(0, column).data() == "A, 2 copies")
    page.side.turn_to(VALUES)


def test_a_narrow_window_turns_to_the_parts(fielded: Driver) -> None:
    fielded.window.resize(700, 600)
    page = articles_page(fielded)
    fielded.bot.waitUntil(lambda: page.columns.is_folded)
    assert page.table.isVisible()
    assert not page.side.isVisible()
    page.acts()["region"]()
    assert page.side.isVisible()
    assert not page.grab().isNull()
