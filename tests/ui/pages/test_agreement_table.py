# SPDX-License-Identifier: MIT
"""The table on screen: which columns give way, its height, its copy."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.measured import measured

from annotator.ui.models.agreement import ALPHA, CODE, INTERVAL, NEED, PLOT, SPANS, SPANS_OF
from annotator.ui.pages.agreement_table import AgreementTable
from annotator.ui.theme.current import Theme


def shown(table: AgreementTable) -> list[str]:
    return [each.name for place, each in enumerate(table.figures.columns) if not table.isColumnHidden(place)]


@pytest.fixture
def table(theme: Theme, qtbot: QtBot) -> AgreementTable:
    made = AgreementTable(theme)
    qtbot.addWidget(made)
    made.resize(1400, 100)
    made.show_answer(measured().answer)
    made.show()
    return made


def test_a_wide_table_shows_everything_and_each_coders_spans(table: AgreementTable, theme: Theme) -> None:
    names = shown(table)
    assert SPANS not in names
    assert {NEED, PLOT, INTERVAL} <= set(names)
    assert sum(name.startswith(SPANS_OF) for name in names) == 2
    assert table.height() >= 4 * theme.px(40)
    assert table.columnSpan(3, table.figures.first_measure) > 1


def test_columns_give_way_by_their_weight_and_alpha_never(table: AgreementTable) -> None:
    before = set(shown(table))
    for width in (1100, 800, 560, 400, 260):
        table.resize(width, table.height())
        now = set(shown(table)) - {SPANS}
        assert now <= before
        assert {CODE, ALPHA} <= now
        before = now
    assert before == {CODE, ALPHA}
    table.resize(1400, table.height())
    assert NEED in shown(table)


@pytest.mark.parametrize("width", [1400, 900, 500])
def test_what_is_shown_fits(table: AgreementTable, width: int) -> None:
    table.resize(width, table.height())
    columns = range(table.figures.columnCount())
    assert sum(table.columnWidth(column) for column in columns) <= table.viewport().width()


def test_ten_coders_have_one_column_together(theme: Theme, qtbot: QtBot) -> None:
    table = AgreementTable(theme)
    qtbot.addWidget(table)
    table.resize(2400, 100)
    table.show_answer(measured(10).answer)
    assert SPANS in shown(table)
    assert not any(name.startswith(SPANS_OF) for name in shown(table))


def test_the_copy_has_every_figure_also_those_without_room(table: AgreementTable) -> None:
    table.resize(560, table.height())
    lines = table.copied().splitlines()
    assert lines[0].startswith("Code\t")
    assert len(lines) == 5
    names = [each.name for each in table.figures.columns if each.name not in (PLOT, SPANS)]
    assert NEED in names
    assert len(names) > len(shown(table))
    assert {len(line.split("\t")) for line in lines} == {len(names)}
    assert lines[1].split("\t")[0] == "Evidence of trust"
    assert "Undefined (no variation" in lines[4]


@pytest.mark.parametrize("mode", ["light", "dark", "high_contrast"])
def test_it_is_drawn_in_every_mode(table: AgreementTable, theme: Theme, mode: str) -> None:
    theme.choose(mode)
    table.selectRow(0)
    table.setFocus()
    assert not table.grab().isNull()


def test_the_row_under_the_mouse_shows_so(table: AgreementTable) -> None:
    QTest.mouseMove(table.viewport(), QPoint(20, table.rowViewportPosition(2) + 5))
    QApplication.processEvents()
    assert table.hovered == 2
    QApplication.sendEvent(table, QEvent(QEvent.Type.Leave))
    assert table.hovered == -1


def test_no_answer_no_rows(table: AgreementTable) -> None:
    table.show_answer(None)
    assert table.figures.rowCount() == 0
