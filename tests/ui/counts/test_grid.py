# SPDX-License-Identifier: MIT
"""The grid by keys and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.counts.made import OF_DOUBT, OF_TRUST, WHY, counts

from annotator.ui.counts.grid import CountGrid
from annotator.ui.counts.models import CountCell, MatrixModel, TableModel
from annotator.ui.theme.current import Theme


@pytest.fixture
def matrix(theme: Theme, qtbot: QtBot) -> CountGrid:
    model = MatrixModel()
    made = CountGrid(theme, model, name="Matrix")
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(700, 200)
    made.show()
    model.show_matrix(counts().matrices[0])
    made.setFocus()
    return made


def test_arrows_go_along_the_cells_and_enter_asks_for_their_passages(matrix: CountGrid) -> None:
    told: list[CountCell | None] = []
    entered: list[bool] = []
    matrix.chosen.connect(told.append)
    matrix.entered.connect(lambda: entered.append(True))
    assert matrix.cell is not None
    assert matrix.cell.selection == OF_TRUST, "the first cell is current at once"
    QTest.keyClick(matrix, Qt.Key.Key_Right)
    QTest.keyClick(matrix, Qt.Key.Key_Down)
    assert [cell and cell.selection for cell in told] == [OF_DOUBT, None]
    QTest.keyClick(matrix, Qt.Key.Key_Left)
    assert matrix.cell.status == WHY
    QTest.keyClick(matrix, Qt.Key.Key_Return)
    place = matrix.visualRect(matrix.counts.index(0, 0)).center()
    QTest.mouseClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert entered == [True, True]
    QTest.keyClick(matrix, Qt.Key.Key_Tab)
    assert matrix.currentIndex() == matrix.counts.index(0, 0), "Tab leaves the table"


def test_shades_stand_behind_the_numbers(matrix: CountGrid, theme: Theme) -> None:
    QTest.keyClick(matrix, Qt.Key.Key_Down)
    image = matrix.viewport().grab().toImage()
    box = matrix.visualRect(matrix.counts.index(0, 0))
    shaded = image.pixelColor(box.left() + 12, box.top() + 6)
    empty = matrix.visualRect(matrix.counts.index(0, 1))
    assert shaded != image.pixelColor(empty.left() + 12, empty.top() + 6)


def test_a_table_is_chosen_by_rows_and_is_as_high_as_its_rows(theme: Theme, qtbot: QtBot) -> None:
    model = TableModel()
    made = CountGrid(theme, model, name="Table")
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    model.show_counts(counts(), {})
    assert len(made.selectionModel().selectedIndexes()) == model.columnCount()
    assert made.wanted_height(most_rows=1) < made.wanted_height(most_rows=14)
    assert made.grab().width() == 900
