# SPDX-License-Identifier: MIT
"""Whether what somebody changed that was not theirs to change is to hold."""

from annotator.merging.questions import Question
from annotator.ui.merging.question_card import QuestionCard
from annotator.ui.theme.current import Theme


class AuthorityCard(QuestionCard):
    """Who wrote what, and a dot per choice."""

    def __init__(self, theme: Theme, question: Question) -> None:
        super().__init__(theme, question, title=question.title, icon="warning", token="warning")
        self.sentence(question.explanation)
        self.add_choices()
