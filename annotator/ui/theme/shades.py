# SPDX-License-Identifier: MIT
"""Shades of ink for figures that are compared by eye; the words on each are legible."""

from PySide6.QtGui import QColor

from annotator.ui.theme.contrast import nudged, ratio
from annotator.ui.theme.current import Theme
from annotator.ui.theme.tokens import Mode

_FAINT, _FULL = 0.08, 0.92
_LEGIBLE = 4.5


def shade(theme: Theme, value: float) -> tuple[QColor, QColor]:
    """Give the ground of a value, more ink the more agreement, and the colour of words on it that reads better.

    In the middle of the scale neither colour would read well, so the ground gives way until one does.
    """
    share = _FAINT + (_FULL - _FAINT) * min(1.0, max(0.0, value))
    if theme.mode is Mode.HIGH_CONTRAST:
        share = 0.0
    ink, page = theme.colour("accent"), theme.colour("page")
    parts = ((ink.red(), page.red()), (ink.green(), page.green()), (ink.blue(), page.blue()))
    ground = QColor(*(round(below + (above - below) * share) for above, below in parts))
    ways = (theme.colour("text"), theme.colour("page"), theme.colour("on_accent"))
    words_on_it = max(ways, key=lambda colour: ratio(colour.name(), ground.name()))
    return QColor(nudged(ground.name(), against=words_on_it.name(), least=_LEGIBLE)), words_on_it
