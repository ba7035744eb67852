# SPDX-License-Identifier: MIT
"""The table's drawing: places on the axis, thresholds, width shared out."""

import pytest
from pytestqt.qtbot import QtBot
from ui.models.test_agreement import answer

from annotator.ui.pages.agreement_table import THRESHOLDS, AgreementTable, axis_place
from annotator.ui.theme.current import Theme


def test_places_on_the_axis() -> None:
    assert axis_place(0.5, left=10, width=100) == 60
    assert axis_place(-0.4, left=10, width=100) == 10
    assert THRESHOLDS == (0.667, 0.800)


@pytest.mark.parametrize("mode", ["light", "dark", "high_contrast"])
def test_it_is_as_high_as_its_rows(theme: Theme, qtbot: QtBot, mode: str) -> None:
    theme.choose(mode)
    table = AgreementTable(theme)
    qtbot.addWidget(table)
    table.resize(1100, 100)
    table.show_answer(answer())
    table.show()
    assert table.height() >= 4 * theme.px(40)
    assert sum(table.columnWidth(column) for column in range(table.figures.columnCount())) <= table.viewport().width()
    table.resize(560, 100)
    assert table.isColumnHidden(table.figures.columnCount() - 1), "the plot gives way first"
    table.resize(1100, 100)
    assert not table.isColumnHidden(table.figures.columnCount() - 1)
    table.selectRow(0)
    assert not table.grab().isNull()
    table.show_answer(None)
    assert table.figures.rowCount() == 0
