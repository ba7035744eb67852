# SPDX-License-Identifier: MIT
"""Cells: one stop of Tab, arrows among them, at most one chosen, drawn in every mode."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGridLayout
from pytestqt.qtbot import QtBot

from annotator.ui.pages.agreement_cards.cells import Cell, Cells
from annotator.ui.theme.current import Theme


class Plain(Cell):
    def draw(self, painter: QPainter, box: QRectF) -> None:
        painter.fillRect(box, self.theme.colour("soft"))


@pytest.fixture
def cells(theme: Theme, qtbot: QtBot) -> Cells:
    """Three in a triangle: (1,0), (2,0), (2,1)."""
    made = Cells(name="Triangle")
    qtbot.addWidget(made)
    grid = QGridLayout(made)
    found = {place: Plain(theme, words=f"cell {place}") for place in ((1, 0), (2, 0), (2, 1))}
    for place, cell in found.items():
        cell.setMinimumSize(60, 30)
        grid.addWidget(cell, *place)
    made.take(found)
    made.resize(200, 120)
    made.show()
    qtbot.waitActive(made)
    return made


def test_one_of_them_stops_tab(cells: Cells) -> None:
    stops = [place for place, cell in cells.cells.items() if cell.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [(1, 0)]


def test_arrows_go_to_what_lies_there(cells: Cells) -> None:
    first = cells.cells[1, 0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert cells.cells[2, 0].hasFocus()
    QTest.keyClick(cells.cells[2, 0], Qt.Key.Key_Right)
    assert cells.cells[2, 1].hasFocus()
    QTest.keyClick(cells.cells[2, 1], Qt.Key.Key_Up)
    assert cells.cells[1, 0].hasFocus(), "nothing stands above it, the nearest does"
    QTest.keyClick(cells.cells[1, 0], Qt.Key.Key_Up)
    assert cells.cells[1, 0].hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_choice_is_made_and_taken_back(cells: Cells, qtbot: QtBot, key: Qt.Key) -> None:
    cell = cells.cells[2, 1]
    cell.setFocus()
    with qtbot.waitSignal(cells.picked) as made:
        QTest.keyClick(cell, key)
    assert made.args == [2, 1]
    with qtbot.waitSignal(cells.picked) as other:
        QTest.mouseClick(cells.cells[1, 0], Qt.MouseButton.LeftButton)
    assert other.args == [1, 0]
    assert [each.isChecked() for each in cells.cells.values()] == [True, False, False]
    with qtbot.waitSignal(cells.picked) as back:
        QTest.mouseClick(cells.cells[1, 0], Qt.MouseButton.LeftButton)
    assert back.args == [-1, -1]


def test_choosing_for_somebody_tells_nobody(cells: Cells, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(cells.picked):
        cells.choose((2, 0))
        cells.choose(None)


@pytest.mark.parametrize("mode", ["light", "dark", "high_contrast"])
def test_the_chosen_and_the_focused_look_other(cells: Cells, theme: Theme, mode: str) -> None:
    theme.choose(mode)
    cell = cells.cells[2, 0]
    plain = cell.grab().toImage()
    cells.choose((2, 0))
    chosen = cell.grab().toImage()
    cell.setFocus()
    focused = cell.grab().toImage()
    assert plain != chosen
    assert chosen != focused
