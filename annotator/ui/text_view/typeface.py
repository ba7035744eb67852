# SPDX-License-Identifier: MIT
"""The type of the article and the width of its column."""

from PySide6.QtGui import QFont, QFontMetricsF

SERIF = ("Charter", "Georgia", "Noto Serif", "Source Serif 4", "DejaVu Serif", "serif")
LONGEST_LINE = 70
"""At most so many characters stand on a line of ordinary prose."""

_PROSE = (
    "The committee met twice in the spring, and each time its members left with more questions than they had "
    "brought; the minutes, written by hand, say little about why. Nobody asked for another report."
)
_SHARE_OF_LONGEST = 0.96
"""Lines are ragged and letters differ: a column of the mean width would let every second line run over."""


def article_font(*, size_px: int, serif: bool, fallback: QFont) -> QFont:
    """Give the reading face; ``fallback`` is the interface's own, taken where serifs are not wanted."""
    font = QFont(fallback)
    if serif:
        font.setFamilies(list(SERIF))
        font.setStyleHint(QFont.StyleHint.Serif)
    font.setPixelSize(size_px)
    return font


def column_width(font: QFont) -> int:
    """Give the width (px) in which a line of prose holds up to 70 characters."""
    mean = QFontMetricsF(font).horizontalAdvance(_PROSE) / len(_PROSE)
    return round(mean * LONGEST_LINE * _SHARE_OF_LONGEST)
