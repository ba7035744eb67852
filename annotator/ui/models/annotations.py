# SPDX-License-Identifier: MIT
"""The article's annotations as a flat tree: code, quote, place. The screen reader's road through the text."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.domain import Annotation, Code
from annotator.ui import plain, words
from annotator.ui.models.open_article import Entry, OpenArticle

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
COLUMNS = ("Code", "Quote", "Coder")
EXCLUDED = "Excluded"
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class AnnotationModel(QAbstractItemModel):
    """Rows in reading order. ``code_of`` looks a code up; it may give None for one that left the codebook."""

    def __init__(self, code_of: Callable[[str], Code | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._code_of = code_of
        self._article: OpenArticle | None = None
        self._rows: list[Entry] = []

    def show_article(self, article: OpenArticle | None) -> None:
        """Take another article."""
        self.beginResetModel()
        self._article = article
        self._rows = article.ordered() if article else []
        self.endResetModel()

    def refresh(self) -> None:
        """Take the changes of the article shown; rows that stay keep their place, so the current one stays current."""
        if self._article is None:
            return
        wanted = self._article.ordered()
        ids = {entry.id for entry in wanted}
        for place in range(len(self._rows) - 1, -1, -1):
            if self._rows[place].id not in ids:
                self.beginRemoveRows(_NONE, place, place)
                del self._rows[place]
                self.endRemoveRows()
        for place, entry in enumerate(wanted):
            if place < len(self._rows) and self._rows[place].id == entry.id:
                if self._rows[place] != entry:
                    self._rows[place] = entry
                    self.dataChanged.emit(self.index(place, 0), self.index(place, len(COLUMNS) - 1))
                continue
            known = next((at for at, each in enumerate(self._rows) if each.id == entry.id), None)
            if known is not None:
                self.beginRemoveRows(_NONE, known, known)
                del self._rows[known]
                self.endRemoveRows()
            self.beginInsertRows(_NONE, place, place)
            self._rows.insert(place, entry)
            self.endInsertRows()

    def settle(self, entry: Entry) -> None:
        """Take the latest state of a row that is in the file by now."""
        place = self.row_of(str(entry.id))
        if place >= 0:
            self._rows[place] = entry
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(COLUMNS) - 1))

    def row_of(self, entry: str) -> int:
        """Give an entry's row, or -1."""
        return next((place for place, each in enumerate(self._rows) if each.id == entry), -1)

    def entry(self, row: int) -> Entry:
        """Give a row's annotation or region."""
        return self._rows[row]

    def code(self, entry: Entry) -> Code | None:
        """Give an entry's code; None for a region or a code that is gone."""
        return self._code_of(entry.code) if isinstance(entry, Annotation) else None

    def is_pending(self, entry: Entry) -> bool:
        """Whether an entry is not in the file yet."""
        return self._article is not None and entry.id in self._article.pending

    def is_own(self, entry: Entry) -> bool:
        """Whether the coder at work made it."""
        return self._article is not None and self._article.is_own(entry)

    @property
    def has_others(self) -> bool:
        """Whether entries of other coders are among them."""
        article = self._article
        return article is not None and any(not article.is_own(entry) for entry in self._rows)

    def index(self, row: int, column: int, parent: Index = _NONE) -> QModelIndex:
        """Flat: only the root has rows."""
        inside = not parent.isValid() and 0 <= row < len(self._rows) and 0 <= column < len(COLUMNS)
        return self.createIndex(row, column) if inside else QModelIndex()

    def parent(self, _index: Index = _NONE) -> QModelIndex:  # type: ignore[override]  # Qt overloads parent()
        """Flat: no row has a parent."""
        return QModelIndex()

    def rowCount(self, parent: Index = _NONE) -> int:
        """How many entries."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, _parent: Index = _NONE) -> int:
        """Code, quote, coder."""
        return len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name the columns."""
        shown = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return COLUMNS[section] if shown else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give words as they are, escaped tooltips, spoken rows, or the entry itself."""
        if not index.isValid() or index.row() >= len(self._rows) or self._article is None:
            return None
        entry = self._rows[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return self.shown(entry, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(entry) if index.column() == 0 else self.shown(entry, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tooltip(self.spoken(entry))
        return None

    def spoken(self, entry: Entry) -> str:
        """Say an entry in one line: code, coder, quote, place, and what else is set."""
        assert self._article is not None
        parts = [self.shown(entry, 0), self.shown(entry, 2), f"“{plain.cut(entry.quote, longest=160)}”"]
        parts.append(words.place(self._article.text, entry.span))
        if isinstance(entry, Annotation) and entry.ask_lead:
            parts.append("Question for the lead")
        if self.is_pending(entry):
            parts.append("Not saved yet")
        return ". ".join(part for part in parts if part)

    def shown(self, entry: Entry, column: int) -> str:
        """Give the words of a column."""
        assert self._article is not None
        if column == 1:
            return plain.cut(entry.quote, longest=160)
        if column == 2:
            return plain.cut(words.coder_name(self._article.coder_of(entry)))
        if isinstance(entry, Annotation):
            code = self._code_of(entry.code)
            return plain.cut(code.name) if code else "Unknown code"
        return f"{EXCLUDED}, {entry.state.value}"
