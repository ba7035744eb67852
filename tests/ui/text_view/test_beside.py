# SPDX-License-Identifier: MIT
from pytestqt.qtbot import QtBot

from annotator.domain import Span
from annotator.ui.text_view.beside import Beside, Neighbour
from annotator.ui.text_view.view import ArticleView

TEXT = "First line here\nSecond line here\nThird\n" + "More of it\n" * 60


def test_brackets_lie_beside_their_lines(qtbot: QtBot) -> None:
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(600, 300)
    with qtbot.waitExposed(view):
        view.show()
    view.show_article(TEXT, [])
    view.grab()
    beside = Beside(view, view)
    beside.resize(beside.sizeHint())
    far = len(TEXT) - 5
    beside.show_neighbours(
        [
            Neighbour(Span.of(0, 20), "Trust", "#009265"),
            Neighbour(Span.of(17, 30), "Mistrust", "#DC5A0E"),
            Neighbour(Span.of(18, 30), "Speculation", "#8A3468"),
            Neighbour(Span.of(19, 30), "One too many", "#8A3468"),
            Neighbour(Span.of(far, far + 4), "Out of sight", "#8A3468"),
        ]
    )
    found = beside.brackets()
    assert [name for name, _, _ in found] == ["Trust", "Mistrust", "Speculation", "One too many"]
    (_, top, bottom), (_, second, _) = found[:2]
    assert top < second < bottom
    assert not beside.grab().isNull()


def test_nothing_beside_an_empty_view(qtbot: QtBot) -> None:
    view = ArticleView()
    qtbot.addWidget(view)
    beside = Beside(view, view)
    beside.show_neighbours([Neighbour(Span.of(0, 2), "Trust", "#009265")])
    assert beside.brackets() == []
