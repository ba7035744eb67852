# SPDX-License-Identifier: MIT
"""One row of labels in the margin: the first keeps its name, the rest become dots, what finds no room is counted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from annotator.ui.text_view.brackets import LabelRow
from annotator.ui.text_view.marks import Mark

DOT_PX, GAP_PX = 17, 4
_SHORTEST_NAME_PX = 48


class LabelKind(Enum):
    """What a label looks like."""

    NAME = auto()
    DOT = auto()
    QUESTION = auto()
    COUNT = auto()


@dataclass(slots=True)
class Label:
    """One thing to paint: its box in the margin (px), its words cut to that, its mark (empty for a count)."""

    kind: LabelKind
    box: QRect
    words: str
    mark_id: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Between which x (px) labels stand, and how they are measured; ``names`` is False where dots alone have room."""

    left: int
    right: int
    measures: QFontMetrics
    names: bool = True

    @property
    def dot(self) -> int:
        """The side of a dot: it grows with the letters."""
        return max(DOT_PX, self.measures.height() + 1)

    def width_of(self, words: str) -> int:
        """Give the width of a few words."""
        return self.measures.horizontalAdvance(words)


def labels_for(row: LabelRow, *, name_of: Callable[[Mark], str], columns: Columns) -> list[Label]:
    """Lay one row out from left to right; every mark of it is there, be it as part of a number."""
    return _Row(row, name_of, columns).laid_out()


class _Row:
    """One row being laid out; ``_x`` is where the next label may begin."""

    def __init__(self, row: LabelRow, name_of: Callable[[Mark], str], columns: Columns) -> None:
        self._row, self._name_of, self._columns = row, name_of, columns
        self._x = columns.left
        self._made: list[Label] = []

    def laid_out(self) -> list[Label]:
        marks = list(self._row.marks)
        if marks and self._columns.names:
            self._add_name(marks.pop(0), marks)
        while marks and self._has_room(len(marks)):
            self._add_dot(marks.pop(0), len(marks))
        count = len(marks) + self._row.hidden
        if count:
            words = f"+{count}"
            self._add(LabelKind.COUNT, self._columns.width_of(words), words, "")
        return self._made

    def _add_name(self, mark: Mark, others: Sequence[Mark]) -> None:
        columns, name = self._columns, self._name_of(mark)
        # A name gives way to one dot and a number, not to many dots: these show in what it leaves.
        beside = (columns.dot + GAP_PX) * (bool(others) + mark.asks_lead) + 1
        beside += columns.width_of("+9") + GAP_PX if self._row.hidden or len(others) > 1 else 0
        room = max(_SHORTEST_NAME_PX, columns.right - self._x - beside)
        width = columns.width_of(name)
        if width > room:
            width, name = room, columns.measures.elidedText(name, Qt.TextElideMode.ElideRight, room)
        self._add(LabelKind.NAME, width, name, mark.id)
        self._x += 1
        if mark.asks_lead:
            self._add(LabelKind.QUESTION, columns.dot - 2, "", mark.id)

    def _has_room(self, waiting: int) -> bool:
        """Whether one more dot fits, and behind it the number of those that will not."""
        is_last = waiting == 1 and not self._row.hidden
        number = 0 if is_last else self._columns.width_of("+9") + GAP_PX
        return self._x + self._columns.dot + number <= self._columns.right

    def _add_dot(self, mark: Mark, waiting: int) -> None:
        self._add(LabelKind.DOT, self._columns.dot, self._name_of(mark), mark.id)
        if mark.asks_lead and self._has_room(waiting + 1):
            self._add(LabelKind.QUESTION, self._columns.dot - 2, "", mark.id)

    def _add(self, kind: LabelKind, width: int, words: str, mark_id: str) -> None:
        height = self._columns.dot - (2 if kind is LabelKind.QUESTION else 0)
        box = QRect(self._x, round(self._row.middle - height / 2), width, height)
        self._made.append(Label(kind, box, words, mark_id))
        self._x += width + GAP_PX
