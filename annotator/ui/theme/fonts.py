# SPDX-License-Identifier: MIT
"""The sizes and weights of type. Sizes count in pixels at 100 % and grow with the system's text size."""

from enum import Enum

from PySide6.QtGui import QFont

BASE_SIZE = 13
ARTICLE_SIZE = 17
SERIF_FAMILIES = [
    "Charter",
    "Bitstream Charter",
    "Charis SIL",
    "Georgia",
    "Noto Serif",
    "Liberation Serif",
    "DejaVu Serif",
]


class Type(Enum):
    """A role of text: its size in pixels at 100 % and its weight."""

    BODY = (13, QFont.Weight.Normal)
    STRONG = (13, QFont.Weight.Medium)
    HEAD = (13, QFont.Weight.DemiBold)
    META = (12, QFont.Weight.Normal)
    CAP = (11, QFont.Weight.DemiBold)
    FIGURE = (15, QFont.Weight.DemiBold)
    LEAD = (15, QFont.Weight.Normal)
    TITLE = (20, QFont.Weight.DemiBold)
    START = (28, QFont.Weight.DemiBold)

    @property
    def size(self) -> int:
        """Pixels at 100 %."""
        return self.value[0]

    @property
    def weight(self) -> QFont.Weight:
        """How heavy."""
        return self.value[1]


def unit(font_height_px: int) -> float:
    """Give by how much everything grows where the system's text is larger than ours; never below 1."""
    return max(1.0, font_height_px / BASE_SIZE)


def font(role: Type, *, family: str, scale: float) -> QFont:
    """Make the font of one role, with figures that stand in columns."""
    made = QFont(family)
    made.setPixelSize(max(1, round(role.size * scale)))
    made.setWeight(role.weight)
    if hasattr(made, "setFeature"):
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def reading_font(*, size_px: int, serif: bool, family: str) -> QFont:
    """Make the font of articles and quotes: the system's reading serif, or the interface font if wanted."""
    made = QFont()
    if serif:
        made.setFamilies(SERIF_FAMILIES)
        made.setStyleHint(QFont.StyleHint.Serif)
    else:
        made.setFamily(family)
    made.setPixelSize(max(1, size_px))
    return made
