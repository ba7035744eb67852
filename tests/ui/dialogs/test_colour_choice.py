# SPDX-License-Identifier: MIT
"""Ten colours and one's own, by hue and by number."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.dialogs.colour_choice import NO_COLOUR, PAIRS, ColourChoice
from annotator.ui.theme.code_colours import ColourPair
from annotator.ui.theme.contrast import ratio
from annotator.ui.theme.current import Theme
from annotator.ui.theme.tokens import DARK, LIGHT


@pytest.fixture
def choice(theme: Theme, qtbot: QtBot) -> ColourChoice:
    made = ColourChoice(theme)
    qtbot.addWidget(made)
    made.resize(420, 200)
    made.show()
    made.show_pair(PAIRS[3])
    return made


def write(choice: ColourChoice, text: str) -> None:
    choice.number.clear()
    QTest.keyClicks(choice.number, text)


def test_a_click_takes_a_pair(choice: ColourChoice, qtbot: QtBot) -> None:
    assert choice.tiles.tiles[3].isChecked()
    with qtbot.waitSignal(choice.changed):
        QTest.mouseClick(choice.tiles.tiles[7], Qt.MouseButton.LeftButton)
    assert choice.pair == PAIRS[7]
    assert choice.number.text() == PAIRS[7].light
    assert not choice.own.isChecked()


def test_ones_own_number_is_moved_until_it_shows_and_says_so(choice: ColourChoice) -> None:
    write(choice, "#ffee00")
    assert ratio(choice.pair.light, LIGHT.page) >= 3
    assert ratio(choice.pair.dark, DARK.page) >= 3
    assert choice.hint.startswith("#FFEE00 is made darker for light pages, #")
    assert choice.own.isChecked()
    assert not any(tile.isChecked() for tile in choice.tiles.tiles)
    assert choice.number.text() == "#ffee00", "what is being typed is left alone"
    write(choice, "000")
    assert "made lighter for dark pages" in choice.hint


def test_what_is_no_colour_keeps_the_former_one_and_says_what_to_write(choice: ColourChoice) -> None:
    write(choice, "#12345")
    assert choice.fault == NO_COLOUR
    QTest.keyClick(choice.number, Qt.Key.Key_Backspace)
    QTest.keyClick(choice.number, Qt.Key.Key_Backspace)
    assert choice.fault == ""
    QTest.keyClicks(choice.number, "!")
    assert choice.fault == NO_COLOUR
    QTest.mouseClick(choice.tiles.tiles[0], Qt.MouseButton.LeftButton)
    assert choice.fault == ""
    assert choice.pair == PAIRS[0]


def test_keys_on_the_strip_take_a_hue(choice: ColourChoice) -> None:
    QTest.keyClick(choice.strip, Qt.Key.Key_Home)
    assert choice.own.isChecked()
    assert choice.number.text() == choice.pair.light
    red = QColor(choice.pair.light)
    assert red.red() > max(red.green(), red.blue())


def test_a_pair_from_elsewhere_stays_as_it_is_until_it_is_changed(choice: ColourChoice) -> None:
    foreign = ColourPair("Imported", "#123456", "#FEDCBA")
    choice.show_pair(foreign)
    assert choice.pair == foreign
    assert choice.own.isChecked()


@pytest.mark.parametrize(("mode", "colour"), [("light", PAIRS[3].light), ("dark", PAIRS[3].dark)])
def test_the_colour_in_force_follows_the_mode(choice: ColourChoice, theme: Theme, mode: str, colour: str) -> None:
    theme.choose(mode)
    assert choice.colour_in_force == colour


def test_in_high_contrast_lanes_take_the_colour_of_text(choice: ColourChoice, theme: Theme) -> None:
    theme.choose("high_contrast")
    assert choice.colour_in_force == theme.tokens.text
