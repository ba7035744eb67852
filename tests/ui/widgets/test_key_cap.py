# SPDX-License-Identifier: MIT
"""Keys drawn as keys."""

from pytestqt.qtbot import QtBot

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.key_cap import KeyCap, cap_width


def test_a_cap_is_at_least_square(theme: Theme, qtbot: QtBot) -> None:
    one, long = KeyCap(theme, "1"), KeyCap(theme, "Ctrl+Enter")
    qtbot.addWidget(one)
    qtbot.addWidget(long)
    assert one.sizeHint().width() >= one.sizeHint().height()
    assert long.sizeHint().width() == cap_width(theme, "Ctrl+Enter")
    assert one.accessibleName() == "Key 1"
    assert one.words == "1"


def test_an_unavailable_key_is_dimmed(theme: Theme, qtbot: QtBot) -> None:
    cap = KeyCap(theme, "1")
    qtbot.addWidget(cap)
    bright = cap.grab().toImage()
    cap.set_available(False)
    assert cap.grab().toImage() != bright
