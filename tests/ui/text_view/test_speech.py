# SPDX-License-Identifier: MIT
from collections.abc import Callable, Sequence

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from pytestqt.qtbot import QtBot

from annotator.domain import CodePoint
from annotator.ui.text_view import ArticleView, Mark

Show = Callable[[str, Sequence[Mark]], ArticleView]


def test_codes_at_the_caret_are_described_when_it_rests(show: Show, mark: Callable[..., Mark], qtbot: QtBot) -> None:
    view = show("one two three", [mark("a", 0, 7), mark("b", 4, 7, "quote")])
    view.set_caret(CodePoint(5))
    assert view.accessibleDescription() == "No codes at caret"
    qtbot.waitUntil(lambda: view.accessibleDescription() == "2 codes at caret: Expert quote, Trust")
    view.set_caret(CodePoint(1))
    qtbot.waitUntil(lambda: view.accessibleDescription() == "1 code at caret: Trust")
    view.change_marks(removed=["a", "b"])
    qtbot.waitUntil(lambda: view.accessibleDescription() == "No codes at caret")
    assert view.accessibleName() == "Article"


def test_a_sentence_is_announced_once(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[QAccessibleEvent] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", said.append)
    show("one", []).announce("Coded as Trust, 2 codes here")
    (event,) = said
    assert isinstance(event, QAccessibleAnnouncementEvent)
    assert event.message() == "Coded as Trust, 2 codes here"
