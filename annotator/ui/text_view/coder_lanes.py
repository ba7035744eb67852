# SPDX-License-Identifier: MIT
"""One code, a lane per coder: what all, some or one of them marked, as pieces of lanes. Pure.

Each coder's passages are cut where the number of coders who marked the words changes from one to some to
all. A piece keeps its coder's lane; what is cut has no cap there, since the passage goes on.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise

from annotator.domain import Pattern, Span
from annotator.ui.text_view.marks import CodeStyle, Mark


class Shared(StrEnum):
    """By how many of the coders a stretch of text is marked; the value stands in the place of a code."""

    ALL = "all"
    SOME = "some"
    ONE = "one"


def lane_styles(*, calm: str, colour: str, is_strong: bool) -> list[CodeStyle]:
    """Give the looks of the three: agreement in a calm colour, the others in the code's.

    Where colours carry nothing (``is_strong``) agreement is a double line.
    """
    agreed = Pattern.DOUBLE if is_strong else Pattern.SOLID
    return [
        CodeStyle(Shared.ALL, "Marked by all", "", calm, agreed, 0),
        CodeStyle(Shared.SOME, "Marked by some", "", colour, Pattern.DASHED, 1, is_hatched=True),
        CodeStyle(Shared.ONE, "Marked by one", "", colour, Pattern.SOLID, 2),
    ]


def lane_marks(lanes: Sequence[Sequence[Span]], *, names: Sequence[str] = ()) -> list[Mark]:
    """Give the pieces of every lane; a lane's own spans are sorted and do not overlap.

    ``names`` are those of the coders, lane by lane, for whoever points at a piece.
    """
    covered = list(_covered(lanes))
    marks: list[Mark] = []
    for lane, spans in enumerate(lanes):
        name = names[lane] if lane < len(names) else ""
        place = 0
        for span in spans:
            while place < len(covered) and covered[place][0].end <= span.start:
                place += 1
            marks += _pieces(span, covered, place, lane=lane, name=name)
    return marks


def _pieces(span: Span, covered: Sequence[tuple[Span, Shared]], place: int, *, lane: int, name: str) -> Iterator[Mark]:
    while place < len(covered) and covered[place][0].start < span.end:
        run, shared = covered[place]
        piece = span.intersection(run)
        if piece is not None:
            yield Mark(
                f"{lane} {piece.start}", piece, shared, own=False, coder=name, lane=lane,
                opens=piece.start == span.start, closes=piece.end == span.end,
            )  # fmt: skip
        place += 1


def _covered(lanes: Sequence[Sequence[Span]]) -> Iterator[tuple[Span, Shared]]:
    """Cut the marked text into runs by how many lanes cover them; neighbours of one kind are one run."""
    steps: dict[int, int] = {}
    for spans in lanes:
        for span in spans:
            steps[span.start] = steps.get(span.start, 0) + 1
            steps[span.end] = steps.get(span.end, 0) - 1
    number, last = 0, None
    for start, end in pairwise(sorted(steps)):
        number += steps[start]
        if not number:
            continue
        shared = _shared(number, len(lanes))
        if last is not None and last[0].end == start and last[1] is shared:
            last = (Span.of(last[0].start, end), shared)
            continue
        if last is not None:
            yield last
        last = (Span.of(start, end), shared)
    if last is not None:
        yield last


def _shared(number: int, lanes: int) -> Shared:
    if number == lanes and lanes > 1:
        return Shared.ALL
    return Shared.ONE if number == 1 else Shared.SOME
