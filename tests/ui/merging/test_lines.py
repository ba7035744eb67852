# SPDX-License-Identifier: MIT
"""The rows of the table: one per coder who brings something, with a state in words."""

from ui.merging.values import ALARM, CODE, PREVIEW

from annotator.merging.questions import LEAVE_OUT, SAME
from annotator.ui.merging.answer_book import AnswerBook
from annotator.ui.merging.lines import OUT, REFUSED, lines_of


def book() -> AnswerBook:
    made = AnswerBook()
    made.take(PREVIEW.questions)
    return made


def test_rows_name_file_coder_figures_and_state() -> None:
    alarm, question, codes, torn = lines_of(PREVIEW, book())
    assert (alarm.coder, alarm.figures) == ("Okafor + 1 other", (2, 5, 83, 441))
    assert alarm.state is not None
    assert (alarm.state.icon, alarm.state.words) == ("warning", "81 fewer than before")
    assert (question.articles, question.state and question.state.words) == ("23 of 24", "1 question")
    assert codes.sentence == "No annotations; 3 changes of other kinds"
    assert (torn.sentence, torn.state) == ("It ends in the middle.", REFUSED)
    assert alarm.spoken == (
        "okafor.annotator. Okafor + 1 other. 2 new, 5 changed, 83 deleted, 441 already there. "
        "24 of 24 articles recognised. 81 fewer than before"
    )


def test_answers_change_states() -> None:
    answers = book()
    answers.choose(CODE.id, SAME)
    answers.choose(ALARM.id, LEAVE_OUT)
    left, question, *_ = lines_of(PREVIEW, answers)
    assert (left.state, left.is_out) == (OUT, True)
    assert question.state is not None
    assert question.state.words == "1 question, answered"
