# SPDX-License-Identifier: MIT
"""Which marks touch which paragraph, kept up to date paragraph by paragraph. Pure."""

from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from typing import TypeAlias

from annotator.ui.text_view.marks import Mark
from annotator.ui.text_view.paragraphs import Paragraphs

SortKey: TypeAlias = tuple[int, int, int, str]
"""Start, minus length, place of the code in the codebook, id: the order in which lanes are given."""


class Buckets:
    """Paragraph number to the marks that share a character with it, in the order of their sort keys.

    A change costs the paragraphs it touches and no others, however many marks there are.
    """

    def __init__(self, paragraphs: Paragraphs, marks: Sequence[Mark], *, key: Callable[[Mark], SortKey]) -> None:
        """Take marks that are sorted by their keys already."""
        self.paragraphs = paragraphs
        self._key = key
        self._marks: dict[int, list[Mark]] = {}
        held = self._marks
        for mark, touched in zip(marks, paragraphs.of_each(mark.span for mark in marks), strict=True):
            for paragraph in touched:
                if paragraph in held:
                    held[paragraph].append(mark)
                else:
                    held[paragraph] = [mark]

    def marks(self, paragraph: int) -> Sequence[Mark]:
        """Give the marks of a paragraph; not to be changed."""
        return self._marks.get(paragraph, ())

    def add(self, mark: Mark) -> range:
        """Put a mark in; give the paragraphs it touches."""
        touched = self.paragraphs.of(mark.span)
        for paragraph in touched:
            insort(self._marks.setdefault(paragraph, []), mark, key=self._key)
        return touched

    def remove(self, mark: Mark) -> range:
        """Take a mark out that was put in; give the paragraphs it touched."""
        touched = self.paragraphs.of(mark.span)
        for paragraph in touched:
            bucket = self._marks[paragraph]
            del bucket[bisect_left(bucket, self._key(mark), key=self._key)]
            if not bucket:
                del self._marks[paragraph]
        return touched

    def carried(self, paragraph: int) -> list[Mark]:
        """Give the marks that come into a paragraph from above; they are the first of its marks."""
        start, found = self.paragraphs.start(paragraph), []
        for mark in self.marks(paragraph):
            if mark.span.start >= start:
                break
            found.append(mark)
        return found

    def is_entered(self, paragraph: int) -> bool:
        """Whether a mark comes into the paragraph from above."""
        marks = self._marks.get(paragraph)
        return marks is not None and marks[0].span.start < self.paragraphs.start(paragraph)
