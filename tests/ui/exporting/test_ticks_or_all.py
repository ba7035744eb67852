# SPDX-License-Identifier: MIT
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from annotator.ui.exporting.ticks_or_all import TicksOrAll
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.tick_list import TickItem

ITEMS = tuple(TickItem(value, f"<b>{value}</b>") for value in "abc")


def test_nothing_chosen_is_all(theme: Theme, keep: Callable[[QObject], None]) -> None:
    ticks = TicksOrAll(theme, name="Letters", everything="All letters")
    keep(ticks)
    ticks.show_items(ITEMS, ticked=())
    assert ticks.has_all
    assert ticks.all.isChecked()
    assert not ticks.list.isHidden()
    ticks.show_items(ITEMS, ticked=("b", "gone"))
    assert ticks.ticked == ("b",)
    assert not ticks.all.isChecked()


def test_space_turns_a_row_and_the_box_above_turns_all(theme: Theme, keep: Callable[[QObject], None]) -> None:
    ticks = TicksOrAll(theme, name="Letters", everything="All letters")
    keep(ticks)
    told: list[tuple[str, ...]] = []
    ticks.show_items(ITEMS, ticked=())
    ticks.changed.connect(lambda: told.append(ticks.ticked))
    QTest.keyClick(ticks.list, Qt.Key.Key_Down)
    QTest.keyClick(ticks.list, Qt.Key.Key_Space)
    QTest.keyClick(ticks.all, Qt.Key.Key_Space)
    QTest.keyClick(ticks.all, Qt.Key.Key_Space)
    assert told == [("a", "c"), ("a", "b", "c"), ()]
