# SPDX-License-Identifier: MIT
"""The entries of the history as rows, newest first; more are asked for as the reader comes near their end."""

from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from annotator.domain import HistoryEntry, HistoryMark
from annotator.operations import HistoryPage
from annotator.ui import plain, words

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
DAY_ROLE = Qt.ItemDataRole.UserRole + 2
MARKS = {HistoryMark.UNDONE: ("undo", "Undone"), HistoryMark.WITHDRAWN: ("undo", "Taken back with its merge")}
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


def when(entry: HistoryEntry) -> datetime:
    """Give the moment of an entry in this computer's time."""
    return datetime.fromisoformat(entry.time).astimezone()


def day_words(entry: HistoryEntry, *, now: datetime) -> str:
    """Say the day of an entry in full: today and yesterday by these words."""
    then = when(entry)
    days = (now.date() - then.date()).days
    named = {0: "Today, ", 1: "Yesterday, "}.get(days, "")
    return f"{named}{then.day} {then:%B %Y}"


def told(entry: HistoryEntry) -> str:
    """Say who did what."""
    return f"{entry.person_name} {entry.sentence}" if entry.person_name else words.sentence(entry.sentence)


class HistoryModel(QAbstractListModel):
    """Rows of entries; ``wanted`` asks for the page after the last one."""

    wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[HistoryEntry] = []
        self._next = ""
        self._is_waiting = False

    @property
    def next(self) -> str:
        """Where the next page begins; empty at the end."""
        return self._next

    def begin(self) -> None:
        """Wait for a first page; the rows stay until it is there."""
        self._is_waiting = True

    def show_page(self, page: HistoryPage) -> None:
        """Show the first page of another history."""
        self.beginResetModel()
        self._entries, self._next, self._is_waiting = list(page.entries), page.next, False
        self.endResetModel()

    def add_page(self, page: HistoryPage) -> None:
        """Show the next page below."""
        self._next, self._is_waiting = page.next, False
        if page.entries:
            self.beginInsertRows(_NONE, len(self._entries), len(self._entries) + len(page.entries) - 1)
            self._entries += page.entries
            self.endInsertRows()

    def entry(self, row: int) -> HistoryEntry:
        """Give a row."""
        return self._entries[row]

    def row_of(self, key: str) -> int:
        """Give the row of an entry, or -1."""
        return next((row for row, entry in enumerate(self._entries) if entry.key == key), -1)

    def canFetchMore(self, _parent: Index) -> bool:
        """Whether there is another page and nobody waits for it yet."""
        return bool(self._next) and not self._is_waiting

    def fetchMore(self, _parent: Index) -> None:
        """Ask for it."""
        if self._next and not self._is_waiting:
            self._is_waiting = True
            self.wanted.emit()

    def rowCount(self, parent: Index = _NONE) -> int:
        """One per entry."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the entry, its words, or the day that begins with it ("" where none does)."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role == DAY_ROLE:
            return self._day(index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tooltip(told(entry))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return plain.cut(_spoken(entry))
        return plain.cut(told(entry)) if role == Qt.ItemDataRole.DisplayRole else None

    def _day(self, row: int) -> str:
        entry = self._entries[row]
        if row and when(self._entries[row - 1]).date() == when(entry).date():
            return ""
        return day_words(entry, now=datetime.now().astimezone())


def _spoken(entry: HistoryEntry) -> str:
    mark = f", {MARKS[entry.mark][1]}" if entry.mark in MARKS else ""
    moment = f"{day_words(entry, now=datetime.now().astimezone())}, {when(entry):%H:%M}"
    return f"{moment}: {told(entry)}{mark}"
