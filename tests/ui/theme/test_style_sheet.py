# SPDX-License-Identifier: MIT
"""The style sheet names tokens only and scales lengths but not thin lines."""

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from annotator.ui.theme.contrast import ratio
from annotator.ui.theme.current import Theme
from annotator.ui.theme.style_sheet import style_sheet
from annotator.ui.theme.tokens import LIGHT, TABLES, Mode, Tokens


@pytest.mark.parametrize("tokens", TABLES.values(), ids=TABLES.keys())
def test_every_token_is_filled_in(tokens: Tokens) -> None:
    assert "@" not in style_sheet(tokens, scale=1)


def test_lengths_scale() -> None:
    sheet = style_sheet(LIGHT, scale=2)
    assert "border: 1px solid" in sheet
    assert "border-radius: 12px" in sheet


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_what_stands_in_an_empty_field_can_be_read(
    theme: Theme, qtbot: QtBot, mode: Mode, kind: type[QLineEdit] | type[QPlainTextEdit]
) -> None:
    theme.choose(mode.value)
    field = kind()
    qtbot.addWidget(field)
    field.ensurePolished()
    shown = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert shown.alpha() == 255
    assert ratio(shown.name(), TABLES[mode].raised) >= 4.5
