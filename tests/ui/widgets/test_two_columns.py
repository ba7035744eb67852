# SPDX-License-Identifier: MIT
"""Side by side where there is room, in turns where there is none."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.two_columns import LEFT, RIGHT, TwoColumns


def test_they_take_turns_in_a_narrow_window(theme: Theme, qtbot: QtBot) -> None:
    left, right = QLabel(), QLabel()
    columns = TwoColumns(theme, left, right, names=("Table", "Details"))
    qtbot.addWidget(columns)
    columns.resize(1200, 400)
    columns.show()
    assert left.isVisible()
    assert right.isVisible()
    columns.resize(700, 400)
    qtbot.waitUntil(lambda: columns.is_folded)
    assert left.isVisible()
    assert not right.isVisible()
    with qtbot.waitSignal(columns.turned) as told:
        columns.turn_to(RIGHT)
    assert told.args == [RIGHT]
    assert right.isVisible()
    assert not left.isVisible()
    columns.turn_to("nothing")
    assert columns.turns.value == LEFT
    columns.offer_right(False)
    assert not columns.turns.isVisible()
    columns.offer_right(True)
    columns.resize(1200, 400)
    qtbot.waitUntil(lambda: left.isVisible() and right.isVisible())
