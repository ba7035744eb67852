# SPDX-License-Identifier: MIT
"""Spans of text and the two units in which positions are counted."""

from dataclasses import dataclass
from typing import NewType

CodePoint = NewType("CodePoint", int)
"""A position between Unicode code points, counted from 0. The unit of files, tables and code."""

Utf16 = NewType("Utf16", int)
"""A position between UTF-16 code units, counted from 0. Qt's unit; it lives at the edge of the text view only."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch ``[start, end)`` of a text, in Unicode code points, never empty.

    Raises ValueError where ``0 <= start < end`` does not hold.
    """

    start: CodePoint
    end: CodePoint

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    @classmethod
    def of(cls, start: int, end: int) -> "Span":
        """Make a span of two plain whole numbers that count code points."""
        return cls(CodePoint(start), CodePoint(end))

    @property
    def length(self) -> int:
        """The number of code points in the span."""
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point; touching ends do not."""
        return self.start < other.end and other.start < self.end

    def contains(self, position: CodePoint) -> bool:
        """Whether the code point that begins at this position lies in the span."""
        return self.start <= position < self.end

    def covers(self, other: "Span") -> bool:
        """Whether every code point of the other lies in this one."""
        return self.start <= other.start and other.end <= self.end

    def intersection(self, other: "Span") -> "Span | None":
        """Give what both share, or None where they share nothing."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Span(start, end) if start < end else None
