# SPDX-License-Identifier: MIT
"""What was not a coder's to change: told, and one dot per choice."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.domain import CoderId
from annotator.merging.questions import KEEP, TAKE, AuthorityDetail, Choice, Question, QuestionKind
from annotator.ui.merging.authority_card import AuthorityCard
from annotator.ui.theme.current import Theme


def test_who_wrote_what_is_told_and_a_click_answers(theme: Theme, qtbot: QtBot) -> None:
    question = Question(
        "authority:x", QuestionKind.AUTHORITY, ("anna.annotator",), "It holds what was not Anna's to write",
        "By Anna: 3 decisions, 1 code.", (Choice(KEEP, "Leave it"), Choice(TAKE, "Let it hold")), default=KEEP,
        required=True, detail=AuthorityDetail(CoderId("anna"), "Anna", {"decision": 3, "code": 1}, ()),
    )  # fmt: skip
    card, answered = AuthorityCard(theme, question), []
    qtbot.addWidget(card)
    card.answered.connect(lambda *found: answered.append(found))
    assert "By Anna: 3 decisions, 1 code." in [label.text() for label in card.findChildren(QLabel)]
    card.show_choice(KEEP)
    assert [choice for choice, dot in card.dots.items() if dot.isChecked()] == [KEEP]
    card.dots[TAKE].click()
    assert answered == [("authority:x", TAKE)]
