# SPDX-License-Identifier: MIT
"""The style sheet names tokens only and scales lengths but not thin lines."""

import pytest

from annotator.ui.theme.style_sheet import style_sheet
from annotator.ui.theme.tokens import LIGHT, TABLES, Tokens


@pytest.mark.parametrize("tokens", TABLES.values(), ids=TABLES.keys())
def test_every_token_is_filled_in(tokens: Tokens) -> None:
    assert "@" not in style_sheet(tokens, scale=1)


def test_lengths_scale() -> None:
    sheet = style_sheet(LIGHT, scale=2)
    assert "border: 1px solid" in sheet
    assert "border-radius: 12px" in sheet
