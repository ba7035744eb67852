# SPDX-License-Identifier: MIT
"""The look in force: chosen, followed, asked."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import operations
from annotator.ui.theme.contrast import ratio
from annotator.ui.theme.current import Theme
from annotator.ui.theme.tokens import DARK, HIGH_CONTRAST, Mode


def test_a_choice_is_worn_by_the_application(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choose("dark")
    assert theme.mode is Mode.DARK
    assert DARK.window in qapp.styleSheet()
    assert qapp.palette().window().color().name().upper() == DARK.window


def test_an_unknown_choice_follows_the_system(theme: Theme) -> None:
    theme.choose("mauve")
    assert theme.choice == "system"


def test_codes_get_the_colour_of_the_mode(theme: Theme) -> None:
    code = operations.default_codebook().codes[0]
    assert theme.code_colour(code) == code.colour
    theme.choose("dark")
    assert theme.code_colour(code) == code.colour_dark
    theme.choose("high_contrast")
    assert theme.code_colour(code) == HIGH_CONTRAST.text


def test_a_pale_colour_of_a_user_is_made_legible(theme: Theme) -> None:
    code = replace(operations.default_codebook().codes[0], colour="#FFFF99")
    assert ratio(theme.code_colour(code), theme.tokens.page) >= 3


def test_icons_are_drawn_once_per_colour(theme: Theme) -> None:
    one = theme.pixmap("tick")
    assert theme.pixmap("tick").cacheKey() == one.cacheKey()
    theme.choose("dark")
    assert theme.pixmap("tick").cacheKey() != one.cacheKey()


def test_the_face_of_articles(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_serif(False)
    assert theme.serif is False
    assert theme.reading_font(15).families() != ["Charter"]
    theme.set_serif(False)
    assert theme.colour("text").name().upper() == theme.tokens.text


def test_icons_of_what_cannot_be_used_differ_in_every_mode(theme: Theme) -> None:
    for mode in Mode:
        theme.choose(mode.value)
        assert theme.disabled_pixmap("undo").toImage() != theme.pixmap("undo").toImage()
