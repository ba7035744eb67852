# SPDX-License-Identifier: MIT
"""Ctrl+Enter hands a message over before the window's own meaning of it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.message_field import MessageField


def test_enter_begins_a_line_and_ctrl_enter_hands_over(theme: Theme, qtbot: QtBot) -> None:
    field = MessageField(theme, name="Your answer")
    qtbot.addWidget(field)
    QTest.keyClicks(field, "one")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "two")
    with qtbot.waitSignal(field.handed_over):
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert field.text == "one\ntwo"


def test_the_key_is_claimed_before_any_shortcut(theme: Theme, qtbot: QtBot) -> None:
    field = MessageField(theme, name="Your answer")
    qtbot.addWidget(field)
    for modifier, claimed in ((Qt.KeyboardModifier.ControlModifier, True), (Qt.KeyboardModifier.AltModifier, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Return, modifier)
        event.ignore()
        QApplication.sendEvent(field, event)
        assert event.isAccepted() is claimed
