# SPDX-License-Identifier: MIT
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from annotator.ui.exporting.card import OptionCard
from annotator.ui.theme.current import Theme


def test_parts_tell_what_the_reader_changed(theme: Theme, keep: Callable[[QObject], None]) -> None:
    card = OptionCard(theme, "Options")
    keep(card)
    told: list[bool] = []
    card.changed.connect(lambda: told.append(True))
    _, lines = card.part()
    tick, choice = card.tick("Tick & tock"), card.choice("Which", (("a", "One"), ("b", "Two")))
    lines.addWidget(tick)
    lines.addWidget(choice)
    tick.setChecked(True)
    assert told == []
    QTest.keyClick(tick, Qt.Key.Key_Space)
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert told == [True, True]
    assert choice.value == "b"
    assert card.accessibleName() == "Options"
