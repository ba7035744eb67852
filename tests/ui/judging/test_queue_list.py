# SPDX-License-Identifier: MIT
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.merging.adjudication_queue import Queue
from annotator.ui.judging.queue_list import QueueList
from annotator.ui.theme.current import Theme


def test_arrows_pass_over_heads_and_clicks_choose(theme: Theme, qtbot: QtBot, queue: Queue) -> None:
    view = QueueList(theme, name="Differences", judging=True)
    qtbot.addWidget(view)
    view.resize(280, 700)
    with qtbot.waitExposed(view):
        view.show()
    told: list[int] = []
    view.chosen.connect(told.append)
    view.chosen.connect(view.choose)
    view.show_queue(queue)
    for _ in range(8):
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert told == [0, 1, 2, 3, 4, 5, 5, 5]
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.number == 4
    for row in (view.rows.place_of(1), 0):
        place = view.visualRect(view.rows.index(row)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.number == 1
    assert view.currentIndex().row() == view.rows.place_of(1)
    view.choose(-1)
    assert not view.selectionModel().hasSelection()
    assert not view.grab().isNull()
