# SPDX-License-Identifier: MIT
"""Values of several names, of which one is shown at a time; the others keep theirs."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.counting.selection import Values
from annotator.ui.quotes.value_ticks import ValueTicks
from annotator.ui.theme.current import Theme


def test_each_name_keeps_what_is_ticked(theme: Theme, qtbot: QtBot) -> None:
    made = ValueTicks(theme, name="Article field")
    qtbot.addWidget(made)
    made.offer({"outlet": "Outlet", "author": "Author"}, {"outlet": [("Post", 3), ("", 1)], "author": [("A", 2)]})
    made.show()
    assert made.aside == "All"
    QTest.keyClick(made.list, Qt.Key.Key_Space)
    QTest.keyClick(made.list, Qt.Key.Key_End)
    QTest.keyClick(made.list, Qt.Key.Key_Space)
    assert made.wanted == (Values("outlet", ("Post", "")),)
    made.names.setCurrentIndex(1)
    made.names.activated.emit(1)
    assert made.list.ticked == ()
    QTest.keyClick(made.list, Qt.Key.Key_Space)
    assert made.aside == "Outlet: Post, (not set); Author: A"
    made.show_wanted([Values("outlet", ("Post",))])
    assert made.names.value == "outlet", "the first that has any is shown"
    assert made.wanted == (Values("outlet", ("Post",)),)
