# SPDX-License-Identifier: MIT
"""Passages as rows. Their number grows as they are counted; the words of a page are read when it comes into view."""

from collections import OrderedDict

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from annotator.operations.retrieval import QuoteOrder, RetrievedPassage
from annotator.ui import plain
from annotator.ui.quotes import words as said

PAGE = 50
_MOST_PAGES = 40
PASSAGE_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class QuoteModel(QAbstractListModel):
    """``wanted(page)`` asks for a page that was looked at; ``arrived`` tells that one is there."""

    wanted = Signal(int)
    arrived = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = 0
        self._order = QuoteOrder.ARTICLE
        self._before: list[str] = []
        self._pages: OrderedDict[int, tuple[RetrievedPassage, ...]] = OrderedDict()
        self._asked: set[int] = set()

    def begin(self, order: QuoteOrder) -> None:
        """Forget everything: other passages come."""
        self.beginResetModel()
        self._rows, self._order = 0, order
        self._before = []
        self._pages.clear()
        self._asked.clear()
        self.endResetModel()

    def grow(self, rows: int, before: list[str]) -> None:
        """Take how many rows there are at least; ``before`` is, page by page, the group of the row before the page."""
        self._before = before
        if rows > self._rows:
            self.beginInsertRows(_NONE, self._rows, rows - 1)
            self._rows = rows
            self.endInsertRows()

    def take(self, page: int, passages: tuple[RetrievedPassage, ...]) -> None:
        """Take a page that was asked for."""
        self._asked.discard(page)
        self._pages[page] = passages
        while len(self._pages) > _MOST_PAGES:
            self._pages.popitem(last=False)
        first = page * PAGE
        last = min(first + len(passages), self._rows) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first), self.index(last))
        self.arrived.emit(page)

    def passage(self, row: int) -> RetrievedPassage | None:
        """Give a row; None while it is being read."""
        page, place = divmod(row, PAGE)
        found = self._pages.get(page)
        if found is None:
            if page not in self._asked and 0 <= row < self._rows:
                self._asked.add(page)
                self.wanted.emit(page)
            return None
        self._pages.move_to_end(page)
        return found[place] if place < len(found) else None

    def peek(self, row: int) -> RetrievedPassage | None:
        """Give a row if it is there, without asking for it."""
        page, place = divmod(row, PAGE)
        found = self._pages.get(page, ())
        return found[place] if place < len(found) else None

    def heading(self, row: int) -> str:
        """Name the group that begins with a row; "" where none does or it is not known yet."""
        passage = self.peek(row)
        if passage is None:
            return ""
        page, place = divmod(row, PAGE)
        if place:
            before = said.group_of(self._pages[page][place - 1], self._order)
        else:
            before = self._before[page] if row and page < len(self._before) else "\0"
        return "" if before == said.group_of(passage, self._order) else said.group_words(passage, self._order)

    def rowCount(self, parent: Index = _NONE) -> int:
        """One per passage."""
        return 0 if parent.isValid() else self._rows

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the passage, its quote, or all of it in words."""
        if not index.isValid():
            return None
        passage = self.passage(index.row())
        if role == PASSAGE_ROLE or passage is None:
            return passage
        if role == Qt.ItemDataRole.DisplayRole:
            return plain.cut(passage.quote)
        return plain.cut(said.spoken(passage), longest=600) if role == Qt.ItemDataRole.AccessibleTextRole else None
