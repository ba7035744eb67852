# SPDX-License-Identifier: MIT
"""What several people say on the selected annotation, and a field to say something: a remark, or the lead's answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator import operations
from annotator.domain import Annotation, AnnotationId, MessageId
from annotator.ui import plain
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.docks.remark_lines import RemarkLines
from annotator.ui.models.open_article import Entry
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.key_cap import KeyCap
from annotator.ui.widgets.message_field import MessageField
from annotator.ui.widgets.surfaces import column, row

if TYPE_CHECKING:
    from annotator.operations import Outcome, Project, Question, Remark, Touched

REMARK, ANSWER = "Add a remark", "Answer the question"


class Talk(QWidget):
    """Follows the desk's selection. Reads on the store thread: an answer for a former annotation is dropped."""

    def __init__(self, theme: Theme, session: Session, desk: ArticleDesk) -> None:
        super().__init__()
        px = theme.px
        self._session = session
        self._desk = desk
        self._entry: Annotation | None = None
        self._is_answered = False
        self.said = RemarkLines(theme)
        self.field = MessageField(theme, name=REMARK, hint=REMARK)
        self.send = Button(theme, "Say it", kind="quiet")
        self._verbs = QWidget()
        line = row(self._verbs, gap=px(8))
        line.addStretch(1)
        line.addWidget(KeyCap(theme, "Ctrl+Enter"))
        line.addWidget(self.send)
        head = plain.label("Remarks", ink="secondary")
        head.setFont(theme.font(Type.META))
        lines = column(self, margins=(0, px(6), 0, 0), gap=px(6))
        for part in (head, self.said, self.field, self._verbs):
            lines.addWidget(part)
        self._head = head
        self._verbs.hide()
        self.field.edited.connect(self._allow)
        self.field.handed_over.connect(self._send)
        self.send.clicked.connect(self._send)
        self.said.changed.connect(self._change)
        self.said.deleted.connect(self._delete)
        session.bus.changed.connect(lambda touched, _: self._heard(touched))
        desk.chosen_changed.connect(lambda _: self._follow())
        desk.marks_changed.connect(self._marks_changed)
        self.hide()

    def show_entry(self, entry: Annotation | None) -> None:
        """Show what was said on an annotation; what is being written for it stays while it is the same one."""
        is_other = entry is None or self._entry is None or entry.id != self._entry.id
        self._entry = entry
        self.setVisible(entry is not None)
        if is_other:
            self._is_answered = False
            self._show_remarks(())
            if self.field.text:
                self.field.show_text("")
        if entry is None:
            return
        self._name_field()
        self._allow()
        if is_other:
            self._read()

    def _name_field(self) -> None:
        """Say what is written here; while one codes that is the same from annotation to annotation."""
        words = ANSWER if self._answers else REMARK
        if self.field.placeholderText() != words:
            self.field.setPlaceholderText(words)
            self.field.setAccessibleName(words)
            self.send.show_words("Answer" if words == ANSWER else "Say it")

    def _show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        self.said.show_remarks(remarks, reader=self._session.coder.id if remarks else None)
        self._head.setVisible(bool(remarks))

    def _follow(self) -> None:
        chosen = self._desk.chosen
        self.show_entry(chosen if isinstance(chosen, Annotation) else None)

    def _marks_changed(self, _removed: list[str], added: list[Entry]) -> None:
        if self._entry is not None and any(each.id == self._entry.id for each in added):
            self._follow()

    @property
    def _answers(self) -> bool:
        """Whether what is written here is the lead's answer to somebody's question, and not a word after it."""
        asks = self._entry is not None and self._entry.ask_lead and not self._is_answered
        return self._session.is_lead and asks and not self._is_own

    @property
    def _is_own(self) -> bool:
        return self._entry is not None and self._entry.coder == self._session.coder.id

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc drops what is being written, then goes back to the text by way of the page."""
        if event.key() == Qt.Key.Key_Escape and self.field.text:
            self.field.show_text("")
            self._allow()
        super().keyPressEvent(event)

    def _read(self) -> None:
        entry = self._entry
        if entry is None or not self._session.may_be_asked:
            return
        wanted = AnnotationId(entry.id)
        self._session.read(
            lambda project: _said_on(project, wanted), done=lambda found: self._show(wanted, *found)
        )  # fmt: skip

    def _show(self, annotation: AnnotationId, remarks: tuple[Remark, ...], question: Question | None) -> None:
        if self._entry is not None and self._entry.id == annotation:
            self._show_remarks(remarks)
            self._is_answered = question is not None and not question.waits_for_lead
            self._name_field()

    def _heard(self, touched: Touched) -> None:
        entry = self._entry
        if entry is not None and (touched.everything or entry.id in touched.annotations) and self.isVisible():
            self._read()

    def _allow(self) -> None:
        self._verbs.setVisible(bool(self.field.text.strip()))

    def _send(self) -> None:
        entry, text = self._entry, self.field.text
        if entry is None or not text.strip():
            return
        author, annotation, answers = self._session.coder.id, AnnotationId(entry.id), self._answers
        verb = operations.answer if answers else operations.say
        self.field.show_text("")
        self._allow()
        self._session.write(
            lambda project: verb(project, author=author, annotation=annotation, text=text), initiator=self
        )
        self._session.read_out(self._read)

    def _change(self, message: str, text: str) -> None:
        author, wanted = self._session.coder.id, MessageId(message)
        self._write_own(lambda project: operations.change_message(project, author=author, message=wanted, text=text))

    def _delete(self, message: str) -> None:
        author, wanted = self._session.coder.id, MessageId(message)
        self._write_own(lambda project: operations.delete_message(project, author=author, message=wanted))

    def _write_own(self, verb: Callable[[Project], Outcome[Any]]) -> None:
        """Change what one has said oneself; what it leaves is read as soon as it is written."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._session.write(verb)


def _said_on(project: Project, annotation: AnnotationId) -> tuple[tuple[Remark, ...], Question | None]:
    question = operations.question_on(project, annotation=annotation)
    remarks = operations.remarks(project, annotation=annotation) if question is None else question.remarks
    return remarks, question
