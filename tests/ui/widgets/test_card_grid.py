# SPDX-License-Identifier: MIT
"""Cards side by side, or below each other."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.card_grid import CardGrid


def test_the_width_decides(theme: Theme, qtbot: QtBot) -> None:
    cards = [QWidget(), QWidget()]
    for card in cards:
        card.setMinimumHeight(50)
    grid = CardGrid(theme, [(cards[0], 4), (cards[1], 8)], from_width=600)
    qtbot.addWidget(grid)
    grid.resize(900, 200)
    grid.show()
    assert cards[0].y() == cards[1].y()
    assert cards[1].width() > cards[0].width()
    grid.resize(400, 300)
    qtbot.waitUntil(lambda: cards[1].y() > cards[0].y())
    assert cards[0].width() == cards[1].width() == 400
