# SPDX-License-Identifier: MIT
"""Export: what for at the left, what exactly in the middle, one verb below, and afterwards what was written."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator import operations
from annotator.domain import KnownError, NotSaved
from annotator.operations import ExportCount, Project
from annotator.ui import plain
from annotator.ui.background import Background
from annotator.ui.dialogs import files
from annotator.ui.exporting import sentences
from annotator.ui.exporting.command_line import CommandLine
from annotator.ui.exporting.command_words import command_of
from annotator.ui.exporting.foot import ExportFoot
from annotator.ui.exporting.format_choice import FormatChoice
from annotator.ui.exporting.format_list import FormatList
from annotator.ui.exporting.formats import CODEBOOK
from annotator.ui.exporting.holds_card import HoldsCard
from annotator.ui.exporting.how_card import HowCard
from annotator.ui.exporting.result_card import ResultCard, Written, looked_at
from annotator.ui.exporting.wanted import ExportWanted, wanted_from
from annotator.ui.exporting.which_card import WhichCard
from annotator.ui.jobs import Report
from annotator.ui.pages.parts import cycled
from annotator.ui.pages.project_page import ProjectPage
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.card_grid import CardGrid
from annotator.ui.widgets.surfaces import Scroll, Surface, column, row

_COUNTS_AFTER_MILLISECONDS = 120
_LIST, _LIST_FROM, _BESIDE = 272, 800, 640
_SOMEWHERE = "FOLDER"
STOPPED = "Stopped. Files that were whole by then lie in the folder; no half one is left."


class ExportPage(ProjectPage):
    """Remembers for each project on this computer what was chosen last."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session, here="page_export")
        self.wanted = ExportWanted()
        self._rounds: tuple[str, ...] = ()
        self._folder: Path | None = None
        self._has_begun = False
        self.formats = FormatList(theme)
        self.format_choice = FormatChoice(theme)
        self.title = plain.label()
        self.title.setFont(theme.font(Type.TITLE))
        self.result = ResultCard(theme)
        self.holds = HoldsCard(theme)
        self.which, self.how = WhichCard(theme), HowCard(theme)
        self.command = CommandLine(theme)
        self.foot = ExportFoot(theme, session.check)
        self.counting, self.writing = Background(session, parent=self), Background(session, parent=self)
        self._count_soon = QTimer(self, singleShot=True, interval=_COUNTS_AFTER_MILLISECONDS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        px = self.theme.px
        self._left = Surface("panel", line="right")
        self._left.setFixedWidth(px(_LIST))
        column(self._left, margins=(0, 0, 1, 0)).addWidget(self.formats)
        content = QWidget()
        lines = column(content, margins=(px(24), px(16), px(24), px(24)), gap=px(12))
        lines.addWidget(self.format_choice)
        lines.addWidget(self.title)
        lines.addWidget(self.result)
        lines.addWidget(self.holds)
        self._cards = CardGrid(self.theme, ((self.which, 6), (self.how, 6)), from_width=_BESIDE)
        lines.addWidget(self._cards)
        lines.addWidget(self.command)
        lines.addStretch(1)
        self.pane = Scroll(content)
        middle = column()
        middle.addWidget(self.pane, 1)
        beside = row()
        beside.addWidget(self._left)
        beside.addLayout(middle, 1)
        self.body.addLayout(beside, 1)
        self.body.addWidget(self.foot)

    def _connect(self) -> None:
        self.formats.chosen.connect(self.choose)
        self.format_choice.chosen.connect(self.choose)
        self.which.changed.connect(self._take)
        self.how.changed.connect(self._take)
        self.foot.asked.connect(self._ask)
        self.foot.cancelled.connect(self.writing.cancel)
        self.writing.called_off.connect(self._stopped)
        self._count_soon.timeout.connect(self._count)
        self.session.overview_changed.connect(self._heard)

    @property
    def state(self) -> str:
        """What the page says will be written."""
        return self.foot.sentence

    def acts(self) -> dict[str, Callable[[], object]]:
        """F6 goes round the parts."""
        return {"region": lambda: self._cycle(1), "region_back": lambda: self._cycle(-1)}

    def begin(self) -> None:
        """Read what was chosen last and which rounds there are; keys act on the formats."""
        self.result.hide()
        self.session.read(_remembered, done=self._show_remembered)
        self._focus_formats()

    def choose(self, name: str) -> None:
        """Choose a format; what else was chosen stays."""
        if name != self.wanted.format:
            self._set(replace(self.wanted, format=name))
            self.result.hide()
            self.pane.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the list of formats give way to one field where the window is narrow."""
        super().resizeEvent(event)
        has_list = self.width() >= self.theme.px(_LIST_FROM)
        had_focus = self.formats.hasFocus() or self.format_choice.hasFocus()
        self._left.setVisible(has_list)
        self.format_choice.setVisible(not has_list)
        self.title.setVisible(has_list)
        if had_focus:
            self._focus_formats()

    def hideEvent(self, event: QHideEvent) -> None:
        """Count no longer for a page that nobody sees."""
        super().hideEvent(event)
        self._count_soon.stop()
        self.counting.call_off()

    def _focus_formats(self) -> None:
        shown = self.format_choice if self._left.isHidden() else self.formats
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_remembered(self, answer: tuple[ExportWanted, tuple[str, ...]]) -> None:
        remembered, self._rounds = answer
        wanted = self.wanted if self._has_begun else remembered
        self._has_begun = True
        overview = self.session.overview
        wanted = wanted.known_in(overview, rounds=self._rounds)
        self.wanted = wanted
        self.which.show_project(overview, self._rounds, wanted)
        self.how.show_codebook(overview.codebook, wanted)
        self._set(wanted)

    def _heard(self) -> None:
        """Offer what has come into the project meanwhile."""
        if self.isVisible() and self._has_begun and not self.writing.is_busy:
            self._show_remembered((self.wanted, self._rounds))

    def _take(self) -> None:
        self._set(self.how.taken(self.which.taken(self.wanted)))

    def _set(self, wanted: ExportWanted) -> None:
        self.wanted = wanted
        chosen = wanted.chosen_format
        self.formats.show_value(wanted.format)
        self.format_choice.show_value(wanted.format)
        self.title.setText(chosen.words)
        self.holds.show_format(chosen)
        self.which.show_wanted(wanted)
        self.how.show_wanted(wanted)
        self._cards.share(*((6, 6) if not self.which.isHidden() else (12, 12)))
        self._show_command()
        missing = "" if self.which.isHidden() else self.which.missing
        missing = missing or self.how.missing
        if not self.writing.is_busy:
            self.foot.allow(not missing, missing=missing)
        self.counting.call_off()
        self._count_soon.stop()
        if missing:
            self.foot.tell("")
        elif wanted.format == CODEBOOK:
            self.foot.tell(sentences.codebook_sentence(len(self.session.overview.codebook.codes)))
        else:
            self._count_soon.start()

    def _show_command(self) -> None:
        folder = str(self._folder) if self._folder is not None else _SOMEWHERE
        self.command.show_command(command_of(self.wanted, self.session.overview, directory=folder))

    def _count(self) -> None:
        wanted = self.wanted
        choice = wanted.worded(self.session.overview).choice
        if not self.session.may_read or self.writing.is_busy:
            return

        def show(count: ExportCount) -> None:
            if self.wanted is wanted:
                self.foot.tell(sentences.will_write(count, wanted))

        if not self.foot.sentence:
            self.foot.tell(sentences.COUNTING)
        self.counting.read(
            lambda project, report: operations.count_export(project, choice=choice, progress=report),
            words="Counting", done=show, failed=lambda error: self.foot.tell(plain.sentence_of(error)),
        )  # fmt: skip

    def _ask(self) -> None:
        folder = files.ask_folder(self, "Choose a folder for the export")
        if folder is not None:
            self._write(folder)

    def _write(self, folder: Path) -> None:
        wanted, project_id = self.wanted, self.session.overview.project
        worded = wanted.worded(self.session.overview)
        self._folder = folder

        def work(project: Project, report: Report) -> tuple[Written, KnownError | None]:
            written = looked_at(worded.write(project, directory=folder, progress=report), folder)
            try:
                operations.remember_export(project_id, chosen=wanted.as_json())
            except NotSaved as error:
                return written, error
            return written, None

        self.counting.call_off()
        self.result.hide()
        self.foot.show_writing(True)
        self.foot.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.writing.read(
            work, words=f"Writing {wanted.chosen_format.words}", done=self._written, failed=self._not_written
        )

    def _written(self, answer: tuple[Written, KnownError | None]) -> None:
        written, error = answer
        self._end_writing()
        self.result.show_written(written)
        self._show_command()
        self.pane.verticalScrollBar().setValue(0)
        if self.isVisible():
            self.result.open.setFocus(Qt.FocusReason.OtherFocusReason)
        if error is not None:
            self.refused.emit(error)

    def _not_written(self, error: KnownError) -> None:
        self._end_writing()
        self.foot.export.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refused.emit(error)

    def _stopped(self) -> None:
        self._end_writing()
        self.foot.export.setFocus(Qt.FocusReason.OtherFocusReason)
        self.said.emit(STOPPED)

    def _end_writing(self) -> None:
        self.foot.show_writing(False)
        self._set(self.wanted)

    def _cycle(self, step: int) -> None:
        """Go from part to part."""
        verb = self.foot.cancel if self.writing.is_busy else self.foot.export
        parts = (
            (self._left, self.formats), (self.format_choice, self.format_choice), (self.result, self.result.open),
            (self.which, self.which), (self.how, self.how), (self.command, self.command.copy), (self.foot, verb),
        )  # fmt: skip
        cycled(self, self.pane, parts, step=step)


def _remembered(project: Project) -> tuple[ExportWanted, tuple[str, ...]]:
    rounds = tuple(each.name for each in operations.rounds(project))
    return wanted_from(operations.remembered_export(project.project_id)), rounds
