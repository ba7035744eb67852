# SPDX-License-Identifier: MIT
"""A newer file from the lead: what it would bring, in a few sentences, then one verb. Nothing is written before it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal

from annotator import operations
from annotator.domain import KnownError
from annotator.merging.preview import FilePlan
from annotator.merging.questions import LEAVE_OUT, Choice, Question, QuestionKind, is_of
from annotator.operations import MergePreview, MergeResult, Outcome
from annotator.ui import plain, words
from annotator.ui.dialogs import files
from annotator.ui.file_check import HeldButton
from annotator.ui.merging import sentences
from annotator.ui.merging.answer_book import AnswerBook
from annotator.ui.merging.cards import CardMaker
from annotator.ui.merging.question_card import QuestionCard
from annotator.ui.session import Session
from annotator.ui.team.fields import small, tell
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.surfaces import Surface, clear, column, row

BACKUP = "A checked backup is made first. Your own work stays as it is."
NOTHING_NEW = "Everything in this file is here already."
LEFT_OUT = "As you answer, this file is left out"
ASKS = "Your lead has to look at something in this file first: send a copy of yours and say so."


class NewerFile(Surface):
    """Hidden until a file is chosen. ``said(words)`` once it was taken in.

    What is asked about the coder's own annotations and name is asked here; ``opened(passage, words)``
    asks for one of them in its article. All other questions are the lead's.
    """

    said = Signal(str)
    opened = Signal(object, str)

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__("card")
        px = theme.px
        self._theme = theme
        self._session = session
        self._path: Path | None = None
        self._brings_anything = False
        self._book = AnswerBook()
        self.cards: list[QuestionCard] = []
        self._title = plain.label()
        self._title.setFont(theme.font(Type.HEAD))
        self.brings = plain.label(wrap=True)
        self.take = Button(theme, "Take it in", kind="primary")
        self.cancel = Button(theme, "Leave it")
        self._missing = small(theme)
        self._held = HeldButton(session.check, self.take, self._missing)
        lines = column(self, margins=(px(16), px(12), px(16), px(14)), gap=px(8))
        lines.addWidget(self._title)
        lines.addWidget(self.brings)
        self._asked = column(gap=px(8))
        lines.addLayout(self._asked)
        verbs = row(gap=px(8))
        verbs.addWidget(small(theme, BACKUP), 1)
        verbs.addWidget(self._missing)
        verbs.addWidget(self.cancel)
        verbs.addWidget(self.take)
        lines.addLayout(verbs)
        self.take.clicked.connect(self._take)
        self.cancel.clicked.connect(self._forget)
        self.hide()

    @property
    def title(self) -> str:
        """What stands on top."""
        return self._title.text()

    def ask(self) -> None:
        """Ask which file, and look into it."""
        path = files.ask_file(self, "Choose the file from your lead", kinds=files.PROJECTS)
        if path is not None:
            self.look_into(path)

    def look_into(self, path: Path) -> None:
        """Show what a file would bring."""
        self._path = path
        self._show_questions(None, ())
        self._title.setText(plain.cut(f"A newer file from your lead: {path.name}"))
        tell(self.brings, "Reading it. Nothing is written by that.")
        self._held.allow(False)
        self.show()
        self._session.read(
            lambda project: operations.preview_merge(project, paths=[path]), done=self._show, failed=self._fail
        )

    def _show(self, preview: MergePreview) -> None:
        if preview.refused:
            tell(self.brings, plain.cut(preview.refused[0].sentence, longest=600))
            return
        made_by = self._session.coder_file
        lead = made_by.lead.name if made_by is not None else "your lead"
        said = [sentence for plan in preview.files for sentence in _brings(plan, lead=lead)]
        own = [self._worded(each, lead) for each in preview.questions if is_of(each, self._session.coder.id)]
        asks = any(each.required and not is_of(each, self._session.coder.id) for each in preview.questions)
        self._brings_anything = bool(preview.new_changes) and not asks
        tell(self.brings, ASKS if asks else " ".join(said) if preview.new_changes else NOTHING_NEW)
        self._show_questions(preview, own if self._brings_anything else ())
        self._allow()
        if self.cards:
            self.cards[0].take_focus()
        else:
            (self.take if self.take.isEnabled() else self.cancel).setFocus(Qt.FocusReason.OtherFocusReason)

    def _worded(self, question: Question, lead: str) -> Question:
        """Word for the coder what is else asked of the lead."""
        if question.kind is not QuestionKind.ALARM:
            return question
        out = Choice(LEAVE_OUT, f"Leave this file out and ask {lead} first")
        return replace(question, choices=tuple(out if each.id == LEAVE_OUT else each for each in question.choices))

    def _show_questions(self, preview: MergePreview | None, asked: Sequence[Question]) -> None:
        clear(self._asked)
        self._book.forget()
        self._book.take(asked)
        self.cards = []
        if preview is not None and asked:
            shown = replace(preview, questions=tuple(asked))
            self.cards = CardMaker(self._theme, self._session, shown, chosen=self._book.choice).cards()
        for card in self.cards:
            self._asked.addWidget(card)
            card.answered.connect(self._answer)
            card.opened.connect(self.opened)

    def _answer(self, question: str, choice: str) -> None:
        self._book.choose(question, choice)
        for card in self.cards:
            card.show_choice(self._book.choice(card.question))
        self._allow()

    def _allow(self) -> None:
        missing = LEFT_OUT if self._book.left_out else sentences.missing_words(self._book.missing)
        self._held.allow(self._brings_anything and not missing, missing=missing)

    def _fail(self, error: KnownError) -> None:
        tell(self.brings, plain.sentence_of(error))

    def _forget(self) -> None:
        self._path = None
        self.hide()
        self._session.read(lambda _: operations.forget_preview(), done=lambda _: None)

    def _take(self) -> None:
        path, author, answers = self._path, self._session.coder.id, self._book.answers
        if path is None:
            return
        self._held.allow(False)
        self._session.write(
            lambda project: operations.merge(project, author=author, paths=[path], answers=answers),
            done=self._taken,
            failed=self._fail,
        )

    def _taken(self, outcome: Outcome[MergeResult]) -> None:
        self.hide()
        changes = words.counted(outcome.value.added_changes, "change")
        self.said.emit(f"{changes} from your lead taken in. Your own work is as it was.")


def _brings(plan: FilePlan, *, lead: str) -> Iterator[str]:
    """Say what is in a file that a coder takes in."""
    yield f"{words.counted(plan.new_changes, 'new change')} from {lead}."
    if plan.documents_new:
        yield f"{words.counted(len(plan.documents_new), 'article')} more."
    added = [each.name for each in plan.codebook if each.kind == "added"]
    if added:
        yield f"New in the codebook: {words.listed(added)}."
    yield from plan.notes
