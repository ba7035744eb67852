# SPDX-License-Identifier: MIT
"""Values below each other: a line per article, batch or coder."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from annotator.agreement.result import Interval
from annotator.ui.pages.agreement_cards.forest import Forest, ForestLine
from annotator.ui.theme.current import Theme

LINES = [
    ForestLine("a", "First <b>article</b>", "3 differ", 0.31, ".310", Interval(0.2, 0.5, 0.95, "x"), "First: .310"),
    ForestLine("b", "Second", "0 differ", None, "none", None, "Second: undefined (no variation)"),
]


@pytest.fixture
def forest(theme: Theme, qtbot: QtBot) -> Forest:
    made = Forest(theme, name="Per article", picks=True)
    qtbot.addWidget(made)
    QAbstractItemModelTester(made.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.resize(500, 300)
    made.show_lines(LINES)
    made.show()
    return made


def test_lines_are_spoken_in_full(forest: Forest) -> None:
    index = forest.model.index(1)
    assert index.data() == "Second"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Second: undefined (no variation)"
    assert forest.list.accessibleName() == "Per article"


def test_a_line_is_picked_by_keys_and_put_back(forest: Forest, qtbot: QtBot) -> None:
    forest.list.setCurrentIndex(forest.model.index(0))
    with qtbot.waitSignal(forest.picked) as told:
        QTest.keyClick(forest.list, Qt.Key.Key_Return)
    assert told.args == ["a"]
    forest.choose("a")
    with qtbot.waitSignal(forest.picked) as told:
        QTest.keyClick(forest.list, Qt.Key.Key_Space)
    assert told.args == [""]
    forest.choose("")
    assert not forest.list.selectionModel().hasSelection()


def test_the_axis_begins_where_the_lowest_end_needs_it(forest: Forest) -> None:
    assert forest.model.axis_begins == 0.0
    forest.show_lines([ForestLine("a", "A", "", 0.9, ".900", None, "A")])
    assert forest.model.axis_begins == 0.4
    forest.show_lines([])
    assert forest.model.axis_begins == 0.0


@pytest.mark.parametrize("mode", ["light", "dark", "high_contrast"])
@pytest.mark.parametrize("width", [200, 500, 900])
def test_it_is_drawn_at_any_width(forest: Forest, theme: Theme, mode: str, width: int) -> None:
    theme.choose(mode)
    forest.resize(width, 300)
    forest.choose("a")
    forest.list.setFocus()
    assert not forest.grab().isNull()
