# SPDX-License-Identifier: MIT
"""Where brackets and labels stand beside the text: computed as data from what is in sight, then painted elsewhere."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from annotator.domain import Span
from annotator.ui.text_view.marks import Mark

BEYOND_PX = 10
"""How far beyond the viewport a bracket is drawn that goes on there."""


class Reach(NamedTuple):
    """How far a mark reaches in sight (px of the viewport).

    ``middle`` is the middle of its first line, None where that is out of sight. Lane -1 has no bracket.
    """

    mark: Mark
    lane: int
    top: float
    bottom: float
    middle: float | None


class LabelRow(NamedTuple):
    """Marks that begin on one line: the first may keep its name, the others are dots; ``hidden`` found no lane."""

    middle: float
    marks: tuple[Mark, ...]
    hidden: int = 0


def joined(reaches: Iterable[Reach]) -> list[Reach]:
    """Join the reaches of one mark in several blocks into one; by lane, then from the top."""
    known: dict[str, Reach] = {}
    for reach in reaches:
        before = known.get(reach.mark.id)
        known[reach.mark.id] = reach if before is None else before._replace(bottom=reach.bottom)
    return sorted(known.values(), key=lambda reach: (reach.lane, reach.top, reach.mark.span))


def parted(reaches: Sequence[Reach]) -> list[Reach]:
    """Part brackets of one lane that share a line: the upper ends and the lower begins in its middle."""
    made: list[Reach] = []
    for reach in reaches:
        above = made[-1] if made and made[-1].lane == reach.lane else None
        if above is not None and reach.lane >= 0 and above.bottom > reach.top:
            middle = (max(above.top, reach.top) + min(above.bottom, reach.bottom)) / 2
            made[-1] = above._replace(bottom=middle - 1)
            made.append(reach._replace(top=middle + 1))
        else:
            made.append(reach)
    return made


def rows(reaches: Iterable[Reach], hidden: Mapping[float, int]) -> list[LabelRow]:
    """Gather labels by line, the coder's own first, then by lane; ``hidden`` counts marks without a lane by line."""
    by_middle: dict[float, list[Reach]] = {}
    for reach in reaches:
        if reach.middle is not None:
            by_middle.setdefault(reach.middle, []).append(reach)
    middles = sorted({*by_middle, *hidden})
    return [
        LabelRow(
            middle,
            tuple(reach.mark for reach in sorted(by_middle.get(middle, ()), key=_place)),
            hidden.get(middle, 0),
        )
        for middle in middles
    ]


def _place(reach: Reach) -> tuple[bool, bool, int, Span]:
    """Say where in its line a label stands: what one coded oneself is the last to become part of a number."""
    mark = reach.mark
    return (not mark.own, mark.own and mark.is_region, reach.lane, mark.span)
