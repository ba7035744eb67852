# SPDX-License-Identifier: MIT
"""All hues in a strip: by keys in steps of five degrees, by mouse where one clicks."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.theme.contrast import luminance
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.hue_strip import HueStrip, hue_of, of_hue


@pytest.fixture
def strip(theme: Theme, qtbot: QtBot) -> HueStrip:
    made = HueStrip(theme, shown=lambda colour: colour)
    qtbot.addWidget(made)
    made.resize(370, 32)
    made.show()
    return made


@pytest.mark.parametrize("degrees", range(0, 360, 5))
def test_a_hue_and_its_colour_belong_together(degrees: int) -> None:
    assert abs(hue_of(of_hue(degrees)) - degrees) <= 1
    assert 0 < luminance(of_hue(degrees)) < 0.5


def test_a_grey_has_the_first_hue() -> None:
    assert hue_of("#777777") == 0


def test_keys_step_through_the_hues(strip: HueStrip, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(strip.valueChanged):
        strip.show_hue(120)
    for key, value in (
        (Qt.Key.Key_Right, 125),
        (Qt.Key.Key_Left, 120),
        (Qt.Key.Key_PageUp, 150),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 355),
    ):
        QTest.keyClick(strip, key)
        assert strip.value() == value


def test_the_mouse_takes_the_hue_under_it(strip: HueStrip) -> None:
    box = strip._box()
    middle = QPoint(round(box.center().x()), 16)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=middle)
    assert strip.value() == 180
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(strip, QPoint(-50, 16))
    assert strip.value() == 0
    QTest.mouseMove(strip, QPoint(5_000, 16))
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton)
    assert strip.value() == 355


def test_the_ground_shows_the_hues(strip: HueStrip) -> None:
    strip.show_hue(355)
    box, picture = strip._box(), strip.grab().toImage()
    green = picture.pixelColor(round(box.left() + box.width() / 3), 16)
    assert green.green() > max(green.red(), green.blue())
