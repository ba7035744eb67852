# SPDX-License-Identifier: MIT
"""The chosen entry: who, when, what, on which passages, and the way back where there is one."""

from datetime import datetime

from PySide6.QtCore import Signal

from annotator.domain import HistoryEntry
from annotator.operations import Overview, Way, WayBack
from annotator.operations.audit_passages import EntryPassages
from annotator.ui import plain, words
from annotator.ui.docks.passage_list import PassageList
from annotator.ui.history.model import MARKS, day_words, told, when
from annotator.ui.models.agreement_selection import PassageLine
from annotator.ui.models.passage_rows import row_of
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.picture import Picture
from annotator.ui.widgets.surfaces import Surface, column, row

WAYS = {Way.UNDO: "Undo this step", Way.BRING_BACK: "Bring it back", Way.WITHDRAW: "Take back this merge"}
NOTHING = "Choose an entry to see the passages it is about."


class HistoryDetails(Surface):
    """``opened(passage, words)`` asks for a passage in its article; ``taken`` for the way back that is shown."""

    opened = Signal(object, str)
    taken = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("panel")
        self._entry: HistoryEntry | None = None
        px = theme.px
        lines = column(self, margins=(px(16), px(12), px(16), px(12)), gap=px(8))
        self._when = plain.label(ink="secondary")
        self._when.setFont(theme.font(Type.META))
        self._sentence = plain.label(wrap=True)
        self._mark = plain.label(ink="secondary")
        marked = row(gap=px(8))
        self._shape = Picture(theme, "undo", token="secondary")
        marked.addWidget(self._shape)
        marked.addWidget(self._mark, 1)
        self.way = Button(theme, "", icon="undo")
        self._reason = plain.label(wrap=True, ink="secondary")
        self._reason.setFont(theme.font(Type.META))
        self._about = plain.label()
        self._about.setFont(theme.font(Type.HEAD))
        self.list = PassageList(theme, name="Passages of this entry", most=8)
        self._hint = plain.label("Enter opens a passage in its article. Esc leads back.", wrap=True, ink="secondary")
        self._hint.setFont(theme.font(Type.META))
        lines.addWidget(self._when)
        lines.addWidget(self._sentence)
        lines.addLayout(marked)
        verb = row(gap=px(8))
        verb.addWidget(self.way)
        verb.addStretch(1)
        lines.addLayout(verb)
        lines.addWidget(self._reason)
        lines.addSpacing(px(4))
        lines.addWidget(self._about)
        lines.addWidget(self.list)
        lines.addWidget(self._hint)
        lines.addStretch(1)
        self.way.clicked.connect(self.taken)
        self.list.opened.connect(lambda found: self.opened.emit(found.line, self._words()))
        self.show_entry(None)

    @property
    def entry(self) -> HistoryEntry | None:
        """The entry that is shown."""
        return self._entry

    @property
    def sentence(self) -> str:
        """What is said of it."""
        return self._sentence.text()

    @property
    def reason(self) -> str:
        """Why there is no way back, or empty."""
        return "" if self._reason.isHidden() else self._reason.text()

    def show_entry(self, entry: HistoryEntry | None) -> None:
        """Show an entry; what can be done about it and its passages come later."""
        self._entry = entry
        for part in (self.way, self._reason, self._about, self.list, self._hint):
            part.hide()
        self._when.setVisible(entry is not None)
        is_marked = entry is not None and entry.mark in MARKS
        self._shape.setVisible(is_marked)
        self._mark.setVisible(is_marked)
        if entry is None:
            self._sentence.setText(NOTHING)
            return
        self._when.setText(f"{day_words(entry, now=datetime.now().astimezone())}, {when(entry):%H:%M:%S}")
        self._sentence.setText(plain.cut(told(entry), longest=1500))
        if entry.mark in MARKS:
            self._mark.setText(MARKS[entry.mark][1])

    def show_way(self, way: WayBack) -> None:
        """Show what can be done about it, or why nothing can."""
        self.way.setVisible(way.way is not Way.NONE)
        if way.way is not Way.NONE:
            self.way.set_icon("redo" if way.way is Way.BRING_BACK else "undo")
            self.way.show_words(WAYS[way.way])
        self._reason.setText(plain.cut(way.reason, longest=600))
        self._reason.setVisible(bool(way.reason))

    def show_passages(self, found: EntryPassages, overview: Overview) -> None:
        """Show the passages that are still there."""
        self.list.show_codes(overview.codebook.codes)
        self.list.show_passages([row_of(each, overview) for each in found.annotations])
        number, gone = len(found.annotations), found.gone
        said = words.counted(number, "passage") if number else ""
        lost = f"{words.counted(gone, 'passage')} deleted since" if gone else ""
        self._about.setText(", ".join(part for part in (said, lost) if part))
        self._about.setVisible(bool(number or gone))
        self._hint.setVisible(number > 0)

    def open_first(self) -> bool:
        """Ask for the first passage, or for where a deleted one was; False where the entry has none."""
        entry = self._entry
        if entry is None:
            return False
        if self.list.passages.rowCount():
            self.opened.emit(self.list.passages.row(0).line, self._words())
            return True
        if entry.document and entry.span is not None:
            place = PassageLine(entry.document, entry.span.start, entry.span.end, None, (), (), ())
            self.opened.emit(place, self._words())
            return True
        return False

    def _words(self) -> str:
        return words.short_quote(told(self._entry), longest=120) if self._entry is not None else ""
