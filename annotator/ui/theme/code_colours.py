# SPDX-License-Identifier: MIT
"""The ten colours offered for codes, each a pair for light and dark pages, and pairs made of a colour of one's own."""

import re
from dataclasses import dataclass

from annotator.domain import Codebook, CodeId, Pattern
from annotator.ui.theme.contrast import nudged
from annotator.ui.theme.tokens import DARK, LIGHT

_HEXADECIMAL = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ColourPair:
    """One colour as ``#RRGGBB`` for light and for dark pages; 3:1 or more on page, panel and selected row."""

    name: str
    light: str
    dark: str


OFFERED: tuple[tuple[ColourPair, Pattern], ...] = (
    (ColourPair("Green", "#009265", "#45DDAA"), Pattern.SOLID),
    (ColourPair("Vermilion", "#DC5A0E", "#F0752E"), Pattern.DASHED),
    (ColourPair("Plum", "#8A3468", "#D07FB6"), Pattern.DOTTED),
    (ColourPair("Blue", "#0F509F", "#459AF7"), Pattern.DOUBLE),
    (ColourPair("Ochre", "#8A6A00", "#D3AE3C"), Pattern.LONG_DASH),
    (ColourPair("Teal", "#00808C", "#3CC3CF"), Pattern.LADDER),
    (ColourPair("Brown", "#7A4B2E", "#C4916B"), Pattern.ZIGZAG),
    (ColourPair("Crimson", "#C2255C", "#F36C97"), Pattern.THICK_THIN),
    (ColourPair("Olive", "#5F7A12", "#A6C34B"), Pattern.HOLLOW),
    (ColourPair("Slate", "#5C6672", "#9AA6B4"), Pattern.DASH_DOT),
)
"""Each colour with the pattern that goes with it while neither is taken."""

PATTERN_NAMES = {
    Pattern.SOLID: "Solid",
    Pattern.DASHED: "Dashed",
    Pattern.DOTTED: "Dotted",
    Pattern.DOUBLE: "Double",
    Pattern.LONG_DASH: "Long dashes",
    Pattern.LADDER: "Ladder",
    Pattern.ZIGZAG: "Zigzag",
    Pattern.THICK_THIN: "Thick and thin",
    Pattern.HOLLOW: "Hollow",
    Pattern.DASH_DOT: "Dash and dot",
}


def as_colour(text: str) -> str | None:
    """Read ``#abc``, ``#aabbcc`` or the digits alone as ``#AABBCC``; None for anything else."""
    found = _HEXADECIMAL.fullmatch(text.strip())
    if found is None:
        return None
    digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
    return f"#{digits.upper()}"


def own_pair(colour: str) -> ColourPair:
    """Make a pair of one colour: its lightness is moved until it has 3:1 on every ground where a lane may stand.

    The selected row is the ground with the least contrast in either mode, so it decides.
    """
    return ColourPair("Own colour", nudged(colour, against=LIGHT.soft), nudged(colour, against=DARK.soft))


def free_look(codebook: Codebook, *, code: CodeId) -> tuple[ColourPair, Pattern]:
    """Give the first offered colour and pattern that no other code in use wears; where all are worn, the last ones."""
    others = [each for each in codebook.active if each.id != code]
    colours = {each.colour.upper() for each in others}
    patterns = {each.pattern for each in others}
    pair = next((pair for pair, _ in OFFERED if pair.light not in colours), OFFERED[-1][0])
    together = dict(OFFERED)[pair]
    if together not in patterns:
        return pair, together
    return pair, next((pattern for _, pattern in OFFERED if pattern not in patterns), together)
