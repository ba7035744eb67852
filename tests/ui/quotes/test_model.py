# SPDX-License-Identifier: MIT
"""Rows whose words are read page by page, and forgotten where there are many."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from ui.quotes.values import passage

from annotator.operations import QuoteOrder
from annotator.ui.quotes.model import PAGE, PASSAGE_ROLE, QuoteModel


def page_of(number: int, *, document: str = "document") -> tuple[object, ...]:
    return tuple(passage(PAGE * number + each, document=document) for each in range(PAGE))


def test_a_page_is_asked_for_once_when_it_is_looked_at(qapp: QApplication) -> None:
    model = QuoteModel()
    asked: list[int] = []
    model.wanted.connect(asked.append)
    model.begin(QuoteOrder.ARTICLE)
    model.grow(100_000, [""] * 2000)
    assert model.rowCount() == 100_000
    assert [model.passage(row) for row in (70, 71, 99_999)] == [None, None, None]
    assert asked == [1, 1999]
    model.take(1, page_of(1))
    assert model.passage(70) is not None
    assert model.index(70).data(Qt.ItemDataRole.DisplayRole) == "the words"
    assert model.index(70).data(PASSAGE_ROLE).annotation.id == "annotation 70"
    assert "Trust" in model.index(70).data(Qt.ItemDataRole.AccessibleTextRole)
    assert model.peek(70) is not None
    assert model.peek(0) is None
    assert asked == [1, 1999]


def test_a_group_is_named_where_it_begins_also_at_the_edge_of_a_page(qapp: QApplication) -> None:
    model = QuoteModel()
    model.begin(QuoteOrder.ARTICLE)
    model.grow(3 * PAGE, ["", "one", "two"])
    model.take(0, page_of(0, document="one"))
    model.take(1, page_of(1, document="two"))
    model.take(2, page_of(2, document="two"))
    named = [row for row in range(3 * PAGE) if model.heading(row)]
    assert named == [0, PAGE]


def test_only_so_many_pages_are_kept(qapp: QApplication) -> None:
    model = QuoteModel()
    model.begin(QuoteOrder.ARTICLE)
    model.grow(PAGE * 100, [""] * 100)
    for number in range(100):
        model.take(number, page_of(number))
    assert model.peek(0) is None
    assert model.peek(PAGE * 100 - 1) is not None
    model.begin(QuoteOrder.CODE)
    assert model.rowCount() == 0
