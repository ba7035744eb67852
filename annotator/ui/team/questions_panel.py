# SPDX-License-Identifier: MIT
"""What coders ask the lead: the questions, the passage, what was said so far, and the answer, written in place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from annotator import operations
from annotator.domain import AnnotationId, Codebook, MessageId
from annotator.operations import Question
from annotator.ui import plain, words
from annotator.ui.docks.quote import Quote
from annotator.ui.docks.remark_lines import RemarkLines
from annotator.ui.team.fields import head, small, tell
from annotator.ui.team.lines_list import LinesList, ListLine
from annotator.ui.team.team_desk import TeamDesk
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.key_cap import KeyCap
from annotator.ui.widgets.message_field import MessageField
from annotator.ui.widgets.surfaces import column, row

EMPTY = "Nobody asks anything. Coders ask with “Ask the lead” or by the key ?; what they ask comes with their files."


class QuestionsPanel(QWidget):
    """``passage_asked(question)`` by Enter on a question or its button."""

    passage_asked = Signal(object)

    def __init__(self, theme: Theme, desk: TeamDesk) -> None:
        super().__init__()
        self._theme = theme
        self._desk = desk
        self._questions: Sequence[Question] = ()
        self._codebook: Codebook | None = None
        self._shown = ""
        self.list = LinesList(theme, name="Questions", grows=True)
        self._empty = small(theme, EMPTY)
        self.quote = Quote(theme)
        self.about = small(theme)
        self.memo = plain.label(wrap=True)
        self.said = RemarkLines(theme)
        self.answer = MessageField(theme, name="Your answer", hint="Your answer")
        self.send = Button(theme, "Answer")
        self._key = KeyCap(theme, "Ctrl+Enter")
        self.show_passage = Button(theme, "Show the passage", kind="quiet")
        self._detail = self._make_detail()
        whole = column(self)
        whole.addWidget(head(theme, "Questions to you"))
        self._empty.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(16))
        whole.addWidget(self._empty)
        whole.addWidget(self.list)
        whole.addWidget(self._detail)
        self._detail.hide()
        self.list.chosen.connect(self._show)
        self.list.entered_line.connect(lambda _: self._ask_passage())
        self.show_passage.clicked.connect(self._ask_passage)
        self.answer.edited.connect(self._allow)
        self.answer.handed_over.connect(self._answer)
        self.send.clicked.connect(self._answer)
        self.said.changed.connect(self._change)
        self.said.deleted.connect(self._delete)

    def _make_detail(self) -> QWidget:
        px = self._theme.px
        made = QWidget()
        lines = column(made, margins=(px(16), px(12), px(16), px(16)), gap=px(8))
        for part in (self.quote, self.about, self.memo, self.said, self.answer):
            lines.addWidget(part)
        verbs = row(gap=px(8))
        verbs.addWidget(self.show_passage)
        verbs.addStretch(1)
        verbs.addWidget(self._key)
        verbs.addWidget(self.send)
        lines.addLayout(verbs)
        return made

    @property
    def question(self) -> Question | None:
        """The question that is looked at."""
        return next((each for each in self._questions if each.annotation.id == self._shown), None)

    def show_questions(self, questions: Sequence[Question], *, codebook: Codebook) -> None:
        """Show them; the one that is looked at stays, with what is being written."""
        self._questions, self._codebook = questions, codebook
        self.list.show_lines([_line(each) for each in questions])
        self._empty.setVisible(not questions)
        self._show(self.list.key or (questions[0].annotation.id if questions else ""))

    def take_focus(self) -> None:
        """Put the focus on the first question."""
        self.list.take_focus()

    def _show(self, annotation: str) -> None:
        if annotation != self._shown:
            self.answer.show_text("")
        self._shown = annotation
        question = self.question
        self._detail.setVisible(question is not None)
        if question is None or self._codebook is None:
            return
        self.list.choose(annotation)
        code = self._codebook.by_id(question.annotation.code)
        self.quote.show_quote(question.annotation.quote, colour=self._theme.code_colour(code) if code else "")
        name = f"{code.name}, " if code else ""
        tell(self.about, f"{name}coded by {words.coder_name(question.coder)} in “{question.document.heading}”")
        tell(self.memo, question.annotation.memo)
        self.said.show_remarks(question.remarks, reader=self._desk.session.coder.id)
        for part in (self.answer, self._key, self.send):
            part.setVisible(question.waits_for_lead)
        self._allow()

    def _allow(self) -> None:
        self.send.setEnabled(bool(self.answer.text.strip()))

    def _answer(self) -> None:
        text, annotation = self.answer.text, AnnotationId(self._shown)
        if not text.strip() or not annotation or self.answer.isHidden():
            return
        self.answer.show_text("")
        self._allow()
        self._desk.write(
            lambda project, author: operations.answer(project, author=author, annotation=annotation, text=text)
        )
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, message: str, text: str) -> None:
        wanted = MessageId(message)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._desk.write(
            lambda project, author: operations.change_message(project, author=author, message=wanted, text=text)
        )

    def _delete(self, message: str) -> None:
        wanted = MessageId(message)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._desk.write(lambda project, author: operations.delete_message(project, author=author, message=wanted))

    def _ask_passage(self) -> None:
        if self.question is not None:
            self.passage_asked.emit(self.question)


def _line(question: Question) -> ListLine:
    quote = words.short_quote(question.annotation.quote)
    note = words.short_quote(question.annotation.memo) or question.document.heading
    state = "Open" if question.is_open else "Answered"
    icon = "question" if question.is_open else "agreed"
    return ListLine(question.annotation.id, f"{question.coder.name}: “{quote}”", note, icon=icon, aside=state)
