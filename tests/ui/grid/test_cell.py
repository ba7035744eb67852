# SPDX-License-Identifier: MIT
"""Editing in place by keys: what has a fault is refused beside the cell and stays to be mended."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from ui.grid.people import AGE, NAME, TOWN, People, people

from annotator.ui.grid.model import GridModel
from annotator.ui.grid.view import Grid
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.choice import Choice

Key = Qt.Key


@pytest.fixture
def grid(theme: Theme, qtbot: QtBot) -> Grid:
    model = GridModel(People())
    made = Grid(theme, model, name="People", widths=lambda _: {NAME: 200, AGE: 80, TOWN: 120})
    model.setParent(made)
    qtbot.addWidget(made)
    model.show_rows(people())
    made.resize(500, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setCurrentIndex(model.index(0, NAME))
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def editor(grid: Grid) -> QLineEdit:
    return next(each for each in grid.viewport().findChildren(QLineEdit) if each.isVisible())


def test_typing_begins_to_edit_and_enter_stores(grid: Grid, qtbot: QtBot) -> None:
    QTest.keyClick(grid, "E")
    field = editor(grid)
    assert (field.text(), field.accessibleName()) == ("E", "Name")
    QTest.keyClicks(field, "va")
    QTest.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(lambda: grid.rows_of.words.taken == [("2", NAME, "Eva")])


def test_a_fault_is_said_beside_the_cell_and_nothing_is_written(grid: Grid, qtbot: QtBot) -> None:
    QTest.keyClick(grid, Key.Key_F2)
    field = editor(grid)
    assert field.selectedText() == "Ana <b>Roth</b>"
    QTest.keyClick(field, Key.Key_Delete)
    for key in (Key.Key_Return, Key.Key_Tab):
        QTest.keyClick(field, key)
        assert grid.note.sentence == "A name is needed."
        assert field.isVisible(), "it stays open to be mended"
    assert grid.rect().contains(grid.note.geometry())
    QTest.keyClicks(field, "A")
    assert grid.note.sentence == ""
    QTest.keyClick(field, Key.Key_Backspace)
    QTest.keyClick(field, Key.Key_Return)
    QTest.keyClick(field, Key.Key_Escape)
    qtbot.waitUntil(lambda: grid.state() == Grid.State.NoState)
    assert grid.note.sentence == ""
    assert grid.rows_of.words.taken == []
    assert grid.rows_of.row(0).cells[NAME] == "Ana <b>Roth</b>"


def test_leaving_an_editor_with_a_fault_writes_nothing_and_says_why(grid: Grid, qtbot: QtBot) -> None:
    QTest.keyClick(grid, Key.Key_F2)
    QTest.keyClick(editor(grid), Key.Key_Delete)
    grid.setFocus()
    qtbot.waitUntil(lambda: grid.state() == Grid.State.NoState)
    assert grid.note.sentence == "A name is needed."
    assert grid.rows_of.words.taken == []
    QTest.keyClick(grid, Key.Key_Down)
    assert grid.note.sentence == ""


def test_a_closed_list_offers_its_values_and_none(grid: Grid) -> None:
    grid.setCurrentIndex(grid.rows_of.index(0, TOWN))
    QTest.keyClick(grid, Key.Key_F2)
    box = next(iter(grid.viewport().findChildren(Choice)))
    assert [box.itemText(at) for at in range(box.count())] == ["not set", "Oslo", "Turin"]
    assert box.value == "Turin"
    QTest.keyClick(box, Key.Key_Up)
    QTest.keyClick(box, Key.Key_Return)
    assert grid.rows_of.words.taken == [("2", TOWN, "Oslo")]


def test_what_cannot_be_edited_stays_closed(grid: Grid) -> None:
    grid.setCurrentIndex(grid.rows_of.index(0, AGE))
    QTest.keyClick(grid, Key.Key_F2)
    assert grid.state() == Grid.State.NoState
