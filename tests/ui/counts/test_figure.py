# SPDX-License-Identifier: MIT
"""The figure keeps its proportions and stands on white paper in every mode."""

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from annotator.ui.counts.figure import DRAWING, Figure
from annotator.ui.theme.current import Theme

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect x="50" width="50" height="50"/></svg>'


def test_it_waits_shows_and_says_why_there_is_none(theme: Theme, qtbot: QtBot) -> None:
    theme.choose("dark")
    figure = Figure(theme)
    qtbot.addWidget(figure)
    figure.resize(400, 60)
    figure.show()
    assert not figure.is_drawn
    assert figure._words == DRAWING
    figure.show_picture(SVG, name="Codes <b>by</b> outlet")
    assert figure.heightForWidth(400) == 200
    figure.resize(400, 200)
    image = figure.grab().toImage()
    assert image.pixelColor(20, 20) == QColor("#FFFFFF")
    assert image.pixelColor(150, 50) == QColor("#000000")
    assert "Codes <b>by</b> outlet" in figure.accessibleName()
    figure.fail("Not enough memory.")
    assert not figure.is_drawn
    assert figure.grab().width() == 400
