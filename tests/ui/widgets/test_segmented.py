# SPDX-License-Identifier: MIT
"""One of a few, by mouse and by arrows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.segmented import Segmented

CHOICES = (("high", "High"), ("medium", "Medium"), ("low", "Low"))


@pytest.fixture
def segmented(theme: Theme, qtbot: QtBot) -> Segmented:
    made = Segmented(theme, CHOICES, name="Certainty", may_be_none=True)
    qtbot.addWidget(made)
    made.show()
    return made


def test_showing_tells_nobody(segmented: Segmented, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(segmented.chosen):
        segmented.show_value("medium")
    assert segmented.value == "medium"
    segmented.show_value("")
    assert segmented.value == ""


def test_a_click_chooses_and_a_second_takes_back(segmented: Segmented) -> None:
    told: list[str] = []
    segmented.chosen.connect(told.append)
    button = segmented._buttons["low"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told == ["low", ""]


def test_arrows_go_along(segmented: Segmented, qtbot: QtBot) -> None:
    segmented.show_value("high")
    segmented.window().activateWindow()
    segmented.focus_chosen()
    qtbot.waitUntil(segmented._buttons["high"].hasFocus)
    QTest.keyClick(segmented._buttons["high"], Qt.Key.Key_Right)
    assert segmented._buttons["medium"].hasFocus()
    QTest.keyClick(segmented._buttons["medium"], Qt.Key.Key_Space)
    assert segmented.value == "medium"


def test_names_are_spoken_whole(segmented: Segmented) -> None:
    assert segmented._buttons["low"].accessibleName() == "Certainty: Low"
    segmented.set_words("low", "Low 3")
    assert segmented._buttons["low"].text() == "Low 3"
