# SPDX-License-Identifier: MIT
"""The one place that converts between code points, UTF-16 units and UTF-8 bytes."""

import re
from bisect import bisect_left

from annotator.domain.span import CodePoint, Utf16

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_STRIDE = 4096
"""How many code points lie between two known UTF-8 positions."""


class OffsetMap:
    """Positions in one text, converted between units.

    Positions lie between characters: 0 to the length of the text, both included; anything else
    raises ValueError. A text without characters beyond U+FFFF (nearly all) costs one search.
    """

    __slots__ = ("_astral", "_astral_utf16", "_bytes", "_text", "utf16_length")

    def __init__(self, text: str) -> None:
        self._text = text
        self._astral = [] if text.isascii() else [found.start() for found in _ASTRAL.finditer(text)]
        self._astral_utf16 = [position + index for index, position in enumerate(self._astral)]
        self._bytes: list[int] | None = None
        self.utf16_length: Utf16 = Utf16(len(text) + len(self._astral))

    def to_utf16(self, position: CodePoint) -> Utf16:
        """Convert a position in code points to UTF-16 units."""
        self._require(position, len(self._text))
        return Utf16(position + bisect_left(self._astral, position))

    def to_code_point(self, position: Utf16) -> CodePoint:
        """Convert a position in UTF-16 units to code points; inside a pair it gives the start of that character."""
        self._require(position, self.utf16_length)
        before = bisect_left(self._astral_utf16, position)
        if before and self._astral_utf16[before - 1] == position - 1:
            return CodePoint(self._astral[before - 1])
        return CodePoint(position - before)

    def to_utf8(self, position: CodePoint) -> int:
        """Convert a position in code points to bytes of UTF-8."""
        self._require(position, len(self._text))
        if self._bytes is None:
            self._bytes = self._known_bytes()
        index, rest = divmod(position, _STRIDE)
        return self._bytes[index] + len(self._text[position - rest : position].encode())

    def _known_bytes(self) -> list[int]:
        known = [0]
        for start in range(0, len(self._text), _STRIDE):
            known.append(known[-1] + len(self._text[start : start + _STRIDE].encode()))
        return known

    @staticmethod
    def _require(position: int, length: int) -> None:
        if not 0 <= position <= length:
            raise ValueError(f"position {position} is outside a text of length {length}")
