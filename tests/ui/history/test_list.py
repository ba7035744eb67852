# SPDX-License-Identifier: MIT
"""The list: one line or two, a day above the first entry of it, keys that go along."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.history.values import entry

from annotator.domain import HistoryMark
from annotator.operations import HistoryPage
from annotator.ui.history.list import HistoryList
from annotator.ui.theme.current import Theme


def test_rows_are_taller_below_a_day_and_in_a_narrow_list(theme: Theme, qtbot: QtBot) -> None:
    made, entered = HistoryList(theme), []
    qtbot.addWidget(made)
    made.entered_row.connect(entered.append)
    made.history.show_page(HistoryPage((entry("c", mark=HistoryMark.UNDONE), entry("b"), entry("a")), ""))
    made.resize(900, 400)
    with qtbot.waitExposed(made):
        made.show()
    index = made.history.index
    first, second = (made.visualRect(index(row)).height() for row in (0, 1))
    assert first - second == theme.px(34)
    assert made.ringed(index(0)).height() == second
    made.setCurrentIndex(index(0))
    made.setFocus()
    QTest.keyClick(made, Qt.Key.Key_Down)
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert entered == [1]
    assert not made.grab().isNull()
    made.resize(400, 400)
    qtbot.waitUntil(lambda: made.visualRect(index(1)).height() > second)
    assert not made.grab().isNull()
