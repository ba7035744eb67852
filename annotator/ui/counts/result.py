# SPDX-License-Identifier: MIT
"""The middle: what was counted and how, the table or the matrix, and the figure below it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from annotator.operations import Counts
from annotator.ui import plain
from annotator.ui.counts.figure import Figure
from annotator.ui.counts.grid import CountGrid
from annotator.ui.counts.models import CountCell, MatrixModel, TableModel
from annotator.ui.counts.words import JOINED, passages_words
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.expander import Expander
from annotator.ui.widgets.segmented import Segmented
from annotator.ui.widgets.surfaces import Scroll, Surface, column, row

MATRIX, TABLE = "matrix", "table"
_MOST_ROWS = 14


class CountResult(Scroll):
    """``chosen(CountCell or None)`` follows the keys, ``entered`` asks for the passages; ``go_on`` leads on."""

    chosen = Signal(object)
    entered = Signal()
    go_on = Signal()

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._counts: Counts | None = None
        self._of_matrix, self._of_table = MatrixModel(), TableModel()
        self.matrix = CountGrid(theme, self._of_matrix, name="Matrix")
        self.table = CountGrid(theme, self._of_table, name="Table of all figures")
        for grid in (self.matrix, self.table):
            grid.counts.setParent(grid)
        self.figure = Figure(theme)
        self.title, self.caption = plain.label("Counts"), self._meta()
        self.title.setFont(theme.font(Type.TITLE))
        self.how = Expander(theme, "How it was counted", self.caption)
        self.view = Segmented(theme, ((MATRIX, "Matrix"), (TABLE, "All figures")), name="Shown as")
        self.view.show_value(MATRIX)
        self.of = Choice(theme, name="Matrix of")
        self.in_words = plain.label(wrap=True)
        self.nothing, self.go = plain.label(ink="secondary", wrap=True), Button(theme, "", kind="primary")
        content = QWidget()
        super().__init__(content)
        self._below = QWidget()
        self._lay_out(content)
        self._connect()
        self.show_nothing("", go="")

    @property
    def grid(self) -> CountGrid:
        """The one that is shown."""
        return self.table if self.view.value == TABLE else self.matrix

    @property
    def counts(self) -> Counts | None:
        """What is shown."""
        return self._counts

    def show_counts(self, counts: Counts, headings: Mapping[str, str]) -> None:
        """Show others; the figure follows. ``headings`` names articles by identity."""
        if self._counts is not None and self._counts.title != counts.title:
            self.matrix.forget_place()
            self.table.forget_place()
        self._counts = counts
        self.title.setText(plain.cut(counts.title))
        self.caption.setText(plain.cut(" ".join(counts.caption), longest=3000))
        self.how.tell(counts.caption[0] if counts.caption else "")
        kept = self.of.currentText()
        self.of.clear()
        for place, matrix in enumerate(counts.matrices):
            self.of.addItem(plain.cut(matrix.label or counts.what, longest=100), str(place))
        self.of.setCurrentIndex(max(0, self.of.findText(kept)))
        self.of.setVisible(len(counts.matrices) > 1)
        self.view.let(MATRIX, bool(counts.matrices))
        if not counts.matrices or self.view.value != TABLE:
            self.view.show_value(MATRIX if counts.matrices else TABLE)
        self._of_table.show_counts(counts, headings)
        self._show_matrix()
        self.figure.wait()
        self.nothing.hide()
        self.go.hide()
        self._below.show()
        self._turn()

    def show_nothing(self, sentence: str, *, go: str) -> None:
        """Say why there is nothing, and offer the way on."""
        self._counts = None
        self._below.hide()
        self.nothing.setText(sentence)
        self.go.show_words(go)
        self.nothing.setVisible(bool(sentence))
        self.go.setVisible(bool(go))
        self.chosen.emit(None)

    def copied(self) -> str:
        """Give the shown one for the clipboard."""
        return self.grid.counts.copied()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._grow()

    def _connect(self) -> None:
        self.view.chosen.connect(lambda _: self._turn())
        self.of.activated.connect(lambda _: self._show_matrix())
        self.go.clicked.connect(self.go_on)
        for grid in (self.matrix, self.table):
            grid.chosen.connect(lambda cell, grid=grid: self._tell(grid, cell))
            grid.entered.connect(self.entered)

    def _lay_out(self, content: QWidget) -> None:
        px = self._theme.px
        lines = column(content, margins=(px(24), px(16), px(24), px(24)), gap=px(8))
        lines.addWidget(self.title)
        lines.addWidget(self.nothing)
        lines.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        below = column(self._below, gap=px(12))
        below.addWidget(self.how)
        choices = row(gap=px(12))
        choices.addWidget(self.view)
        choices.addWidget(self.of, 3)
        choices.addStretch(1)
        below.addLayout(choices)
        card = Surface("card")
        inner = column(card, margins=(1, 1, 1, px(8)), gap=px(6))
        inner.addWidget(self.matrix)
        inner.addWidget(self.table)
        self.in_words.setContentsMargins(px(12), 0, px(12), 0)
        inner.addWidget(self.in_words)
        below.addWidget(card)
        paper = Surface("card")
        column(paper, margins=(px(12), px(10), px(12), px(10)), gap=px(6)).addWidget(self.figure)
        below.addWidget(paper)
        lines.addWidget(self._below)
        lines.addStretch(1)

    def _meta(self) -> QLabel:
        made = plain.label(ink="secondary", wrap=True)
        made.setFont(self._theme.font(Type.META))
        return made

    def _show_matrix(self) -> None:
        if self._counts is not None and self._counts.matrices:
            place = int(self.of.value or 0)
            joined = JOINED.get(self._counts.kind, ", ")
            self._of_matrix.show_matrix(self._counts.matrices[place], joined=joined)
        self._grow()

    def _turn(self) -> None:
        had_focus = self.matrix.hasFocus() or self.table.hasFocus()
        is_table = self.view.value == TABLE
        self.of.setEnabled(not is_table)
        hidden, shown = (self.matrix, self.table) if is_table else (self.table, self.matrix)
        hidden.hide()
        shown.show()
        if had_focus:
            shown.setFocus()
        self._grow()
        self._tell(shown, shown.cell)

    def _grow(self) -> None:
        for grid in (self.matrix, self.table):
            grid.setFixedHeight(grid.wanted_height(most_rows=_MOST_ROWS))

    def _tell(self, grid: CountGrid, cell: CountCell | None) -> None:
        if grid is not self.grid or self._counts is None:
            return
        index = grid.currentIndex()
        said = grid.counts.spoken(index) if index.isValid() else ""
        if cell is not None and grid is self.table:
            said = f"{cell.words}: {cell.status or passages_words(cell.passages)}"
        self.in_words.setText(plain.cut(said))
        self.chosen.emit(cell)
