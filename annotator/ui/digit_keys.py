# SPDX-License-Identifier: MIT
"""Which digit a key is by its place: on a French keyboard the first of the row types "&", and codes all the same."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_EVDEV = {10 + place: digit for place, digit in enumerate("1234567890")}
_WINDOWS = {2 + place: digit for place, digit in enumerate("1234567890")}
_MAC = {18: "1", 19: "2", 20: "3", 21: "4", 23: "5", 22: "6", 26: "7", 28: "8", 25: "9", 29: "0"}
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def pressed_sign(event: QKeyEvent, *, platform: str = sys.platform) -> str:
    """Give the digit or the lower-case letter that a key press means, or empty: with Ctrl or Alt it means none.

    What the key types counts first; a digit's place on the keyboard counts where it types no letter and no digit.
    """
    if event.modifiers() & _CHORD:
        return ""
    typed = event.text().casefold()
    if len(typed) == 1 and (typed.isascii() and typed.isalnum()):
        return typed
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return ""
    return by_place(scan_code=event.nativeScanCode(), virtual_key=event.nativeVirtualKey(), platform=platform)


def by_place(*, scan_code: int, virtual_key: int, platform: str) -> str:
    """Give the digit engraved on an American keyboard at this place of the upper row, or empty."""
    if platform == "darwin":
        return _MAC.get(virtual_key, "") if virtual_key else ""
    table = _WINDOWS if platform == "win32" else _EVDEV
    return table.get(scan_code, "")
