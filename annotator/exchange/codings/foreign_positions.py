# SPDX-License-Identifier: MIT
"""Positions as other programs count them, turned into code points of the text as we keep it.

Programs differ in the unit (code points, or UTF-16 units as Java and JavaScript have them), in
whether CR LF counts as two, and in whether a byte order mark counts. Where a file has quotes, the
way of counting under which most of them stand is taken; of equals the first.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.span import Utf16
from annotator.text import OffsetMap, digest

_MARK = "\ufeff"
_WITHIN_A_CHARACTER = -1
"""What a position that would cut a character in two becomes: no place in any text."""
_FOREIGN_LINE_END = re.compile("\r\n?")


class OffsetUnit(StrEnum):
    """What a foreign position counts."""

    CODE_POINT = "unicode-codepoint"
    UTF_16 = "utf-16-code-unit"


@dataclass(frozen=True, slots=True)
class Counting:
    """One way in which positions in a text as it came may have been counted."""

    unit: OffsetUnit = OffsetUnit.CODE_POINT
    cr_lf_is_two: bool = False
    counts_mark: bool = False

    def __str__(self) -> str:
        words = ["code points" if self.unit is OffsetUnit.CODE_POINT else "UTF-16 units"]
        if self.cr_lf_is_two:
            words.append("CR LF as two")
        if self.counts_mark:
            words.append("the byte order mark as one")
        return ", ".join(words)


@dataclass(frozen=True, slots=True)
class ForeignSpan:
    """A span in a foreign unit, and its quote if the file has one."""

    start: int
    end: int
    quote: str | None = None


class ForeignText:
    """A text as it came. ``body`` is as we keep it: LF as line ends and no byte order mark."""

    def __init__(self, original: str) -> None:
        self._mark = int(original.startswith(_MARK))
        without_mark = original.removeprefix(_MARK)
        self.body = with_our_line_ends(without_mark)
        self._with_returns = without_mark
        self._returns = [] if len(self.body) == len(without_mark) else _returns(without_mark)
        self._maps: dict[bool, OffsetMap] = {}

    def countings(self, units: Sequence[OffsetUnit]) -> tuple[Counting, ...]:
        """Give the ways of counting that differ for this text, the likeliest first."""
        if OffsetMap(self.body).utf16_length == len(self.body):
            units = units[:1]
        return tuple(
            Counting(unit, returns, mark)
            for unit in units
            for returns in ((False, True) if self._returns else (False,))
            for mark in ((False, True) if self._mark else (False,))
        )

    def as_it_came(self, unit: OffsetUnit) -> Counting:
        """Give the way of counting in which every character of the text as it came is one, in this unit."""
        return Counting(unit, cr_lf_is_two=bool(self._returns), counts_mark=bool(self._mark))

    def span(self, start: int, end: int, counting: Counting) -> tuple[int, int]:
        """Turn a span into code points of ``body``: beyond the text stays beyond it, within a character is -1."""
        return self._position(start, counting), self._position(end, counting)

    def quoted(self, span: ForeignSpan, counting: Counting) -> bool:
        """Whether the quote of this span stands where it says if positions are counted so."""
        start, end = self.span(span.start, span.end, counting)
        return span.quote is not None and 0 <= start < end and self.body[start:end] == with_our_line_ends(span.quote)

    def best(self, spans: Iterable[ForeignSpan], units: Sequence[OffsetUnit]) -> Counting:
        """Give the way of counting under which most of these quotes stand; of equals the likeliest."""
        quoted = [span for span in spans if span.quote]
        return self.best_by(lambda counting: sum(self.quoted(span, counting) for span in quoted), units)

    def best_by(self, score: Callable[[Counting], int], units: Sequence[OffsetUnit]) -> Counting:
        """Give the way of counting with the highest score; of equals the likeliest."""
        countings = self.countings(units)
        return countings[0] if len(countings) == 1 else max(countings, key=score)

    def _position(self, position: int, counting: Counting) -> int:
        position -= self._mark if counting.counts_mark else 0
        if position < 0:
            return position
        if counting.unit is OffsetUnit.UTF_16:
            position = self._from_utf16(position, counting.cr_lf_is_two)
            if position == _WITHIN_A_CHARACTER:
                return position
        return position - bisect_left(self._returns, position) if counting.cr_lf_is_two else position

    def _from_utf16(self, position: int, with_returns: bool) -> int:
        if with_returns not in self._maps:
            self._maps[with_returns] = OffsetMap(self._with_returns if with_returns else self.body)
        offsets = self._maps[with_returns]
        beyond = position - offsets.utf16_length
        if beyond > 0:
            return len(self._with_returns if with_returns else self.body) + beyond
        found = offsets.to_code_point(Utf16(position))
        return found if offsets.to_utf16(found) == position else _WITHIN_A_CHARACTER


def foreign_text(original: str, *, text_sha256: str = "") -> ForeignText:
    """Give a text as it came; its byte order mark belongs to it where the SHA-256 of the text we wrote says so."""
    if original.startswith(_MARK) and text_sha256 and digest(with_our_line_ends(original)) == text_sha256:
        return ForeignText(_MARK + original)
    return ForeignText(original)


def with_our_line_ends(text: str) -> str:
    """Give a text or a quote with LF for CR LF and for a lone CR."""
    return _FOREIGN_LINE_END.sub("\n", text)


def _returns(text: str) -> list[int]:
    """Give the position of each CR before an LF: what lies beyond it is one less in the text as we keep it."""
    return [found.start() for found in re.finditer("\r\n", text)]
