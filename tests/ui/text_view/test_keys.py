# SPDX-License-Identifier: MIT
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from annotator.ui.text_view.keys import COMBINATIONS, deed_for

ALT, KEYPAD = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.KeypadModifier

# Which keys a platform gives to an action is asked of the application.
pytestmark = pytest.mark.usefixtures("qapp")


def pressed(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)


@pytest.mark.parametrize("name", COMBINATIONS)
def test_every_name_is_a_key(name: str) -> None:
    assert QKeySequence(name).toString() != ""
    assert QKeySequence(name).count() == 1


def test_brackets_are_found_by_what_is_typed() -> None:
    assert deed_for(pressed(Qt.Key.Key_9, ALT, "]")) is not None
    assert deed_for(pressed(Qt.Key.Key_9, ALT)) is None


def test_enter_on_the_number_block_counts_too() -> None:
    assert deed_for(pressed(Qt.Key.Key_Enter, KEYPAD, "\r")) is not None


@pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_F6, Qt.Key.Key_Tab, Qt.Key.Key_Delete, Qt.Key.Key_K])
def test_the_window_s_keys_are_left_to_it(key: Qt.Key) -> None:
    assert deed_for(pressed(key)) is None
