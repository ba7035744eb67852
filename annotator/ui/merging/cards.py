# SPDX-License-Identifier: MIT
"""The card that each question asks for; a text and its passages share one."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from annotator.merging.questions import (
    AlarmDetail,
    AuthorityDetail,
    CodeDetail,
    PersonDetail,
    PlaceDetail,
    Question,
    QuestionKind,
    ReanchorDetail,
    VersionsDetail,
)
from annotator.operations import MergePreview
from annotator.ui import words
from annotator.ui.merging.alarm_card import AlarmCard
from annotator.ui.merging.authority_card import AuthorityCard
from annotator.ui.merging.near_text_card import NearTextCard
from annotator.ui.merging.question_card import QuestionCard
from annotator.ui.merging.same_card import SameCard
from annotator.ui.merging.versions_card import VersionsCard
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme


class CardMaker:
    """Makes cards for the questions of one preview; ``chosen`` gives the choice that counts."""

    def __init__(
        self, theme: Theme, session: Session, preview: MergePreview, *, chosen: Callable[[Question], str]
    ) -> None:
        self._theme = theme
        self._session = session
        self._preview = preview
        self._chosen = chosen
        self._coming = {coder.coder: coder.name for plan in preview.files for coder in plan.coders}
        self._senders = {plan.name: plan.sender or plan.name for plan in preview.files}

    def cards(self) -> list[QuestionCard]:
        """Give the cards, what must be answered first."""
        order = list(QuestionKind)
        questions = sorted(self._preview.questions, key=lambda each: (not each.required, order.index(each.kind)))
        made = [self._card(each, questions) for each in questions]
        cards = [card for card in made if card is not None]
        for card in cards:
            card.show_choice(self._chosen(card.question))
        return cards

    def name_of(self, coder: str) -> str:
        """Name a person of the project or of the files."""
        overview = self._session.overview
        known = {str(each.id): words.coder_name(each) for each in overview.coders}
        return known.get(coder) or self._coming.get(coder) or "a coder"

    def _card(self, question: Question, questions: Sequence[Question]) -> QuestionCard | None:
        theme, session, detail = self._theme, self._session, question.detail
        if isinstance(detail, AlarmDetail):
            return AlarmCard(theme, session, question, detail)
        if isinstance(detail, AuthorityDetail):
            return AuthorityCard(theme, question)
        if isinstance(detail, CodeDetail | PersonDetail):
            sender = self._senders.get(question.files[0], "") if question.files else ""
            return SameCard(theme, question, detail, codebook=session.overview.codebook, sender=sender)
        if isinstance(detail, VersionsDetail):
            return VersionsCard(theme, question, detail)
        if isinstance(detail, ReanchorDetail):
            pair = (detail.source, detail.target)
            places = [
                each
                for each in questions
                if isinstance(each.detail, PlaceDetail) and (each.detail.source, each.detail.target) == pair
            ]
            headings = {each.document.id: each.document.heading for each in session.overview.documents}
            named = replace(detail, target_name=headings.get(detail.target, detail.target_name))
            return NearTextCard(
                theme, session, question, named, places=places, name_of=self.name_of, chosen=self._chosen
            )
        return None
