# SPDX-License-Identifier: MIT
"""Answers: only the lead's where only the lead can give them; kept as long as they are asked for."""

from ui.merging.values import ALARM, CODE, REFUSED

from annotator.merging.questions import APART, LEAVE_OUT, SAME, TAKE
from annotator.ui.merging.answer_book import AnswerBook


def test_nothing_is_chosen_for_the_lead_where_it_matters() -> None:
    book = AnswerBook()
    book.take((REFUSED, ALARM, CODE))
    assert book.missing == (ALARM,)
    assert book.answers == {REFUSED.id: LEAVE_OUT, CODE.id: APART}
    assert not book.is_chosen(CODE)
    book.choose(ALARM.id, TAKE)
    book.choose(CODE.id, SAME)
    assert (book.missing, book.is_chosen(CODE)) == ((), True)
    assert book.answers == {REFUSED.id: LEAVE_OUT, ALARM.id: TAKE, CODE.id: SAME}
    assert book.left_out == {"torn.annotator"}


def test_answers_outlive_another_preview() -> None:
    book = AnswerBook()
    book.take((ALARM, CODE))
    book.choose(CODE.id, SAME)
    book.take((ALARM,))
    assert book.answers == {}
    book.take((CODE, ALARM))
    assert book.choice(CODE) == SAME
    book.forget()
    book.take((CODE,))
    assert book.choice(CODE) == APART


def test_what_is_not_offered_is_no_answer() -> None:
    book = AnswerBook()
    book.take((ALARM,))
    book.choose(ALARM.id, "another")
    assert book.missing == (ALARM,)


def test_a_file_that_is_left_out_asks_nothing_more() -> None:
    book = AnswerBook()
    book.take((ALARM, CODE))
    book.choose(ALARM.id, LEAVE_OUT)
    assert (book.missing, book.left_out) == ((), {"okafor.annotator"})
    assert book.of_file("berg.annotator") == (CODE,)
