# SPDX-License-Identifier: MIT
"""A row of the list of articles: two lines of title at most, tallies and progress where there are any."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot
from ui.models.values import CODEBOOK, DOCUMENT, TRUST, summary

from annotator.domain import CompletionState
from annotator.operations import DocumentSummary
from annotator.ui.docks.article_row import ArticleRow, tallied
from annotator.ui.models.articles import ArticleModel
from annotator.ui.theme.current import Theme

LONG = "A title of many words " * 12


def show(theme: Theme, qtbot: QtBot, *summaries: DocumentSummary) -> QListView:
    model, view = ArticleModel(), QListView()
    qtbot.addWidget(view)
    model.setParent(view)
    model.set_articles(summaries, codes=CODEBOOK.active)
    view.setModel(model)
    view.setItemDelegate(ArticleRow(theme, model))
    view.resize(272, 400)
    return view


def test_a_long_title_takes_two_lines(theme: Theme, qtbot: QtBot) -> None:
    short = show(theme, qtbot, summary()).sizeHintForRow(0)
    long = show(theme, qtbot, summary(document=replace(DOCUMENT, title=LONG))).sizeHintForRow(0)
    assert long == short + theme.px(18)


def test_an_article_not_begun_is_low(theme: Theme, qtbot: QtBot) -> None:
    view = show(theme, qtbot, summary(CompletionState.NOT_STARTED, trust=0))
    assert view.sizeHintForRow(0) < show(theme, qtbot, summary()).sizeHintForRow(0)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_tallies_are_drawn_in_the_codes_colours(theme: Theme, qtbot: QtBot, mode: str) -> None:
    theme.choose(mode)
    view = show(theme, qtbot, summary())
    view.setCurrentIndex(view.model().index(0, 0))
    image = view.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(40, 60) for y in range(40, 110)}
    assert QColor(theme.code_colour(TRUST)).name() in colours


def test_where_there_is_no_room_for_all_tallies_the_most_used_stay_in_their_order() -> None:
    codes = [replace(TRUST, id=str(place), retired=place == 1) for place in range(6)]
    counts = {"0": 1, "1": 9, "3": 2, "5": 7}
    assert [code.id for code in tallied(codes, counts, most=9)] == ["0", "2", "3", "4", "5"]
    assert [code.id for code in tallied(codes, counts, most=3)] == ["0", "3", "5"]
    assert [code.id for code in tallied(codes, {}, most=0)] == ["0"]
