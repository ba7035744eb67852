# SPDX-License-Identifier: MIT
"""Places on the axis, and what lies beyond its ends."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from annotator.agreement.result import Interval
from annotator.ui.pages.agreement_cards.axis import GUIDES, Axis
from annotator.ui.theme.current import Theme


@pytest.mark.parametrize("lowest", [0.0, 0.2, 0.4])
def test_places(theme: Theme, lowest: float) -> None:
    axis = Axis(theme, QRect(10, 0, 332, 40), lowest)
    assert axis.place(lowest) == axis.left == 26
    assert axis.place(1.0) == axis.left + axis.width
    assert axis.place((1 + lowest) / 2) == pytest.approx(axis.left + axis.width / 2)
    assert axis.place(-3) == axis.left
    assert axis.place(7) == axis.place(1.0)
    assert GUIDES == (0.667, 0.8)


@pytest.mark.parametrize("value", [-0.4, 0.0, 0.71, 1.0])
def test_a_value_leaves_ink_at_its_place(theme: Theme, qtbot: QtBot, value: float) -> None:
    axis = Axis(theme, QRect(0, 0, 332, 40))
    picture = QImage(332, 40, QImage.Format.Format_RGB32)
    picture.fill(theme.colour("page"))
    painter = QPainter(picture)
    axis.draw_names(painter)
    axis.draw_guides(painter)
    axis.draw(painter, value, Interval(value - 0.1, min(1.0, value + 0.1), 0.95, "made up"))
    painter.end()
    assert picture.pixelColor(round(axis.place(value)) + 1, 20).lightness() < 128
