# SPDX-License-Identifier: MIT
"""Everybody is ticked at first; what the user unticked stays so."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from ui.models.values import ME, OTHER

from annotator.ui.team.coder_ticks import CoderTicks
from annotator.ui.theme.current import Theme


def test_ticks_stay_when_coders_come(theme: Theme, qtbot: QtBot) -> None:
    ticks = CoderTicks(theme)
    qtbot.addWidget(ticks)
    ticks.show_coders([ME])
    with qtbot.waitSignal(ticks.changed):
        QTest.keyClick(ticks.boxes[ME.id], Qt.Key.Key_Space)
    assert ticks.ticked == ()
    ticks.show_coders([ME, OTHER])
    assert ticks.ticked == (OTHER.id,)
    box = ticks.boxes[OTHER.id]
    ticks.show_coders([ME, OTHER])
    assert ticks.boxes[OTHER.id] is box


def test_tab_goes_through_them_in_their_place(theme: Theme, qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    ticks, after = CoderTicks(theme), QLineEdit()
    lines = QVBoxLayout(whole)
    lines.addWidget(ticks)
    lines.addWidget(after)
    ticks.followers = (after,)
    ticks.show_coders([ME, OTHER])
    whole.show()
    seen = []
    ticks.boxes[ME.id].setFocus()
    for _ in range(3):
        seen.append(whole.focusWidget())
        QTest.keyClick(whole.focusWidget(), Qt.Key.Key_Tab)
    assert seen == [ticks.boxes[ME.id], ticks.boxes[OTHER.id], after]
