# SPDX-License-Identifier: MIT
from PySide6.QtCore import QRect
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot
from ui.judging.conftest import entry_at

from annotator.merging.adjudication_queue import Queue
from annotator.ui.judging.queue_list import QueueList
from annotator.ui.theme.current import Theme


def test_what_has_something_to_say_is_higher(theme: Theme, qtbot: QtBot, queue: Queue) -> None:
    view = QueueList(theme, name="Differences", judging=True)
    qtbot.addWidget(view)
    view.resize(280, 900)
    view.show_queue(queue)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 280, 20)

    def height(words: str) -> int:
        place = view.rows.place_of(queue.entries.index(entry_at(queue, words)))
        return view.itemDelegate().sizeHint(option, view.rows.index(place)).height()

    head = view.itemDelegate().sizeHint(option, view.rows.index(0)).height()
    assert head < height("trusts") < height("They may")
    assert isinstance(view.grab(), QPixmap)
