# SPDX-License-Identifier: MIT
"""Ten patterns, each drawn as its lane."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.domain import Pattern
from annotator.ui.dialogs.pattern_choice import PATTERNS, PatternChoice
from annotator.ui.theme.current import Theme


@pytest.fixture
def choice(theme: Theme, qtbot: QtBot) -> PatternChoice:
    made = PatternChoice(theme, taken={Pattern.DOTTED: "Speculation"})
    qtbot.addWidget(made)
    made.show()
    return made


def test_all_ten_are_there_once() -> None:
    assert sorted(PATTERNS) == sorted(Pattern)


def test_a_click_chooses_and_showing_tells_nobody(choice: PatternChoice, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(choice.changed):
        choice.show_pattern(Pattern.LADDER)
    assert choice.tiles.tiles[PATTERNS.index(Pattern.LADDER)].isChecked()
    with qtbot.waitSignal(choice.changed):
        QTest.mouseClick(choice.tiles.tiles[PATTERNS.index(Pattern.ZIGZAG)], Qt.MouseButton.LeftButton)
    assert choice.pattern is Pattern.ZIGZAG


def test_a_taken_pattern_says_by_whom(choice: PatternChoice) -> None:
    names = [tile.accessibleName() for tile in choice.tiles.tiles]
    assert names[PATTERNS.index(Pattern.DOTTED)] == "Dotted, worn by Speculation"
    assert names[PATTERNS.index(Pattern.SOLID)] == "Solid"


def test_no_two_patterns_look_alike_in_the_same_colour(choice: PatternChoice) -> None:
    choice.show_colour("#C2255C")
    pictures = [tile.grab().toImage() for tile in choice.tiles.tiles]
    for place, one in enumerate(pictures):
        assert all(one != other for other in pictures[place + 1 :])
