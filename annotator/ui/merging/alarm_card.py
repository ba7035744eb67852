# SPDX-License-Identifier: MIT
"""The alarm: somebody's file takes many annotations away. Who, when, where, how many; each of them can be looked at."""

from datetime import datetime

from PySide6.QtCore import Qt

from annotator import operations
from annotator.domain import Annotation, AnnotationId
from annotator.merging.questions import AlarmDetail, Question
from annotator.operations import Project
from annotator.ui.docks.passage_list import PassageList
from annotator.ui.merging import sentences
from annotator.ui.merging.bars import LossBars
from annotator.ui.merging.question_card import QuestionCard
from annotator.ui.models.passage_rows import row_of
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button

_AT_ONCE = 200


class AlarmCard(QuestionCard):
    """The passages are read when they are first asked for, so many at a time."""

    def __init__(self, theme: Theme, session: Session, question: Question, detail: AlarmDetail) -> None:
        super().__init__(theme, question, title=sentences.alarm_title(detail), icon="warning", token="warning")
        self._session = session
        self._detail = detail
        now = datetime.now().astimezone()
        self.sentence(sentences.alarm_story(detail, now=now))
        self.body.addWidget(
            LossBars(
                theme,
                before=(detail.before, sentences.before_words(detail, now=now)),
                after=(detail.after, f"{detail.after:,} in this file"),
            )
        )
        number = len(detail.deleted)
        self.show_them = Button(theme, f"Show the {number:,}" if number > 1 else "Show it")
        self.show_them.setCheckable(True)
        self.add_choices(self.show_them)
        self.list = PassageList(theme, name="Annotations that would go")
        self.list.hide()
        self.body.addWidget(self.list)
        self.hint = self.sentence(
            "Enter, or a double click, opens a passage in its article. Esc leads back.", quiet=True
        )
        self.hint.hide()
        self.body.addStretch(1)
        self.show_them.toggled.connect(self._show)
        self.list.opened.connect(lambda row: self.opened.emit(row.line, f"{detail.coder_name} deleted this passage"))

    def _show(self, on: bool) -> None:
        if on and not self.list.passages.rowCount():
            self._read(0)
        self.list.setVisible(on and self.list.passages.rowCount() > 0)
        self.hint.setVisible(on)

    def _read(self, begin: int) -> None:
        wanted = self._detail.deleted[begin : begin + _AT_ONCE]

        def read(project: Project) -> list[Annotation]:
            return _living(project, wanted)

        def add(found: list[Annotation]) -> None:
            overview = self._session.overview
            self.list.add_passages([row_of(each, overview) for each in found])
            self.list.setVisible(self.show_them.isChecked() and self.list.passages.rowCount() > 0)
            if begin == 0:
                self.list.show_codes(overview.codebook.codes)
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            if begin + _AT_ONCE < len(self._detail.deleted):
                self._read(begin + _AT_ONCE)

        self._session.read(read, done=add)


def _living(project: Project, wanted: tuple[AnnotationId, ...]) -> list[Annotation]:
    found = (operations.annotation(project, annotation=each) for each in wanted)
    return [each for each in found if each is not None]
