# SPDX-License-Identifier: MIT
"""Which lane a span is drawn in, so that no two spans that overlap share one. Pure.

The rule: in a paragraph the spans that come from above keep their lanes; the others, by start, longer first,
then by place of the code and id, each take the lowest lane that is free. Over a whole text this is one greedy
sweep, so lanes can be made when they are first shown, from the nearest paragraph above that no span enters.
"""

from collections.abc import Iterable, Mapping, Sequence

from annotator.ui.text_view.buckets import Buckets
from annotator.ui.text_view.marks import Mark

EAGER_PARAGRAPHS = 200
"""How far a change is followed at once; what lies further down is made anew when it is shown."""


def assigned(marks: Iterable[Mark], carried: Mapping[str, int]) -> dict[str, int]:
    """Give each mark its lane: its fixed one, the one it is ``carried`` in, else in the order given the lowest free."""
    lanes: dict[str, int] = {}
    free_from: list[int] = []
    rest = []
    for mark in marks:
        lane = carried.get(mark.id) if mark.lane is None else mark.lane
        if lane is None:
            rest.append(mark)
            continue
        lanes[mark.id] = lane
        free_from.extend([0] * (lane + 1 - len(free_from)))
        free_from[lane] = mark.span.end
    for mark in rest:
        lane = _lowest_free(free_from, mark.span.start)
        if lane == len(free_from):
            free_from.append(0)
        free_from[lane] = mark.span.end
        lanes[mark.id] = lane
    return lanes


def _lowest_free(free_from: Sequence[int], start: int) -> int:
    for lane, end in enumerate(free_from):
        if end <= start:
            return lane
    return len(free_from)


class Lanes:
    """The lanes of one text's marks, paragraph by paragraph, made when first asked for.

    ``laned`` counts the paragraphs whose lanes were made: the cost of a change can be read from it.
    """

    def __init__(self, buckets: Buckets) -> None:
        self._buckets = buckets
        self._known: dict[int, dict[str, int]] = {}
        self.laned = 0

    def of(self, paragraph: int) -> Mapping[str, int]:
        """Give the lane of every mark in the paragraph, by id."""
        known = self._known.get(paragraph)
        if known is not None:
            return known
        first = paragraph
        while first not in self._known and self._buckets.is_entered(first):
            first -= 1
        for number in range(first, paragraph + 1):
            if number not in self._known:
                self._known[number] = self._made(number)
        return self._known[paragraph]

    def depth(self, paragraph: int) -> int:
        """Give the number of lanes that the paragraph needs."""
        return max(self.of(paragraph).values(), default=-1) + 1

    def follow(self, touched: range) -> range:
        """Take note of a change in these paragraphs; give those whose lanes may have changed.

        Goes on below the change until the lanes that are carried on are what they were.
        """
        paragraph, total = touched.start, len(self._buckets.paragraphs)
        while paragraph < total:
            before = self._known.get(paragraph)
            if paragraph >= touched.stop and before is None:
                break
            if paragraph - touched.start >= EAGER_PARAGRAPHS:
                paragraph = self._forget(paragraph, touched.stop)
                break
            after = self._remade(paragraph)
            paragraph += 1
            if paragraph >= touched.stop and before is not None and self._agree(paragraph, before, after):
                break
        return range(touched.start, paragraph)

    def _made(self, paragraph: int) -> dict[str, int]:
        self.laned += 1
        above = self._known.get(paragraph - 1, {})
        carried = {mark.id: above[mark.id] for mark in self._buckets.carried(paragraph)}
        return assigned(self._buckets.marks(paragraph), carried)

    def _remade(self, paragraph: int) -> dict[str, int]:
        """Make the lanes of a paragraph anew; the one above is right already, or is made first."""
        self._known.pop(paragraph, None)
        self.of(paragraph)
        return self._known[paragraph]

    def _agree(self, paragraph: int, before: Mapping[str, int], after: Mapping[str, int]) -> bool:
        if paragraph >= len(self._buckets.paragraphs):
            return True
        return all(before.get(mark.id) == after[mark.id] for mark in self._buckets.carried(paragraph))

    def _forget(self, paragraph: int, touched_stop: int) -> int:
        """Drop what is known from here to the next paragraph below the change that no mark enters."""
        total = len(self._buckets.paragraphs)
        while paragraph < total and (paragraph < touched_stop or self._buckets.is_entered(paragraph)):
            self._known.pop(paragraph, None)
            paragraph += 1
        return paragraph
