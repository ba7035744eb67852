# SPDX-License-Identifier: MIT
"""The passages behind the chosen cell."""

from PySide6.QtCore import QTimer, Signal

from annotator.operations.retrieval import QuoteContext, QuoteOrder, RetrievedPassage
from annotator.ui import plain
from annotator.ui.counts.models import CountCell
from annotator.ui.counts.words import passages_words
from annotator.ui.quotes.list import QuoteList
from annotator.ui.quotes.model import QuoteModel
from annotator.ui.quotes.reading import Reading, Wish
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.keyed_button import KeyedButton
from annotator.ui.widgets.surfaces import Surface, column

_SETTLES_MILLISECONDS = 120
_CONTEXT = QuoteContext(60)
NO_CELL = "Choose a cell: its passages stand here."
NO_PASSAGE = "No passage stands behind this figure."


class CellPassages(Surface):
    """``opened(RetrievedPassage, words)`` asks for one in its text, ``all_asked`` for all of them on Quotes."""

    opened = Signal(object, str)
    all_asked = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__("page", line="left")
        px = theme.px
        self._cell: CountCell | None = None
        self.model = QuoteModel(self)
        self.list = QuoteList(theme, self.model)
        self.list.rows.cuts_words = True
        self.reading = Reading(session, self.model, parent=self)
        self.title, self.number = plain.label("Passages", wrap=True), plain.label(ink="secondary", wrap=True)
        self.title.setFont(theme.font(Type.HEAD))
        self.number.setFont(theme.font(Type.META))
        self.all = KeyedButton(theme, "Open on Quotes", keys=["Enter"])
        head = Surface("panel", line="bottom")
        lines = column(head, margins=(px(16), px(10), px(16), px(10)), gap=px(2))
        lines.addWidget(self.title)
        lines.addWidget(self.number)
        foot = Surface("panel", line="top")
        column(foot, margins=(px(16), px(8), px(16), px(8))).addWidget(self.all)
        whole = column(self, margins=(1, 0, 0, 0))
        whole.addWidget(head)
        whole.addWidget(self.list, 1)
        whole.addWidget(foot)
        self._soon = QTimer(self, singleShot=True, interval=_SETTLES_MILLISECONDS)
        self._soon.timeout.connect(self._read)
        self.all.clicked.connect(self.all_asked)
        self.list.entered_row.connect(self._open)
        self.reading.counted.connect(self._arrived)
        self.show_cell(None)

    @property
    def cell(self) -> CountCell | None:
        """Of which cell they are."""
        return self._cell

    def show_cell(self, cell: CountCell | None) -> None:
        """Show the passages of a cell, once one has stayed there for a moment."""
        self._cell = cell
        self.title.setText(plain.cut(cell.words if cell else "Passages"))
        has_passages = cell is not None and cell.passages > 0
        reason = NO_CELL if cell is None else cell.status or (passages_words(cell.passages) if has_passages else "")
        self.number.setText(plain.cut(reason or NO_PASSAGE))
        self.all.setEnabled(has_passages)
        self.reading.call_off()
        self._soon.stop()
        if has_passages:
            self._soon.start()
        else:
            self.model.begin(QuoteOrder.ARTICLE)

    def call_off(self) -> None:
        """Read nothing more."""
        self._soon.stop()
        self.reading.call_off()

    def _read(self) -> None:
        if self._cell is not None:
            self.reading.read(Wish(self._cell.selection, context=_CONTEXT))

    def _arrived(self) -> None:
        if self.model.rowCount() and not self.list.currentIndex().isValid():
            self.list.go_to(0)

    def _open(self, row: int) -> None:
        passage: RetrievedPassage | None = self.model.passage(row)
        if passage is not None and self._cell is not None:
            self.opened.emit(passage, f"{row + 1:,} of {self.model.rowCount():,}. {self._cell.words}.")
