# SPDX-License-Identifier: MIT
"""Matrix and table as models: numbers, what is undefined, what is spoken, what is copied."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from ui.counts.made import OF_TRUST, WHY, counts

from annotator.ui.counts.models import CELL_ROLE, SHARE_ROLE, MatrixModel, TableModel

ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


def test_a_matrix_gives_numbers_shares_and_reasons(qapp: QApplication) -> None:
    model = MatrixModel()
    model.show_matrix(counts().matrices[0], joined=" about ")
    cells = [[model.index(row, column).data() for column in (0, 1)] for row in (0, 1)]
    assert cells == [["1,204", "0"], ["undefined", ""]]
    assert model.index(0, 0).data(SHARE_ROLE) == 1.0
    assert model.index(1, 1).data(CELL_ROLE) is None
    assert model.index(0, 0).data(CELL_ROLE).selection == OF_TRUST
    spoken = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
    assert spoken == ["Ana: (not set) about Trust: 1,204 passages", f"Ana: Times about Trust: {WHY}"]
    assert model.headerData(1, DOWN) == "Times"
    assert model.headerData(0, ACROSS, Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.copied() == "\tTrust\tDoubt\n(not set)\t1,204\t0\nTimes\tundefined\t\n"


def test_a_table_leaves_out_what_only_files_need_and_columns_without_anything(qapp: QApplication) -> None:
    model = TableModel()
    model.show_counts(counts(), {})
    heads = [model.headerData(column, ACROSS) for column in range(model.columnCount())]
    assert heads == ["Coder", "Outlet", "Name of the code", "Annotations", "Share"]
    rows = [[model.index(row, column).data() for column in range(5)] for row in (0, 1)]
    assert rows == [
        ["Ana", "(not set)", "Trust", "1,204", "25.0 %"],
        ["Ana", "Times", "Trust", "undefined", "undefined"],
    ]
    cell = model.index(0, 3).data(CELL_ROLE)
    assert (cell.words, cell.passages, cell.selection) == ("Ana, (not set), Trust", 1204, OF_TRUST)
    assert WHY in model.index(1, 3).data(Qt.ItemDataRole.ToolTipRole)
    assert model.copied().splitlines()[0] == "\t".join(heads)
