# SPDX-License-Identifier: MIT
"""Sizes of what is drawn around the text, in logical pixels. They follow the size of the text."""

from dataclasses import dataclass

TEXT_PX = 17
"""The size of the text at 100 %."""
LANES = 3
"""How many lanes have room below a line unless the user wants more or fewer."""
FEWEST_LANES, MOST_LANES = 2, 10
TINT, HOVER_TINT = 0.20, 0.10
"""Opacity of a code's colour behind its selected or hovered span."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """The strip below a line: ``lanes`` lanes of ``thickness`` px, ``gap`` px between, above and below them."""

    lanes: int = LANES
    thickness: int = 3
    gap: int = 1

    @property
    def pitch(self) -> int:
        """From the top of one lane to the top of the next."""
        return self.thickness + self.gap

    @property
    def room(self) -> int:
        """The height of the strip below each line."""
        return self.lanes * self.pitch + self.gap

    def lane_top(self, lane: int) -> int:
        """How far below the line's bottom a lane begins."""
        return self.gap + lane * self.pitch


def metrics_for(*, lanes: int, text_px: int, strong: bool) -> Metrics:
    """Give the sizes for a size of text; ``strong`` (high contrast) makes every lane a pixel thicker."""
    thickness = max(3, round(3 * text_px / TEXT_PX * 0.85)) + (1 if strong else 0)
    return Metrics(max(FEWEST_LANES, min(lanes, MOST_LANES)), thickness, max(1, thickness // 3))
