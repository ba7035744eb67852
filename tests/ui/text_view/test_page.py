# SPDX-License-Identifier: MIT
from collections.abc import Callable, Sequence

import pytest

from annotator.ui.text_view import ArticleView, Mark, ReadingPage
from annotator.ui.text_view.page import plan

Show = Callable[[str, Sequence[Mark]], ArticleView]


@pytest.mark.parametrize("width", range(300, 1_600, 50))
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_plan_never_takes_more_than_there_is(width: int, scale: float) -> None:
    found = plan(width, wanted=600, scale=scale)
    assert found.side + found.column + found.margin + found.minimap <= width
    assert found.column <= 600
    assert found.names or found.minimap == 0, "the minimap goes before the names"


def test_the_column_shrinks_last() -> None:
    plans = [plan(width, wanted=600, scale=1) for width in range(1_200, 480, -10)]
    first_narrow = next(index for index, found in enumerate(plans) if found.column < 600)
    assert not any(found.names for found in plans[first_narrow:])
    assert plans[0].minimap > 0


def test_more_lanes_widen_the_margin_not_the_column(page: ReadingPage, show: Show) -> None:
    page.resize(1_100, 600)
    view = show("one", [])
    column, margin = view.viewport().width(), page.margin.width()
    view.set_lane_room(8)
    assert (view.viewport().width(), page.margin.width()) == (column, margin + 30)


def test_a_wide_page_centres_its_column() -> None:
    found = plan(1_600, wanted=600, scale=1)
    assert found.side > 300


@pytest.mark.parametrize("width", [480, 700, 860, 1_400])
def test_nothing_overlaps_at_any_width(page: ReadingPage, show: Show, prose: str, width: int) -> None:
    page.resize(width, 600)
    show(prose, [])
    text = page.view.viewport().geometry()
    assert text.right() < page.margin.geometry().left()
    bar = page.view.verticalScrollBar()
    right = bar.mapTo(page, bar.rect().topLeft()).x()
    assert page.margin.geometry().right() < right
    if page.minimap.isVisible():
        assert page.margin.geometry().right() < page.minimap.geometry().left()
        assert page.minimap.geometry().right() < right
    assert text.width() >= min(width - 100, 380)


def test_a_wider_window_keeps_the_column(page: ReadingPage, show: Show, prose: str) -> None:
    show(prose, [])
    page.resize(1_100, 600)
    column = page.view.viewport().width()
    page.resize(1_500, 600)
    assert page.view.viewport().width() == column == page.view.preferred_width


def test_no_line_scrolls_sideways(page: ReadingPage, show: Show) -> None:
    page.resize(480, 600)
    view = show("A" * 400, [])
    assert view.horizontalScrollBar().maximum() == 0
    assert view.document().begin().layout().lineCount() > 3


def test_the_focus_of_the_page_is_that_of_the_text(page: ReadingPage, show: Show) -> None:
    view = show("one", [])
    page.margin.setFocus()
    page.setFocus()
    assert view.hasFocus()


def test_a_left_to_right_article_after_a_right_to_left_one_is_as_before(page: ReadingPage, show: Show) -> None:
    show("one", [])
    before = page.margin.geometry()
    show("\u05e9\u05dc\u05d5\u05dd", [])
    assert page.margin.geometry() != before
    show("two", [])
    assert page.margin.geometry() == before
    assert page.sizeHint().width() > page.minimumSizeHint().width()
