# SPDX-License-Identifier: MIT
"""The lead's answers while files are looked at: kept when more files are added, as long as they are still asked for."""

from collections.abc import Sequence

from annotator.merging.asking import wanted_out
from annotator.merging.questions import LEAVE_OUT, Question, QuestionKind, unanswered


class AnswerBook:
    """What was chosen by hand stands before what is offered; nothing is chosen where only the lead can choose."""

    def __init__(self) -> None:
        self._questions: tuple[Question, ...] = ()
        self._chosen: dict[str, str] = {}

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is asked now."""
        return self._questions

    def take(self, questions: Sequence[Question]) -> None:
        """Take what another preview asks. Choices about what it does not ask are kept for when it is asked again."""
        self._questions = tuple(questions)

    def choose(self, question: str, choice: str) -> None:
        """Note a choice."""
        self._chosen[question] = choice

    def forget(self) -> None:
        """Forget questions and choices."""
        self._questions = ()
        self._chosen = {}

    def choice(self, question: Question) -> str:
        """Give the choice that counts, empty where the lead has still to make it."""
        chosen = self._chosen.get(question.id, "")
        if chosen in {each.id for each in question.choices}:
            return chosen
        if question.kind is QuestionKind.REFUSED:
            return LEAVE_OUT
        return question.default

    def is_chosen(self, question: Question) -> bool:
        """Whether the choice that counts was made by hand."""
        return self._chosen.get(question.id, "") in {each.id for each in question.choices}

    @property
    def answers(self) -> dict[str, str]:
        """Every answer that counts, by question."""
        found = {each.id: self.choice(each) for each in self._questions}
        return {question: choice for question, choice in found.items() if choice}

    @property
    def missing(self) -> tuple[Question, ...]:
        """What only the lead can answer and has not; what is asked of files that are left out needs no answer."""
        out = self.left_out
        return tuple(
            each
            for each in unanswered(self._questions, self.answers)
            if not each.files or not out.issuperset(each.files)
        )

    @property
    def left_out(self) -> frozenset[str]:
        """The names of the files that the answers leave out; refused ones are among them."""
        return wanted_out(self._questions, self.answers)

    def of_file(self, name: str) -> tuple[Question, ...]:
        """Give the questions that a file raises."""
        return tuple(each for each in self._questions if name in each.files and each.kind is not QuestionKind.REFUSED)
