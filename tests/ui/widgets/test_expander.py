# SPDX-License-Identifier: MIT
"""A heading that opens and closes."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.expander import Expander


def test_it_opens_by_key_and_click(theme: Theme, qtbot: QtBot) -> None:
    content = QLabel("inside")
    expander = Expander(theme, "Bootstrap", content)
    qtbot.addWidget(expander)
    expander.show()
    assert not content.isVisible()
    expander.tell("10,000 <b>samples</b>")
    assert expander.head.accessibleName() == "Bootstrap, 10,000 <b>samples</b>"
    with qtbot.waitSignal(expander.toggled) as told:
        QTest.keyClick(expander.head, Qt.Key.Key_Space)
    assert told.args == [True]
    assert content.isVisible()
    QTest.mouseClick(expander.head, Qt.MouseButton.LeftButton)
    assert not content.isVisible()
    expander.head.setFocus()
    assert not expander.grab().isNull()
