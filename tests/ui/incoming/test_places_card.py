# SPDX-License-Identifier: MIT
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from ui.incoming.test_place_book import ALL, SEVERAL, book

from annotator.ui.incoming.place_book import LEAVE_OUT
from annotator.ui.incoming.places_card import PlacesCard
from annotator.ui.judging.tinted_quote import TintedQuote
from annotator.ui.theme.current import Theme


@pytest.fixture
def card(theme: Theme, keep: Callable[[QObject], None]) -> PlacesCard:
    made = PlacesCard(theme, book())
    keep(made)
    made.show_book()
    return made


def test_both_texts_are_shown(card: PlacesCard) -> None:
    card.show_passage(1)
    assert card.passage is SEVERAL
    quotes = [each for each in card.findChildren(TintedQuote) if each.parent() is not None]
    assert [each.tinted for each in quotes] == [("words",)] * 3
    assert [each.text for each in quotes][1:] == ["…The words end…", "…and words again…"]
    assert list(card.dots) == [0, 1, LEAVE_OUT]
    assert card.title.text() == f"{len(ALL)} annotations do not stand where the file says"
    assert card.sure.text().startswith("1 found again beyond doubt.")


def test_page_keys_go_along_and_enter_answers_and_goes_on(card: PlacesCard) -> None:
    answered: list[bool] = []
    card.answered.connect(lambda: answered.append(True))
    card.take_focus()
    QTest.keyClick(card, Qt.Key.Key_PageDown)
    assert card.count.text().startswith("2 of 5: line 3, c; waits")
    QTest.keyClick(card, Qt.Key.Key_PageUp)
    QTest.keyClick(card, Qt.Key.Key_PageUp)
    assert card.count.text().startswith("1 of 5: line 2, b; waits")
    QTest.keyClick(card.dots[0], Qt.Key.Key_Space)
    assert answered == [True]
    assert "answered" in card.count.text()
    card.take_focus()
    assert card.passage is SEVERAL


def test_all_at_once(card: PlacesCard) -> None:
    assert card.take_single.isHidden(), "one alone is no heap"
    QTest.keyClick(card.leave_rest, Qt.Key.Key_Space)
    assert card._book.missing == ()
    assert card.leave_rest.isHidden()


def test_words_that_are_nowhere_can_only_be_left_out(card: PlacesCard) -> None:
    card.show_passage(3)
    assert list(card.dots) == [LEAVE_OUT]
