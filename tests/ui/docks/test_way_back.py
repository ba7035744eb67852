# SPDX-License-Identifier: MIT
"""The line above the text that leads back to the figures."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.docks.way_back import WayBack
from annotator.ui.theme.current import Theme


def test_back_and_neighbours(theme: Theme, qtbot: QtBot) -> None:
    way = WayBack(theme)
    qtbot.addWidget(way)
    assert way.isHidden()
    way.words.set_text("<i>Missed</i>. Marked by Novak.")
    way.show()
    with qtbot.waitSignal(way.left):
        QTest.keyClick(way.back, Qt.Key.Key_Space)
    for button, step in ((way.next, 1), (way.previous, -1)):
        with qtbot.waitSignal(way.stepped) as told:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert told.args == [step]
    assert way.previous.accessibleName() == "Previous passage of the list"
