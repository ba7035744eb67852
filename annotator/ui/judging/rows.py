# SPDX-License-Identifier: MIT
"""The queue as a list: a head for each article, below it a row for each difference."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.domain import CodeId
from annotator.merging.adjudication_queue import ArticleState, ClusterRef, Entry, Queue
from annotator.merging.decision_matching import ClusterState
from annotator.ui import plain, words
from annotator.ui.judging import kinds
from annotator.ui.judging.voices import Voices

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """A head (``entry`` is None) or a difference of an article."""

    article: ArticleState
    entry: Entry | None = None


class QueueRows(QAbstractListModel):
    """Rows of :class:`Row`; words are made as they are looked at."""

    def __init__(self, parent: QObject | None = None, *, judging: bool = True) -> None:
        super().__init__(parent)
        self._judging = judging
        self._rows: list[Row] = []
        self._places: list[int] = []
        self._queue: Queue | None = None
        self._voices: dict[str, Voices] = {}

    def show_queue(self, queue: Queue) -> None:
        """List another queue."""
        self.beginResetModel()
        self._queue, self._voices = queue, {}
        self._rows = list(_rows(queue))
        self._places = [place for place, row in enumerate(self._rows) if row.entry is not None]
        self.endResetModel()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The differences, in order."""
        return self._queue.entries if self._queue is not None else ()

    def row(self, place: int) -> Row:
        """Give a row."""
        return self._rows[place]

    def place_of(self, number: int) -> int:
        """Give the row of the difference with this number, from 0."""
        return self._places[number]

    def number_at(self, place: int) -> int:
        """Give the number of the difference in a row, -1 for a head."""
        is_entry = 0 <= place < len(self._rows) and self._rows[place].entry is not None
        return bisect_left(self._places, place) if is_entry else -1

    def voices(self, article: ArticleState) -> Voices:
        """Give the coders of an article as they are told."""
        assert self._queue is not None
        known = self._voices.get(article.document.id)
        if known is None:
            known = self._voices[article.document.id] = Voices(self._queue, article)
        return known

    def code_name(self, code: CodeId) -> str:
        """Name a code in short."""
        queue = self._queue
        found = next((each for each in queue.codes if each.id == code), None) if queue is not None else None
        return words.short(found.short_name or found.name).lower() if found is not None else "another code"

    def count(self, row: Row) -> str:
        """Say at a head how many are decided; where nobody judges, how many there are."""
        if self._judging:
            return f"{row.article.progress.decided} of {row.article.progress.total}"
        return str(sum(entry.document == row.article.document.id for entry in self.entries))

    def letters(self, row: Row) -> str:
        """Give the letters of those who marked something."""
        entry = row.entry
        return " ".join(self.voices(row.article).letter(each.coder) for each in entry.versions) if entry else ""

    def line(self, row: Row) -> str:
        """Say what was decided, or what stands in the way."""
        if row.entry is None:
            return ""
        return kinds.state_line(row.entry, self.voices(row.article), row.article, self.code_name)

    def rowCount(self, parent: Index = _NONE) -> int:
        """Heads and differences."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let differences alone be chosen."""
        is_entry = index.isValid() and self._rows[index.row()].entry is not None
        return Qt.ItemFlag.ItemIsEnabled | (Qt.ItemFlag.ItemIsSelectable if is_entry else Qt.ItemFlag.NoItemFlags)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the row, its quote, or all of it for whoever listens."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return plain.cut(row.entry.quote if row.entry is not None else row.article.document.heading)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return plain.cut(self._spoken(row))
        if role == Qt.ItemDataRole.ToolTipRole and row.entry is not None:
            return plain.tooltip(self._spoken(row))
        return None

    def _spoken(self, row: Row) -> str:
        entry = row.entry
        if entry is None:
            progress = row.article.progress
            return f"{row.article.document.heading}, {progress.decided} of {progress.total} decided"
        voices = self.voices(row.article)
        marked = voices.letters(version.coder for version in entry.versions)
        state = self.line(row) or kinds.STATE_WORDS[entry.state]
        return f"{kinds.KIND_WORDS[kinds.kind_of(entry)]}, {marked}. {words.short_quote(entry.quote)}. {state}"


def _rows(queue: Queue) -> Iterator[Row]:
    articles = {article.document.id: article for article in queue.articles}
    last = None
    for entry in queue.entries:
        article = articles[entry.document]
        if article is not last:
            yield Row(article)
            last = article
        yield Row(article, entry)


def found_again(entries: Sequence[Entry], entry: Entry, *, near: int) -> int:
    """Give the number of what an entry has become after a change; else of what stands ``near`` it now; -1 for none."""
    here = [
        (number, each)
        for number, each in enumerate(entries)
        if each.document == entry.document and each.code == entry.code
    ]
    alike = [number for number, each in here if each.ref.members and each.ref.members == entry.ref.members]
    overlapping = [number for number, each in here if each.start < entry.end and entry.start < each.end]
    for number in (*alike, *overlapping):
        return number
    return min(near, len(entries) - 1)


def next_open(entries: Sequence[Entry], number: int, *, leave_out: Collection[ClusterRef] = ()) -> int:
    """Give the number of the next difference that can be decided, round to the first; -1 where none is left.

    ``leave_out`` are those whose decision is on its way.
    """
    total = len(entries)
    for step in range(1, total + 1):
        place = (number + step) % total
        entry = entries[place]
        if not entry.state.is_settled and entry.state not in _NOT_NOW and entry.ref not in leave_out:
            return place
    return -1


_NOT_NOW = (ClusterState.WAITING, ClusterState.DEFERRED)
