# SPDX-License-Identifier: MIT
"""A quote between what stands around it, broken into lines: the quote in full ink, its context in the secondary one."""

from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

_LONGEST_QUOTE, _LONGEST_CONTEXT = 4000, 1200
Inks = tuple[QColor, QColor]
"""Of the quote and of what stands around it."""
_SCRAP = 24
_STEP = 1.15
_GAP = "\u2028"
"""A break of lines that begins no paragraph: Qt lays out one paragraph at a time."""


class QuoteSetting:
    """The lines of one passage at one width."""

    def __init__(
        self, before: str, quote: str, after: str, *, font: QFont, width: int, inks: Inks, cuts_words: bool = False
    ) -> None:  # fmt: skip
        if cuts_words:
            before, after = _from_a_word(before), _to_a_word(after)
        before, quote, after = _shortened(before, quote, after)
        self._quote = (len(_units(before)), len(_units(quote)), len(_units(after)))
        self._width = max(1, width)
        self._layout = QTextLayout(before + quote + after, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        # As formats, not as selections: of these Qt draws one that ends within a line in another's colour.
        self._layout.setFormats(_formats(self._quote, inks))
        self.height = self._break()

    def draw(self, painter: QPainter, place: QPointF) -> None:
        """Draw the lines."""
        self._layout.draw(painter, place)

    def _break(self) -> int:
        top = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, top))
            top += line.height() * _STEP
        self._layout.endLayout()
        return round(top)


def _formats(lengths: tuple[int, int, int], inks: Inks) -> list[QTextLayout.FormatRange]:
    """Give the looks of the three parts; where there is but one ink, as in high contrast, the quote is heavier."""
    (before, quote, after), (ink, quiet) = lengths, inks
    ranges = [
        _range(0, before, quiet), _range(before, quote, ink, heavy=ink == quiet), _range(before + quote, after, quiet),
    ]  # fmt: skip
    return [each for each in ranges if each.length]


def _from_a_word(before: str) -> str:
    """Leave out the word that a context of so many characters may have cut at its beginning, and say so.

    A scrap of the paragraph before is left out too.
    """
    scrap, line_break, rest = before.partition("\n")
    if line_break and len(scrap) < _SCRAP:
        return rest
    _, space, rest = before.partition(" ")
    return f"… {rest}" if space else before


def _to_a_word(after: str) -> str:
    rest, line_break, scrap = after.rpartition("\n")
    if line_break and len(scrap) < _SCRAP:
        return rest
    rest, space, _ = after.rpartition(" ")
    return f"{rest} …" if space else after


def _units(text: str) -> bytes:
    """Give one byte for each UTF-16 code unit, in which Qt counts."""
    return text.encode("utf-16-le", "surrogatepass")[::2]


def _range(start: int, length: int, colour: QColor, *, heavy: bool = False) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    looks = QTextCharFormat()
    looks.setForeground(colour)
    if heavy:
        looks.setFontWeight(QFont.Weight.Bold)
    made.start, made.length, made.format = start, length, looks
    return made


@lru_cache(maxsize=256)
def _shortened(before: str, quote: str, after: str) -> tuple[str, str, str]:
    """Cut what is too long for a list, and show breaks of lines as such."""
    if len(before) > _LONGEST_CONTEXT:
        before = "…" + before[-_LONGEST_CONTEXT:]
    if len(quote) > _LONGEST_QUOTE:
        quote = quote[:_LONGEST_QUOTE] + "…"
    if len(after) > _LONGEST_CONTEXT:
        after = after[:_LONGEST_CONTEXT] + "…"
    before, after = before.lstrip(), after.rstrip()
    return tuple(_one_paragraph(part) for part in (before, quote, after))  # type: ignore[return-value]  # three stay three


def _one_paragraph(text: str) -> str:
    lines = (line for line in text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").split("\n"))
    return _GAP.join(lines).replace(_GAP * 2, _GAP).replace(_GAP * 2, _GAP)
