# SPDX-License-Identifier: MIT
"""Passages as rows of a list: where each is, what is said of it, its words."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.domain import Annotation
from annotator.operations import Overview
from annotator.ui import plain, words
from annotator.ui.models.agreement_selection import PassageLine

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


@dataclass(frozen=True, slots=True)
class PassageRow:
    """One passage; ``code`` is the identity of its code where it has one."""

    document: str
    start: int
    end: int
    quote: str
    said: str
    coder: str = ""
    code: str = ""

    @property
    def line(self) -> PassageLine:
        """What a visit to the passage is made of."""
        return PassageLine(
            self.document, self.start, self.end, None, (self.coder,) if self.coder else (), (), ()
        )  # fmt: skip


def row_of(annotation: Annotation, overview: Overview) -> PassageRow:
    """Make a row of an annotation that is in the project."""
    code = overview.codebook.by_id(annotation.code)
    name = words.short(code.short_name or code.name) if code else "a code that is gone"
    title = next(
        (each.document.heading for each in overview.documents if each.document.id == annotation.document), "an article"
    )
    who = words.coder_name(overview.coder(annotation.coder))
    return PassageRow(
        annotation.document, annotation.span.start, annotation.span.end, annotation.quote, f"{name}, {who}, {title}",
        annotation.coder, annotation.code,
    )  # fmt: skip


class PassageRows(QAbstractListModel):
    """Rows that may come in several parts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PassageRow] = []

    def show_rows(self, rows: Iterable[PassageRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def add_rows(self, rows: Iterable[PassageRow]) -> None:
        """Show more rows below."""
        more = list(rows)
        if more:
            self.beginInsertRows(_NONE, len(self._rows), len(self._rows) + len(more) - 1)
            self._rows += more
            self.endInsertRows()

    def row(self, place: int) -> PassageRow:
        """Give a row."""
        return self._rows[place]

    def rowCount(self, parent: Index = _NONE) -> int:
        """One per passage."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the row, its quote, or all of it for whoever listens."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return plain.cut(row.quote)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return plain.cut(f"{row.said}. {row.quote}")
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tooltip(f"{row.quote} ({row.said})")
        return None
