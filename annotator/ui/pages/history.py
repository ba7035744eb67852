# SPDX-License-Identifier: MIT
"""The history of the project: who did what, when, on which passage; what can be taken back is taken back from here."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from annotator import operations
from annotator.domain import CoderId, HistoryEntry, KnownError, UsageError
from annotator.operations import ExportedFile, HistoryFilter, HistoryPage, Outcome, Project, Way, WayBack
from annotator.operations.audit_passages import EntryPassages
from annotator.ui import plain
from annotator.ui.dialogs import files
from annotator.ui.history.details import HistoryDetails
from annotator.ui.history.filters import HistoryFilters
from annotator.ui.history.list import HistoryList
from annotator.ui.pages.project_page import ProjectPage
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.surfaces import Scroll, Surface, column, row

_PAGE, _MOST_AGAIN = 50, 400
_SIDE_FROM, _SIDE = 860, 360
_AGAIN_MILLISECONDS = 100
NOTHING = "Nothing in the history is like that."
Told = tuple[WayBack, EntryPassages]


class HistoryPageView(ProjectPage):
    """``passage_asked(passage, words)`` leads to a passage in its article."""

    passage_asked = Signal(object, str)

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session, here="page_history")
        px = theme.px
        self.filters = HistoryFilters(theme)
        self.list = HistoryList(theme)
        self.details = HistoryDetails(theme)
        self.nothing = plain.label(NOTHING, ink="secondary")
        self.nothing.setContentsMargins(px(24), px(16), px(24), px(16))
        self.save = self.bar.verbs.add("Save as CSV…", self._save)
        self._asked = 0
        self._way = WayBack(Way.NONE)
        self._is_told = self._opens_when_told = False
        self._both: QHBoxLayout = row()
        self._side = Scroll(self.details)
        self._lay_out()
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MILLISECONDS)
        self._again.timeout.connect(self._read_again)
        self.filters.changed.connect(self._read)
        self.list.history.wanted.connect(self._read_on)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._choose())
        self.list.entered_row.connect(lambda _: self._enter())
        self.details.opened.connect(self.passage_asked)
        self.details.taken.connect(self._take)
        session.bus.changed.connect(lambda *_: self._again.start())

    def _lay_out(self) -> None:
        middle = Surface("page")
        lines = column(middle)
        lines.addWidget(self.nothing)
        lines.addWidget(self.list, 1)
        self._edge = Surface("panel", line="left")
        column(self._edge, margins=(1, 0, 0, 0)).addWidget(self._side)
        self._both.addWidget(middle, 1)
        self._both.addWidget(self._edge)
        self.body.addWidget(self.filters)
        self.body.addLayout(self._both, 1)
        self.nothing.hide()

    def acts(self) -> dict[str, Callable[[], object]]:
        """Let the key that finds lead to the words."""
        return {"find": lambda: self.filters.text.setFocus(Qt.FocusReason.ShortcutFocusReason)}

    def begin(self) -> None:
        """Read it anew, and go to the list."""
        self._again.stop()
        self._read_again()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the details beside the list, or below it where there is no room."""
        super().resizeEvent(event)
        px = self.theme.px
        is_wide = self.width() >= px(_SIDE_FROM)
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._both.setDirection(way)
        self._edge.setMinimumWidth(px(_SIDE) if is_wide else 0)
        self._edge.setMaximumWidth(px(_SIDE) if is_wide else 16_777_215)
        self._edge.setMaximumHeight(16_777_215 if is_wide else px(200))
        self._edge.setProperty("line", "left" if is_wide else "top")
        self._edge.style().unpolish(self._edge)
        self._edge.style().polish(self._edge)

    def _read_again(self) -> None:
        """Read what is shown anew, as far as the reader has come; the chosen entry stays chosen."""
        if self.isVisible() and self.session.is_open:
            overview = self.session.overview
            self.session.read(operations.history_verbs, done=lambda verbs: self.filters.offer(overview, verbs))
            self._read(most=min(_MOST_AGAIN, max(_PAGE, self.list.history.rowCount())))

    def _read(self, *, most: int = _PAGE) -> None:
        self._asked += 1
        asked, wanted = self._asked, self.filters.wanted
        entry = self.details.entry
        kept = entry.key if entry is not None else ""
        self.list.history.begin()

        def first(page: HistoryPage) -> None:
            if asked == self._asked:
                self.filters.note.tell("")
                self.list.history.show_page(page)
                self._shown(kept)

        self.session.read(
            lambda project: operations.history_page(project, wanted=wanted, most=most), done=first, failed=self._refuse
        )

    def _read_on(self) -> None:
        asked, wanted, before = self._asked, self.filters.wanted, self.list.history.next

        def more(page: HistoryPage) -> None:
            if asked == self._asked:
                self.list.history.add_page(page)
                self._shown("")

        self.session.read(
            lambda project: operations.history_page(project, wanted=wanted, before=before, most=_PAGE), done=more,
            failed=self._refuse,
        )  # fmt: skip

    def _shown(self, kept: str) -> None:
        """Choose what was chosen, and go on where a page held too little to fill the view."""
        history = self.list.history
        if history.rowCount() and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(history.index(max(0, history.row_of(kept))))
        self.nothing.setVisible(not history.rowCount() and not history.next)
        if not history.rowCount():
            self.details.show_entry(None)
            if history.next:
                history.fetchMore(self.list.rootIndex())

    def _refuse(self, error: KnownError) -> None:
        """Say below the filters what is no day; anything else is for the window."""
        if isinstance(error, UsageError):
            self.filters.note.tell(error.sentence)
        else:
            self.refused.emit(error)

    def _choose(self) -> None:
        index = self.list.currentIndex()
        if not index.isValid():
            return
        entry = self.list.history.entry(index.row())
        self.details.show_entry(entry)
        self._is_told, self._opens_when_told = False, False
        coder = self.session.coder.id

        def tell(found: Told) -> None:
            if self.details.entry is entry:
                self._tell(found)

        self.session.read(lambda project: _told(project, coder, entry), done=tell)

    def _tell(self, found: Told) -> None:
        self._way, passages = found
        self._is_told = True
        self.details.show_way(self._way)
        self.details.show_passages(passages, self.session.overview)
        if self._opens_when_told:
            self._enter()

    def _enter(self) -> None:
        """Open the passage of the chosen entry, once it is known."""
        if self._is_told:
            self._opens_when_told = False
            self.details.open_first()
        else:
            self._opens_when_told = True

    def _take(self) -> None:
        entry, way, coder = self.details.entry, self._way.way, self.session.coder.id
        if entry is None or way is Way.NONE:
            return

        def work(project: Project) -> Outcome[object]:
            return _take_back(project, coder, entry, way)

        self.details.way.setEnabled(False)
        self.session.write(work, done=lambda _: self._taken(), failed=lambda _: self._taken())

    def _taken(self) -> None:
        self.details.way.setEnabled(True)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        wanted: HistoryFilter = self.filters.wanted
        path = files.ask_new_file(self, "Save the history", name="history.csv", kinds=files.TABLES)
        if path is not None:
            self.session.read(
                lambda project: operations.export_history(project, path=path, wanted=wanted), done=self._saved,
                failed=self._refuse,
            )  # fmt: skip

    def _saved(self, written: ExportedFile) -> None:
        self.said.emit(f"{written.rows:,} entries lie in {written.path}, oldest first.")


def _told(project: Project, coder: CoderId, entry: HistoryEntry) -> Told:
    return (
        operations.way_back(project, coder=coder, entry=entry),
        operations.history_passages(project, entry=entry),
    )


def _take_back(project: Project, coder: CoderId, entry: HistoryEntry, way: Way) -> Outcome[object]:
    if way is Way.WITHDRAW:
        withdrawn = operations.withdraw_merge(project, author=coder, number=entry.event)
        return Outcome(withdrawn.value, withdrawn.touched, withdrawn.verb)
    back = operations.undo_action if way is Way.UNDO else operations.bring_back
    done = back(project, coder=coder, action=entry.action)
    return Outcome(done.value, done.touched, done.verb)
