# SPDX-License-Identifier: MIT
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from annotator.domain import Pattern
from annotator.ui.text_view import CodeStyle, paint_swatch
from annotator.ui.text_view.swatch import paint_dot

STYLE = CodeStyle("a", "Trust", "T", "#009265", Pattern.DOUBLE, 0)


def canvas() -> QImage:
    made = QImage(30, 20, QImage.Format.Format_RGB32)
    made.fill(0xFFFFFF)
    return made


def test_a_swatch_is_a_piece_of_lane(qtbot: QtBot) -> None:
    picture = canvas()
    painter = QPainter(picture)
    paint_swatch(painter, QRectF(2, 0, 26, 20), STYLE)
    painter.end()
    inked = {y for y in range(20) if picture.pixelColor(10, y).name() == "#009265"}
    assert len(inked) == 2
    assert max(inked) - min(inked) == 2
    assert picture.pixelColor(0, min(inked)).name() == "#ffffff"


def test_a_region_s_swatch_is_hatched(qtbot: QtBot) -> None:
    picture = canvas()
    painter = QPainter(picture)
    paint_swatch(painter, QRectF(2, 6, 26, 8), STYLE, is_region=True)
    painter.end()
    row = [picture.pixelColor(x, 9).lightness() < 200 for x in range(2, 28)]
    assert any(row)
    assert not all(row)


def test_a_dot_has_a_ring_in_the_code_s_colour(qtbot: QtBot) -> None:
    picture = canvas()
    painter = QPainter(picture)
    paint_dot(painter, QRectF(1, 1, 17, 17), initial="T", ring="#009265", text="#000000", fill="#FFFFFF")
    painter.end()
    assert picture.pixelColor(2, 9).name() == "#009265"
    assert picture.pixelColor(5, 9).name() == "#ffffff"
