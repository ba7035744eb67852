# SPDX-License-Identifier: MIT
"""Texts that are hard to show, looks of codes, and a reading page that is really shown."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from annotator.domain import Pattern, Span
from annotator.ui.text_view import ArticleView, CodeStyle, Mark, ReadingPage
from annotator.ui.theme.tokens import LIGHT

MIXED = (
    "Prices rose by\u00a05\u00a0percent, she said\u2028and nobody asked why.\n"
    "\n"
    "An emoji \U0001f600 and a family \U0001f468\u200d\U0001f469\u200d\U0001f467 stand here, cafe\u0301 too.\n"
    "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd, \u05d0\u05de\u05e8 2024 "
    "\u05d4\u05e9\u05e8 \u05d0\u05ea\u05de\u05d5\u05dc.\n"
    "\n\n"
    "\u4e2d\u56fd\u548c\u4fc4\u7f57\u65af\u3002\u4ed6\u4eec\u4e92\u76f8\u4fe1\u4efb\u5417\uff1f\u4e5f\u8bb8\u3002\n"
    "The last line has no break."
)

PROSE = " ".join(f"Sentence number {number} says that trust between them is real." for number in range(12))


@pytest.fixture
def mixed_text() -> str:
    """Give a text with no-break spaces, U+2028, astral, joined, combining, Hebrew, Chinese and empty paragraphs."""
    return MIXED


@pytest.fixture
def prose() -> str:
    """Give one paragraph that wraps over many lines."""
    return PROSE


@pytest.fixture
def styles() -> list[CodeStyle]:
    """Give the looks of four codes, one of each common pattern."""
    return [
        CodeStyle("trust", "Trust", "T", "#009265", Pattern.SOLID, 0),
        CodeStyle("mistrust", "Mistrust", "M", "#DC5A0E", Pattern.DASHED, 1),
        CodeStyle("speculation", "Speculation", "S", "#8A3468", Pattern.DOTTED, 2),
        CodeStyle("quote", "Expert quote", "Q", "#0F509F", Pattern.DOUBLE, 3),
    ]


@pytest.fixture
def page(qtbot: QtBot, styles: list[CodeStyle]) -> ReadingPage:
    """Give a page that is shown and painted, with an empty article."""
    made = ReadingPage()
    qtbot.addWidget(made)
    made.resize(860, 640)
    made.view.set_styles(styles, LIGHT)
    with qtbot.waitExposed(made):
        made.show()
    made.view.setFocus()
    return made


@pytest.fixture
def show(page: ReadingPage) -> Callable[[str, Sequence[Mark]], ArticleView]:
    """Show an article on the page and paint it."""

    def shown(text: str, marks: Sequence[Mark] = ()) -> ArticleView:
        page.view.show_article(text, marks)
        page.grab()
        return page.view

    return shown


@pytest.fixture
def point() -> Callable[[ArticleView, int], QPoint]:
    """Give the point of the viewport on the left half of the character at a code point."""

    def found(view: ArticleView, position: int) -> QPoint:
        cursor = view.textCursor()
        cursor.setPosition(view.scene.positions.to_qt(position))
        box = view.cursorRect(cursor)
        return QPoint(box.left() + 2, box.center().y())

    return found


@pytest.fixture
def mark() -> Callable[..., Mark]:
    """Make a mark of two plain positions."""

    def made(mark_id: str, start: int, end: int, code: str = "trust", **fields: object) -> Mark:
        return Mark(mark_id, Span.of(start, end), code, **fields)

    return made
