# SPDX-License-Identifier: MIT
"""Quotes: asked for once, in one go, when they are first looked at."""

from pytestqt.qtbot import QtBot

from annotator.ui.models.quotes import Quotes


def test_what_is_looked_at_is_read_once(qtbot: QtBot) -> None:
    quotes, wanted = Quotes(), []
    quotes.wanted.connect(wanted.append)
    places = [("a", 0, 3), ("a", 5, 9), ("a", 0, 3)]
    assert [quotes.at(place) for place in places] == ["", "", ""]
    qtbot.waitUntil(lambda: bool(wanted))
    assert wanted == [[("a", 0, 3), ("a", 5, 9)]]
    with qtbot.waitSignal(quotes.arrived):
        quotes.take({("a", 0, 3): "The", ("a", 5, 9): "text"})
    assert [quotes.at(place) for place in places] == ["The", "text", "The"]
    assert len(wanted) == 1


def test_what_scrolled_away_unread_is_forgotten(qtbot: QtBot) -> None:
    quotes, wanted = Quotes(), []
    quotes.wanted.connect(wanted.append)
    quotes.at(("a", 0, 3))
    quotes.forget_wishes()
    quotes.at(("b", 0, 3))
    qtbot.waitUntil(lambda: bool(wanted))
    assert wanted == [[("b", 0, 3)]]
