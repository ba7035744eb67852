# SPDX-License-Identifier: MIT
"""A page with lanes at several widths: letters, column and brackets never lie over one another."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from annotator.domain import Span
from annotator.ui.text_view.beside import Neighbour
from annotator.ui.text_view.coder_lanes import lane_marks, lane_styles
from annotator.ui.text_view.lanes_page import LanesPage
from annotator.ui.theme.tokens import LIGHT

TEXT = "One coder marked this much of it.\n\nAnother marked that, and nobody knows why.\n" * 30
LANES = [[Span.of(4, 20)], [Span.of(10, 33)], [Span.of(10, 20)]]


@pytest.fixture
def shown(qtbot: QtBot) -> LanesPage:
    made = LanesPage()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.view.set_styles(lane_styles(calm=LIGHT.border, colour="#DC5A0E", is_strong=False), LIGHT)
    made.view.set_lane_room(3)
    made.set_letters(["A", "B", "C"])
    with qtbot.waitExposed(made):
        made.show()
    made.view.show_article(TEXT, lane_marks(LANES))
    made.beside.show_neighbours([Neighbour(Span.of(35, 50), "Trust", "#009265")])
    made.grab()
    return made


@pytest.mark.parametrize("width", [260, 420, 700, 900, 1600])
def test_parts_share_any_width(shown: LanesPage, width: int) -> None:
    shown.resize(width, 400)
    shown.grab()
    gutter, beside, viewport = shown.gutter.geometry(), shown.beside.geometry(), shown.view.viewport()
    text_left = viewport.mapTo(shown, viewport.rect().topLeft()).x()
    assert gutter.right() < text_left
    assert gutter.left() >= 0
    if shown.beside.isVisible():
        assert beside.left() >= text_left + viewport.width()
        assert beside.right() <= width


def test_an_article_from_right_to_left_has_its_letters_on_the_right(shown: LanesPage) -> None:
    hebrew = "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd\n" * 9
    shown.view.show_article(hebrew, lane_marks([[Span.of(0, 4)]]))
    shown.grab()
    viewport = shown.view.viewport()
    assert shown.gutter.x() >= viewport.mapTo(shown, viewport.rect().topRight()).x()
    assert shown.beside.x() < shown.gutter.x()


def test_three_looks_are_on_the_page(shown: LanesPage) -> None:
    picture = shown.view.viewport().grab().toImage()
    found = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert {QColor("#DC5A0E").name(), QColor(LIGHT.border).name()} <= found


def test_the_paper_reaches_the_edges(shown: LanesPage) -> None:
    assert shown.grab().toImage().pixelColor(2, 300) == QColor(LIGHT.page)
    assert shown.sizeHint().width() > shown.minimumSizeHint().width()
