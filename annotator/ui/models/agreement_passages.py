# SPDX-License-Identifier: MIT
"""The passages behind a figure: rows made as they are looked at, quotes read when they come into sight."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.agreement.disagreement import Kind
from annotator.domain import Document
from annotator.ui import plain, words
from annotator.ui.models import agreement_figures as figures
from annotator.ui.models.agreement_selection import PassageLine
from annotator.ui.models.quotes import Quotes

LINE_ROLE = Qt.ItemDataRole.UserRole + 1
KIND_WORDS: Mapping[Kind, str] = {Kind.MISSED: "Missed", Kind.BOUNDARY: "Boundary", Kind.OTHER_CODE: "Other code"}
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class PassageModel(QAbstractListModel):
    """Rows of :class:`PassageLine`; ``quotes`` asks for the words of those that a view has looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[PassageLine] = ()
        self._documents: Mapping[str, Document] = {}
        self._name_of: Callable[[str], str] = str
        self._code_name: Callable[[str | None], str] = str
        self.quotes = Quotes(self)
        self.quotes.arrived.connect(self._arrived)

    def know(
        self, documents: Sequence[Document], *, coders: Callable[[str], str], codes: Callable[[str | None], str]
    ) -> None:
        """Take what identities stand for; quotes are kept as long as the texts are the same."""
        self._documents = {document.id: document for document in documents}
        self._name_of, self._code_name = coders, codes

    def show_lines(self, lines: Sequence[PassageLine]) -> None:
        """List other passages."""
        self.beginResetModel()
        self._lines = lines
        self.quotes.forget_wishes()
        self.endResetModel()

    def line(self, row: int) -> PassageLine:
        """Give a row."""
        return self._lines[row]

    def row_of(self, line: PassageLine) -> int:
        """Give the row of a passage, or -1."""
        return next((row for row, each in enumerate(self._lines) if each == line), -1)

    def quote(self, line: PassageLine) -> str:
        """Give the words of a passage; "" while they are being read."""
        return self.quotes.at((line.document, line.start, line.end))

    def kind_words(self, line: PassageLine) -> str:
        """Say the kind."""
        return KIND_WORDS[line.kind] if line.kind is not None else "Confused"

    def who(self, line: PassageLine) -> str:
        """Say who marked it and who did not, or who put which code."""
        if line.codes:
            return "; ".join(
                f"{figures.short_name(self._name_of(coder))}: {self._code_name(code)}" for coder, code in line.codes
            )
        if len(line.marked) > 1 and not line.unmarked:
            return f"Marked by {'both' if len(line.marked) == 2 else f'all {len(line.marked)}'}"
        marked = f"Marked by {self._names(line.marked)}"
        return f"{marked}, not by {self._names(line.unmarked)}" if line.unmarked else marked

    def _names(self, coders: Sequence[str]) -> str:
        return words.listed([figures.short_name(self._name_of(coder)) for coder in coders])

    def source(self, line: PassageLine) -> str:
        """Name the article."""
        document = self._documents.get(line.document)
        return document.heading if document is not None else "an article that is gone"

    def rowCount(self, parent: Index = _NONE) -> int:
        """One per passage."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the line, its quote, or all of it for whoever listens."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return plain.cut(self.quote(line))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return plain.cut(f"{self.kind_words(line)}. {self.who(line)}. {self.quote(line)}. {self.source(line)}")
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tooltip(f"{self.who(line)}. {self.source(line)}")
        return None

    def _arrived(self) -> None:
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))
