# SPDX-License-Identifier: MIT
"""Every text and every outline has the contrast it needs, in every mode."""

import pytest

from annotator import operations
from annotator.ui.theme.contrast import ratio
from annotator.ui.theme.tokens import DARK, LIGHT, TABLES, Mode, Tokens

GROUNDS = ("window", "panel", "page", "raised", "soft")


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["text", "secondary"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_words_have_4_5(tokens: Tokens, ink: str, ground: str) -> None:
    assert ratio(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", TABLES.values(), ids=TABLES.keys())
def test_outlines_have_3(tokens: Tokens) -> None:
    for ground in ("window", "panel", "page", "raised"):
        assert ratio(tokens.border, getattr(tokens, ground)) >= 3
        assert ratio(tokens.accent, getattr(tokens, ground)) >= 3


@pytest.mark.parametrize("tokens", TABLES.values(), ids=TABLES.keys())
def test_pairs_that_lie_on_each_other(tokens: Tokens) -> None:
    assert ratio(tokens.on_accent, tokens.accent) >= 4.5
    assert ratio(tokens.selection_text, tokens.selection) >= 4.5
    for kind in ("warning", "error", "success"):
        assert ratio(getattr(tokens, kind), tokens.page) >= 4.5
        assert ratio(tokens.text, getattr(tokens, f"{kind}_soft")) >= 4.5


def test_default_codes_have_3_on_pages_and_selected_rows() -> None:
    for code in operations.default_codebook().codes:
        for colour, tokens in ((code.colour, LIGHT), (code.colour_dark, DARK)):
            for ground in (tokens.page, tokens.panel, tokens.soft):
                assert ratio(colour, ground) >= 3, (code.name, ground)


def test_every_mode_has_a_table() -> None:
    assert set(TABLES) == set(Mode)


@pytest.mark.parametrize("tokens", TABLES.values(), ids=TABLES.keys())
def test_words_of_what_cannot_be_used_can_be_read_and_differ(tokens: Tokens) -> None:
    for ground in GROUNDS:
        assert ratio(tokens.disabled, getattr(tokens, ground)) >= 4.5
    assert tokens.disabled != tokens.text
