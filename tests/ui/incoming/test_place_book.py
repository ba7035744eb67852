# SPDX-License-Identifier: MIT
from annotator.domain import Span
from annotator.ui.incoming.looking import Asked, Offered
from annotator.ui.incoming.place_book import LEAVE_OUT, PlaceBook

ONCE = Offered(4, 9, "The ", "words", " end")
AGAIN = Offered(14, 19, "and ", "words", " again")
SURE = Asked("line 1", "a", "", "words", "", (ONCE,), is_sure=True)
SINGLE = Asked("line 2", "b", "", "words", "", (ONCE,), is_sure=False)
SEVERAL = Asked("line 3", "c", "", "words", "", (ONCE, AGAIN), is_sure=False)
OTHER_WORDS = Asked("line 4", "d", "", "wörds", "", (ONCE,), is_sure=False)
LOST = Asked("line 5", "e", "", "words", "", (), is_sure=False)
ALL = (SURE, SINGLE, SEVERAL, OTHER_WORDS, LOST)


def book() -> PlaceBook:
    made = PlaceBook()
    made.take(ALL)
    return made


def test_what_is_sure_is_answered_and_comes_last() -> None:
    made = book()
    assert made.asked[-1] is SURE
    assert made.sure == 1
    assert made.missing == ("line 2", "line 3", "line 4", "line 5")
    assert made.answers == {"line 1": Span.of(4, 9)}


def test_answers_one_by_one() -> None:
    made = book()
    made.choose("line 3", 1)
    made.choose("line 1", LEAVE_OUT)
    assert made.answers == {"line 1": None, "line 3": Span.of(14, 19)}
    assert made.choice("line 3") == 1
    assert made.choice("line 2") is None


def test_single_places_and_the_rest_in_one_step_each() -> None:
    made = book()
    assert made.single == ("line 2",)
    made.take_single()
    made.leave_out_the_rest()
    assert made.missing == ()
    assert made.answers == {
        "line 1": Span.of(4, 9), "line 2": Span.of(4, 9), "line 3": None, "line 4": None, "line 5": None,
    }  # fmt: skip


def test_answers_stay_where_the_question_is_the_same() -> None:
    made = book()
    made.choose("line 2", LEAVE_OUT)
    made.choose("line 3", 1)
    other = Asked("line 3", "c", "", "words", "", (AGAIN,), is_sure=False)
    made.take((SINGLE, other))
    assert made.answers == {"line 2": None}
