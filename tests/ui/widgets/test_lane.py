# SPDX-License-Identifier: MIT
"""Samples of lanes: each pattern in its colour, hatching for the excluded region."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from annotator.domain import Pattern
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.lane import LaneSample, lane_icon


@pytest.mark.parametrize("pattern", Pattern)
def test_each_pattern_is_drawn_in_its_colour(theme: Theme, qtbot: QtBot, pattern: Pattern) -> None:
    sample = LaneSample(theme, pattern=pattern, colour="#C2255C")
    qtbot.addWidget(sample)
    image = sample.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert "#c2255c" in colours or pattern is Pattern.ZIGZAG


def test_patterns_differ_without_their_colour(theme: Theme, qtbot: QtBot) -> None:
    pictures = []
    sample = LaneSample(theme, pattern=None, colour="")
    qtbot.addWidget(sample)
    pictures.append(sample.grab().toImage())
    for pattern in Pattern:
        sample.show_code(pattern=pattern, colour="#000000")
        pictures.append(sample.grab().toImage())
    assert all(one != other for place, one in enumerate(pictures) for other in pictures[:place])


def test_an_icon_is_the_same_lane(theme: Theme) -> None:
    image = lane_icon(theme, pattern=Pattern.SOLID, colour="#C2255C").pixmap(26, 16).toImage()
    assert image.pixelColor(image.width() // 2, image.height() // 2) == QColor("#C2255C")
