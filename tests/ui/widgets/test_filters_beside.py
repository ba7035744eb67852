# SPDX-License-Identifier: MIT
"""Two parts side by side; where there is no room they take turns."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.filters_beside import MAIN, SIDE, FiltersBeside, take_focus


def test_a_narrow_window_shows_one_at_a_time(theme: Theme, qtbot: QtBot) -> None:
    side, main = QLineEdit(), QLineEdit()
    both = FiltersBeside(theme, side, main, names=("Filters", "Passages"))
    qtbot.addWidget(both)
    both.resize(1200, 400)
    both.show()
    assert (side.isVisible(), main.isVisible(), both.is_folded) == (True, True, False)
    both.resize(600, 400)
    qtbot.waitUntil(lambda: both.is_folded)
    assert (side.isVisible(), main.isVisible()) == (False, True)
    told: list[str] = []
    both.turned.connect(told.append)
    both.turn_to(SIDE)
    assert (side.isVisible(), main.isVisible(), told) == (True, False, [SIDE])
    assert take_focus(both), "the segments take it, where the part does not"
    both.resize(1200, 400)
    qtbot.waitUntil(lambda: not both.is_folded)
    both.turn_to(MAIN)
    assert side.isVisible()
    assert take_focus(main)
    assert not take_focus(both.turns), "what is hidden takes none"
