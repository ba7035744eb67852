# SPDX-License-Identifier: MIT
"""Where the text breaks into the blocks that Qt draws. For drawing only: coding units come from the text room."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from annotator.domain import Span

_BREAK = re.compile("[\n\u2029\ufdd0\ufdd1]")


class Paragraphs:
    """The blocks of one text, numbered as Qt numbers them; positions are code points.

    A paragraph ends behind its break, so paragraphs tile the text; the last one has no break.
    """

    def __init__(self, text: str) -> None:
        self._starts = [0, *[found.end() for found in _BREAK.finditer(text)]]
        self._length = len(text)

    def __len__(self) -> int:
        return len(self._starts)

    def start(self, paragraph: int) -> int:
        """Give the position of its first character."""
        return self._starts[paragraph]

    def end(self, paragraph: int) -> int:
        """Give the position behind its break, or the text's length for the last one."""
        following = paragraph + 1
        return self._starts[following] if following < len(self._starts) else self._length

    def is_empty(self, paragraph: int) -> bool:
        """Whether it holds nothing but its break."""
        is_last = paragraph + 1 == len(self._starts)
        return self.end(paragraph) - self.start(paragraph) <= (0 if is_last else 1)

    def at(self, position: int) -> int:
        """Give the number of the paragraph that this position is in; the text's end is in the last one."""
        return max(0, bisect_right(self._starts, position) - 1)

    def of_each(self, spans: Iterable[Span]) -> Iterator[range]:
        """Give what :meth:`of` gives for many spans sorted by start, in one walk through the paragraphs."""
        starts, first, total = self._starts, 0, len(self._starts)
        for span in spans:
            while first + 1 < total and starts[first + 1] <= span.start:
                first += 1
            stop = first + 1
            while stop < total and starts[stop] < span.end:
                stop += 1
            yield range(first, stop)

    def of(self, span: Span) -> range:
        """Give the numbers of all paragraphs that share a character with the span."""
        return range(self.at(span.start), self.at(span.end - 1) + 1)
