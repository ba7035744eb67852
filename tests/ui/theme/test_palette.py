# SPDX-License-Identifier: MIT
"""Qt's palette says the same as our tokens."""

from PySide6.QtGui import QPalette

from annotator.ui.theme.palette import palette
from annotator.ui.theme.tokens import DARK


def test_roles_follow_tokens() -> None:
    made = palette(DARK)
    assert made.color(QPalette.ColorRole.Window).name().upper() == DARK.window
    assert made.color(QPalette.ColorRole.Text).name().upper() == DARK.text
    assert made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text).name().upper() == DARK.secondary
