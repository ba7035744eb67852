# SPDX-License-Identifier: MIT
"""The table by real keys and mouse: choosing, ticking, sorting, entering."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.grid.people import AGE, NAME, TOWN, People, people

from annotator.ui.grid.model import GridModel
from annotator.ui.grid.view import Grid
from annotator.ui.theme.current import Theme

Key = Qt.Key


@pytest.fixture
def grid(theme: Theme, qtbot: QtBot) -> Grid:
    words = People()
    model = GridModel(words)
    made = Grid(theme, model, name="People", widths=lambda room: {NAME: 200, TOWN: 120} if room < 350 else {
        NAME: 200, AGE: 80, TOWN: 120})  # fmt: skip
    model.setParent(made)
    words.changed = model.refresh
    qtbot.addWidget(made)
    model.show_rows(people())
    made.resize(500, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.choose("1")
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def ids(grid: Grid) -> list[str]:
    return [row.id for row in grid.rows_of.shown]


def test_space_ticks_what_is_selected(grid: Grid) -> None:
    assert ids(grid) == ["2", "3", "1"]
    grid.choose("2")
    QTest.keyClick(grid, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert grid.chosen == [0, 1]
    QTest.keyClick(grid, Key.Key_Space)
    assert [row.ticked for row in grid.rows_of.shown] == [False, False, True]
    QTest.keyClick(grid, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(grid, Key.Key_Space)
    assert all(row.ticked for row in grid.rows_of.shown), "one that was not ticked lets all of them be"


def test_a_click_on_the_box_ticks_and_one_beside_it_does_not(grid: Grid) -> None:
    box = grid.visualRect(grid.rows_of.index(1, NAME))
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(15, 15))
    assert not grid.rows_of.row(1).ticked
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(90, 15))
    assert not grid.rows_of.row(1).ticked
    assert grid.chosen == [1]


def test_sorting_by_a_heading_keeps_what_is_chosen(grid: Grid) -> None:
    header = grid.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(AGE) + 10, 10)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert ids(grid) == ["2", "1", "3"]
    assert grid.rows_of.row(grid.chosen[0]).id == "1"
    grid.sort_by(AGE)
    assert ids(grid) == ["3", "1", "2"]


def test_enter_and_a_double_click_on_what_is_not_edited_go_there(grid: Grid, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.entered_row) as told:
        QTest.keyClick(grid, Key.Key_Return)
    assert told.args == [ids(grid).index("1")]
    box = grid.visualRect(grid.rows_of.index(0, AGE))
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    with qtbot.waitSignal(grid.entered_row) as told:
        QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert told.args == [0]


def test_a_narrow_table_leaves_columns_out(grid: Grid, qtbot: QtBot) -> None:
    grid.resize(330, 300)
    qtbot.waitUntil(lambda: grid.isColumnHidden(AGE))
    assert not grid.isColumnHidden(TOWN)
    assert not grid.grab().isNull()


def test_choosing_what_is_not_there_takes_the_first(grid: Grid) -> None:
    grid.choose("nobody")
    assert grid.chosen == [0]
