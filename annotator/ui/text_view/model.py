# SPDX-License-Identifier: MIT
"""The open article in memory: its text, its marks, their lanes. All that painting reads; no Qt, no database."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from annotator.domain import Span
from annotator.ui.text_view.buckets import Buckets, SortKey
from annotator.ui.text_view.lanes import Lanes
from annotator.ui.text_view.marks import Mark
from annotator.ui.text_view.paragraphs import Paragraphs

_UNKNOWN_CODE = 1_000_000


@dataclass(frozen=True, slots=True)
class Relaned:
    """What a change did to the drawing: ranges of paragraphs whose rectangles are to be made anew."""

    ranges: tuple[range, ...]


class ArticleModel:
    """One immutable text and the marks over it; positions and spans are code points.

    ``ranks`` gives each code its place in the codebook; an unknown code comes last.
    """

    def __init__(self, text: str, marks: Collection[Mark] = (), *, ranks: Mapping[str, int] | None = None) -> None:
        self.text = text
        self.paragraphs = Paragraphs(text)
        self._ranks = dict(ranks or {})
        self._marks = {mark.id: mark for mark in marks}
        self._others = sum(_is_anothers(mark) for mark in self._marks.values())
        self._rebuild()

    def _rebuild(self) -> None:
        self._order = sorted(map(self._key, self._marks.values()))
        marks = self.in_order()
        self._codes = Buckets(self.paragraphs, [mark for mark in marks if not mark.is_region], key=self._key)
        self._regions = Buckets(self.paragraphs, [mark for mark in marks if mark.is_region], key=self._key)
        self.lanes = Lanes(self._codes)

    def _key(self, mark: Mark) -> SortKey:
        start = mark.span.start
        return (start, start - mark.span.end, self._ranks.get(mark.code, _UNKNOWN_CODE), mark.id)

    def __len__(self) -> int:
        return len(self._marks)

    def mark(self, mark_id: str) -> Mark | None:
        """Give the mark with this id, or None."""
        return self._marks.get(mark_id)

    @property
    def has_others(self) -> bool:
        """Whether marks of other coders are among them."""
        return self._others > 0

    def in_order(self) -> list[Mark]:
        """Give all marks by start, longer first, place of the code, id."""
        return [self._marks[key[3]] for key in self._order]

    def codes_in(self, paragraph: int) -> Sequence[Mark]:
        """Give the annotations that touch a paragraph, in order."""
        return self._codes.marks(paragraph)

    def regions_in(self, paragraph: int) -> Sequence[Mark]:
        """Give the excluded regions that touch a paragraph, in order."""
        return self._regions.marks(paragraph)

    def rank(self, ranks: Mapping[str, int]) -> bool:
        """Take another order of codes; answer whether anything changed, in which case all lanes are new."""
        if dict(ranks) == self._ranks:
            return False
        self._ranks = dict(ranks)
        self._rebuild()
        return True

    def change(self, *, removed: Collection[str] = (), added: Sequence[Mark] = ()) -> Relaned:
        """Take marks out and put marks in; a mark whose id is known replaces the known one."""
        ranges = []
        for mark_id in [*removed, *(mark.id for mark in added)]:
            mark = self._marks.pop(mark_id, None)
            if mark is not None:
                self._others -= _is_anothers(mark)
                del self._order[bisect_left(self._order, self._key(mark))]
                ranges.append(self._moved(mark, self._bucket_of(mark).remove(mark)))
        for mark in added:
            self._marks[mark.id] = mark
            self._others += _is_anothers(mark)
            insort(self._order, self._key(mark))
            ranges.append(self._moved(mark, self._bucket_of(mark).add(mark)))
        return Relaned(tuple(ranges))

    def _bucket_of(self, mark: Mark) -> Buckets:
        return self._regions if mark.is_region else self._codes

    def _moved(self, mark: Mark, touched: range) -> range:
        return touched if mark.is_region else self.lanes.follow(touched)

    def at(self, position: int) -> tuple[Mark, ...]:
        """Give the marks over the character that begins here: smallest first, ties by lane, regions last of equals."""
        paragraph = self.paragraphs.at(position)
        lanes = self.lanes.of(paragraph)
        found = [
            mark
            for mark in (*self._codes.marks(paragraph), *self._regions.marks(paragraph))
            if mark.span.start <= position < mark.span.end
        ]
        return tuple(sorted(found, key=lambda mark: (mark.span.length, lanes.get(mark.id, _UNKNOWN_CODE), mark.id)))

    def neighbour(self, current: str, *, caret: int, direction: int) -> Mark | None:
        """Give the next (+1) or previous (-1) mark in order: of ``current``, or, where that is empty, of the caret."""
        mark = self._marks.get(current)
        if mark is not None:
            place = bisect_left(self._order, self._key(mark)) + direction
        elif direction > 0:
            place = bisect_left(self._order, (caret, -len(self.text) - 1, 0, ""))
        else:
            place = bisect_right(self._order, (caret, -len(self.text) - 1, 0, "")) - 1
        return self._marks[self._order[place][3]] if 0 <= place < len(self._order) else None

    def twin(self, mark: Mark, span: Span) -> Mark | None:
        """Give another own mark of the same code (or another own region) on exactly this span, or None."""
        for other in self._bucket_of(mark).marks(self.paragraphs.at(span.start)):
            if other.id != mark.id and other.own and other.code == mark.code and other.span == span:
                return other
        return None


def _is_anothers(mark: Mark) -> bool:
    """Whether another coder coded it; a region that was accepted for all is nobody's coding."""
    return not mark.own and not mark.is_region
