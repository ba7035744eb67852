# SPDX-License-Identifier: MIT
"""Passages in numbers: what is counted at the left, table and figure in the middle, a cell's passages at the right."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.domain import KnownError
from annotator.operations import Counts
from annotator.operations.retrieval import RetrievedPassage
from annotator.ui import plain
from annotator.ui.background import Background
from annotator.ui.counts import words as said
from annotator.ui.counts.counting import Counting
from annotator.ui.counts.models import CountCell
from annotator.ui.counts.passages import CellPassages
from annotator.ui.counts.result import CountResult
from annotator.ui.counts.settings import CountSettings
from annotator.ui.pages.counts_saving import FIGURES, TABLES, CountSaving, Form
from annotator.ui.pages.project_page import ProjectPage
from annotator.ui.pages.quotes import line_of
from annotator.ui.quotes.wanted import Wanted
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.filters_beside import take_focus
from annotator.ui.widgets.three_columns import LEFT, MIDDLE, RIGHT, ThreeColumns

_AGAIN_MILLISECONDS = 400
CANCELLED = "Cancelled, so there are no figures. Change anything at the left to count again."


class CountsPage(ProjectPage):
    """``passages_asked(Selection, words)`` leads to Quotes; ``passage_asked(PassageLine, words)`` into the text."""

    passages_asked = Signal(object, str)
    passage_asked = Signal(object, str)

    def __init__(self, theme: Theme, session: Session, wanted: Wanted) -> None:
        super().__init__(theme, session, here="page_counts")
        self.wanted = wanted
        self._is_stale = True
        self._focus_result = False
        self._goes_to = ""
        self._has_opened = False
        self.settings, self.result = CountSettings(theme), CountResult(theme)
        self.passages = CellPassages(theme, session)
        self.work = Background(session, parent=self)
        self.counting = Counting(self.work, parent=self)
        self.saving = CountSaving(self, self.work)
        self.copy = self.bar.verbs.add("Copy table", self._copy, icon="copy")
        self.save_table = self.bar.verbs.add("Save table…", lambda: self._save(self.save_table, TABLES))
        self.save_figure = self.bar.verbs.add("Save figure…", lambda: self._save(self.save_figure, FIGURES))
        names = ("Settings", "Figures", "Passages")
        self.columns = ThreeColumns(theme, (self.settings, self.result, self.passages), names=names)
        self.settings.setMinimumWidth(theme.px(264))
        self.body.addWidget(self.columns, 1)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MILLISECONDS)
        self._connect()
        self._allow(False)

    def _connect(self) -> None:
        self.settings.changed.connect(self._count)
        self.settings.filtered.connect(self._filtered)
        self.wanted.offered.connect(self._offer)
        self.wanted.changed.connect(self._wants_other)
        self.counting.counted.connect(self._show)
        self.counting.drawn.connect(self._show_figure)
        self.counting.failed.connect(self._fail)
        self.counting.not_drawn.connect(lambda error: self.result.figure.fail(plain.sentence_of(error)))
        self.work.called_off.connect(self._cancelled)
        self.result.chosen.connect(self._choose)
        self.result.entered.connect(self._look)
        self.result.go_on.connect(self._go_on)
        self.passages.all_asked.connect(self._look)
        self.passages.opened.connect(self._open)
        self._again.timeout.connect(lambda: self._count() if self.isVisible() else None)
        self.session.bus.changed.connect(lambda *_: self._changed())
        self.session.overview_changed.connect(self._offer)

    @property
    def status(self) -> tuple[str, str] | None:
        """Say how many passages the chosen cell has."""
        cell = self.passages.cell
        return (cell.words, said.passages_words(cell.passages)) if cell is not None else None

    def acts(self) -> dict[str, Callable[[], object]]:
        """Go round the parts by F6; find leads to the words of the filters."""
        return {"region": lambda: self._cycle(1), "region_back": lambda: self._cycle(-1), "find": self._find}

    def begin(self) -> None:
        """Come into view: count where anything changed, else stay at the same cell."""
        self.wanted.read_offers()
        if self._is_stale:
            self.settings.filters.show_selection(self.wanted.selection)
        self._offer()
        if self._is_stale:
            self._focus_result = True
            self._count()
        if self._has_opened and take_focus(self.passages.list):
            self._has_opened = False
        else:
            self._focus_figures()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Esc as the way back to the figures."""
        if event.key() == Qt.Key.Key_Escape and not self.result.grid.hasFocus():
            self.columns.turn_to(MIDDLE)
            take_focus(self.result.grid)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Count no further for nobody."""
        super().hideEvent(event)
        self.passages.call_off()
        if self.work.call_off():
            self._is_stale = True

    def _focus_figures(self) -> None:
        """Go to the figures, or where there are none to what leads on."""
        if not (take_focus(self.result.grid) or take_focus(self.result.go)):
            self.setFocus()

    def _offer(self) -> None:
        if self.session.is_open:
            self.settings.offer(self.session.overview, self.wanted.offers)
            # The overview follows a change a moment later: the first annotation may be in it only now.
            if self.session.overview.annotations and self.result.nothing.text() == said.NOTHING_CODED:
                self._changed()

    def _filtered(self) -> None:
        found = self.settings.filters.wanted
        if found is not None:
            self.wanted.want(found, initiator=self)
            self._count()

    def _wants_other(self, initiator: object) -> None:
        if initiator is not self:
            self.settings.filters.show_selection(self.wanted.selection)
            self._is_stale = True

    def _changed(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._again.start()

    def _count(self) -> None:
        self._again.stop()
        if not self.session.overview.annotations:
            self._show_nothing(said.NOTHING_CODED, go="Go to coding", to="page_coding")
            self._is_stale = False
            return
        self._is_stale = False
        self.counting.count(self.settings.choice(self.wanted.selection))

    def _show(self, counts: Counts) -> None:
        reason = said.why_nothing(counts)
        if reason:
            to = {said.NO_DATES: ("Go to articles", "page_articles"), said.NO_TIES: ("Go to coding", "page_coding")}
            self._show_nothing(reason, go=to.get(reason, ("", ""))[0], to=to.get(reason, ("", ""))[1])
            return
        takes_focus = (self._focus_result and self.hasFocus()) or self.result.go.hasFocus()
        documents = self.session.overview.documents
        self.result.show_counts(counts, {each.document.id: each.document.heading for each in documents})
        self._allow(True)
        self.counting.draw(counts)
        if takes_focus:
            self._focus_figures()
        self._focus_result = False
        self.status_changed.emit()

    def _show_figure(self, counts: Counts, svg: bytes) -> None:
        if counts is self.result.counts:
            self.result.figure.show_picture(svg, name=counts.title)

    def _show_nothing(self, sentence: str, *, go: str = "", to: str = "") -> None:
        self._goes_to = to
        self.result.show_nothing(sentence, go=go)
        self._allow(False)

    def _cancelled(self) -> None:
        self._is_stale = True
        if self.result.counts is None:
            self._show_nothing(CANCELLED)
        else:
            self.result.figure.fail(CANCELLED)

    def _fail(self, error: KnownError) -> None:
        self._is_stale = True
        self._show_nothing(plain.sentence_of(error))

    def _allow(self, may: bool) -> None:
        for verb in (self.copy, self.save_table, self.save_figure):
            verb.setEnabled(may)

    def _choose(self, cell: CountCell | None) -> None:
        self.passages.show_cell(cell)
        self.status_changed.emit()

    def _look(self) -> None:
        cell: CountCell | None = self.passages.cell
        if cell is not None and cell.passages:
            counts = self.result.counts
            title = counts.title if counts is not None else ""
            self.passages_asked.emit(cell.selection, f"{title}. {cell.words}: {said.passages_words(cell.passages)}.")

    def _open(self, passage: RetrievedPassage, words: str) -> None:
        cell = self.passages.cell
        self._has_opened = True
        of_consensus = cell is not None and cell.selection.consensus
        self.passage_asked.emit(line_of(passage, of_consensus=of_consensus), words)

    def _go_on(self) -> None:
        if self._goes_to:
            self.bar.asked.emit(self._goes_to)

    def _copy(self) -> None:
        if self.result.counts is not None:
            QApplication.clipboard().setText(self.result.copied())
            self.said.emit("The table is copied, its cells parted by tabs.")

    def _save(self, button: QWidget, forms: tuple[Form, ...]) -> None:
        if self.result.counts is not None:
            self.saving.offer(button, forms, self.result.counts)

    def _find(self) -> None:
        self.columns.turn_to(LEFT)
        take_focus(self.settings.filters.text)

    def _cycle(self, step: int) -> None:
        """Go to the next part: settings, figures, passages, bar; what has no room is turned to."""
        parts: list[tuple[QWidget, str, Callable[[], bool]]] = [
            (self.settings, LEFT, lambda: take_focus(self.settings.kinds[self.settings.kind.value])),
            (self.result, MIDDLE, lambda: take_focus(self.result.grid) or take_focus(self.result.go)),
            (self.passages, RIGHT, lambda: take_focus(self.passages.list)),
            (self.bar, "", lambda: take_focus(self.bar.menu)),
        ]
        focused = QApplication.focusWidget()
        here = next((n for n, (part, _, _) in enumerate(parts) if focused in (part, *part.findChildren(QWidget))), 3)
        for _ in parts:
            here = (here + step) % len(parts)
            part, column, focus = parts[here]
            if column and not part.isVisible():
                self.columns.turn_to(column)
            if focus():
                return
