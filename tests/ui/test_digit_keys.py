# SPDX-License-Identifier: MIT
"""Digits by what a key types and by where it lies."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from annotator.ui.digit_keys import by_place, pressed_sign

NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def press(text: str, *, scan: int = 0, virtual: int = 0, modifiers: Qt.KeyboardModifier = NONE) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, 0, modifiers, scan, virtual, 0, text)


def test_a_typed_digit_is_itself() -> None:
    assert pressed_sign(press("4", scan=13)) == "4"


def test_the_first_key_of_a_french_row_is_one() -> None:
    assert pressed_sign(press("&", scan=10), platform="linux") == "1"
    assert pressed_sign(press("à", scan=19), platform="linux") == "0"


def test_a_french_digit_with_shift_is_what_it_types() -> None:
    assert pressed_sign(press("1", scan=10, modifiers=SHIFT), platform="linux") == "1"
    assert pressed_sign(press("!", scan=10, modifiers=SHIFT), platform="linux") == ""


def test_letters_are_folded() -> None:
    assert pressed_sign(press("A", modifiers=SHIFT)) == "a"


def test_with_control_it_means_no_code() -> None:
    assert pressed_sign(press("1", scan=10, modifiers=CTRL), platform="linux") == ""


@pytest.mark.parametrize(
    ("platform", "scan", "virtual", "digit"),
    [("linux", 10, 0, "1"), ("linux", 18, 0, "9"), ("win32", 2, 0, "1"), ("win32", 11, 0, "0"),
     ("darwin", 0, 18, "1"), ("darwin", 0, 29, "0"), ("darwin", 10, 0, ""), ("linux", 40, 0, "")],
)  # fmt: skip
def test_places_of_the_three_systems(platform: str, scan: int, virtual: int, digit: str) -> None:
    assert by_place(scan_code=scan, virtual_key=virtual, platform=platform) == digit
