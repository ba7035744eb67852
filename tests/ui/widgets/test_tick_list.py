# SPDX-License-Identifier: MIT
"""Several of many, ticked by keys and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.tick_list import TickItem, TickList


@pytest.fixture
def ticks(theme: Theme, qtbot: QtBot) -> TickList:
    made = TickList(theme, name="Codes")
    qtbot.addWidget(made)
    made.offer([TickItem(value, value.upper(), "12") for value in "abc"])
    made.resize(240, 84)
    made.show()
    return made


def test_space_and_enter_tick_the_current_row(ticks: TickList) -> None:
    told: list[tuple[str, ...]] = []
    ticks.changed.connect(lambda: told.append(ticks.ticked))
    QTest.keyClick(ticks, Qt.Key.Key_Space)
    QTest.keyClick(ticks, Qt.Key.Key_Down)
    QTest.keyClick(ticks, Qt.Key.Key_Return)
    QTest.keyClick(ticks, Qt.Key.Key_Return)
    assert told == [("a",), ("a", "b"), ("a",)]
    assert ticks.grab().size().width() == 240


def test_a_click_ticks(ticks: TickList) -> None:
    index = ticks.ticks.index(2)
    QTest.mouseClick(ticks.viewport(), Qt.MouseButton.LeftButton, pos=ticks.visualRect(index).center())
    assert ticks.ticked == ("c",)
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked


def test_what_is_ticked_stays_where_other_rows_come_and_is_never_lost(ticks: TickList) -> None:
    ticks.show_ticked(["b", "gone"])
    assert ticks.ticked == ("b", "gone"), "a value without a row gets one"
    ticks.offer([TickItem("b", "B"), TickItem("d", "D")])
    assert ticks.ticked == ("b",)


def test_a_row_says_its_words_its_aside_and_its_state(ticks: TickList) -> None:
    ticks.show_ticked(["a"])
    spoken = ticks.ticks.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "A, 12, ticked"
    markup = TickItem("x", "<b>x</b>")
    ticks.offer([markup])
    assert ticks.ticks.index(0).data(Qt.ItemDataRole.ToolTipRole) == "<p>&lt;b&gt;x&lt;/b&gt;</p>"
