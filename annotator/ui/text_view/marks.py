# SPDX-License-Identifier: MIT
"""What the view is given to show: marks over the text and the look of their codes. Values only, no Qt."""

from dataclasses import dataclass
from enum import StrEnum

from annotator.domain import Pattern, Span


class MarkKind(StrEnum):
    """Whether a mark applies a code or takes a stretch out of the article."""

    ANNOTATION = "annotation"
    REGION = "region"


_REGION = MarkKind.REGION  # asked for every mark in sight at every frame; a look into the enum is slow


@dataclass(frozen=True, slots=True)
class CodeStyle:
    """How one code is shown: ``colour`` is ``#RRGGBB`` for the mode in force, ``order`` its place in the codebook.

    ``name`` stands in the margin, so it is the short form where there is one; ``initial`` stands
    in a dot where the name has no room. ``is_hatched`` draws slanting strokes in place of the pattern.
    """

    code: str
    name: str
    initial: str
    colour: str
    pattern: Pattern
    order: int
    is_hatched: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotation or excluded region, as drawn. ``code`` is empty for a region; ``coder`` is a display name.

    ``pending`` marks are painted at once and are not yet stored. ``lane`` is the lane that it always has, None for
    the lowest that is free. A piece of a longer passage does not ``open`` or ``close`` where that goes on.
    """

    id: str
    span: Span
    code: str
    kind: MarkKind = MarkKind.ANNOTATION
    own: bool = True
    coder: str = ""
    asks_lead: bool = False
    pending: bool = False
    lane: int | None = None
    opens: bool = True
    closes: bool = True

    @property
    def is_region(self) -> bool:
        """Whether this is an excluded region: never a lane."""
        return self.kind is _REGION
