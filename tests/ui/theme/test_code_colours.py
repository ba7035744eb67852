# SPDX-License-Identifier: MIT
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import Codebook, Pattern
from annotator.operations import default_codebook
from annotator.ui.theme.code_colours import OFFERED, PATTERN_NAMES, as_colour, free_look, own_pair
from annotator.ui.theme.contrast import ratio
from annotator.ui.theme.tokens import DARK, LIGHT

GROUNDS = {"light": (LIGHT.page, LIGHT.panel, LIGHT.soft), "dark": (DARK.page, DARK.panel, DARK.soft)}


def test_ten_pairs_each_legible_on_every_ground() -> None:
    assert len(OFFERED) == 10
    for pair, _ in OFFERED:
        assert min(ratio(pair.light, ground) for ground in GROUNDS["light"]) >= 3, pair
        assert min(ratio(pair.dark, ground) for ground in GROUNDS["dark"]) >= 3, pair


def test_every_pattern_is_offered_once_and_has_a_name() -> None:
    assert sorted(pattern for _, pattern in OFFERED) == sorted(Pattern)
    assert set(PATTERN_NAMES) == set(Pattern)


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("#8a6a00", "#8A6A00"),
        (" 8A6A00 ", "#8A6A00"),
        ("#fc0", "#FFCC00"),
        ("", None),
        ("#12345", None),
        ("red", None),
        ("#8A6A00;", None),
        ("#８A6A00", None),
    ],
)
def test_colours_are_read_as_people_write_them(text: str, colour: str | None) -> None:
    assert as_colour(text) == colour


@given(st.integers(0, 0xFFFFFF))
def test_any_own_colour_becomes_legible_on_every_ground(number: int) -> None:
    colour = f"#{number:06X}"
    pair = own_pair(colour)
    assert min(ratio(pair.light, ground) for ground in GROUNDS["light"]) >= 3
    assert min(ratio(pair.dark, ground) for ground in GROUNDS["dark"]) >= 3


def test_a_colour_that_is_legible_already_is_left_alone() -> None:
    assert own_pair("#8A3468").light == "#8A3468"
    assert own_pair("#F0752E").dark == "#F0752E"


def test_the_first_free_colour_and_pattern_are_proposed() -> None:
    codebook = default_codebook()
    pair, pattern = free_look(codebook, code="new")
    assert (pair.name, pattern) == ("Ochre", Pattern.LONG_DASH)
    assert free_look(codebook, code=codebook.codes[0].id)[0].name == "Green"
    taken = Codebook((*codebook.codes, replace(codebook.codes[0], id="x", pattern=Pattern.LONG_DASH)))
    assert free_look(taken, code="new")[1] is Pattern.LADDER
    full = Codebook(tuple(
        replace(codebook.codes[0], id=str(place), colour=each.light, pattern=kind)
        for place, (each, kind) in enumerate(OFFERED)
    ))  # fmt: skip
    assert free_look(full, code="new") == OFFERED[-1]
