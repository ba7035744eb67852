# SPDX-License-Identifier: MIT
"""The network of who stands how to whom: actors on a circle, an arrow for each tie, as wide as its weight.

Actors that are tied strongly come to lie beside each other: beginning with the heaviest, the next is always
the one with the strongest ties to those placed last. A tie of a negative sign is dashed, one without a
sign dotted.
"""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import TYPE_CHECKING, Any, Literal

from annotator.reports.count_table import Counts, DrawnTie
from annotator.reports.figure_style import INK, PAGE, TEXT, WIDTH, bare, drawable, figure_of, say_what_is_shown

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MOST_ACTORS = 24
"""Those with the greatest weight; more are not told apart on a page."""
MOST_PANELS = 6
_WIDEST, _THINNEST = 4.0, 0.8
_BENDS = (0.12, 0.24, -0.12, 0.36, -0.24)
_CODE_WIDTH = 24
"""Letters of a code's name on a tie: fewer would not tell evidence of trust from evidence of mistrust."""
_ROOM = 1.55
"""Half the side of a panel, with the circle's radius as 1."""

Point = tuple[float, float]


def draw_network(counts: Counts) -> "Figure":
    """Draw a panel for each coder."""
    every_coder = list(dict.fromkeys(tie.coder for tie in counts.edges))
    coders = every_coder[:MOST_PANELS]
    figure = figure_of(WIDTH * 0.8 * len(coders) or 1.0)
    if not coders:
        return figure
    every = figure.subplots(len(coders), 1, squeeze=False).ravel()
    for axes, coder in zip(every, coders, strict=True):
        _draw_panel(axes, coder, [tie for tie in counts.edges if tie.coder == coder])
    _legend(figure)
    actors = max(_number_of_actors([tie for tie in counts.edges if tie.coder == each]) for each in coders)
    say_what_is_shown(figure, (MOST_PANELS, len(every_coder), "coders"), (MOST_ACTORS, actors, "actors"))
    return figure


def _number_of_actors(ties: Sequence[DrawnTie]) -> int:
    return len({actor for tie in ties for actor in (tie.source, tie.target)})


def _draw_panel(axes: "Axes", coder: str, ties: Sequence[DrawnTie]) -> None:
    places = circle(actors_in_order(ties))
    shown = [tie for tie in ties if tie.source in places and tie.target in places]
    greatest = max([tie.weight for tie in shown] or [1.0])
    bends: dict[tuple[str, str], int] = {}
    for tie in shown:
        number = bends[tie.source, tie.target] = bends.get((tie.source, tie.target), -1) + 1
        _draw_tie(axes, tie, places, greatest, number)
    for actor, (across, up) in places.items():
        axes.plot([across], [up], marker="o", markersize=6, color=INK, markerfacecolor=PAGE, zorder=3)
        side = "left" if across > 0.05 else "right" if across < -0.05 else "center"
        height = "bottom" if up > 0.9 else "top" if up < -0.9 else "center"
        axes.text(across * 1.08, up * 1.08, drawable(actor, width=22), ha=side, va=height)
    bare(axes, keep=())
    axes.set_title(drawable(coder), fontsize=8.5, loc="left", fontweight="bold")
    axes.set_xticks([])
    axes.set_yticks([])
    axes.set_xlim(-_ROOM, _ROOM)
    axes.set_ylim(-_ROOM * 0.85, _ROOM * 0.85)
    axes.set_aspect("equal")


def _draw_tie(axes: "Axes", tie: DrawnTie, places: dict[str, Point], greatest: float, number: int) -> None:
    """Draw the tie that is the next of this number between its two: each bends otherwise."""
    from matplotlib.patches import FancyArrowPatch

    begin, end = places[tie.source], places[tie.target]
    bend = _BENDS[number % len(_BENDS)]
    if tie.source == tie.target:
        inwards = 0.86 - 0.14 * number
        begin, bend = (begin[0] * inwards - begin[1] * 0.06, begin[1] * inwards + begin[0] * 0.06), 0.9
    width = _THINNEST + (_WIDEST - _THINNEST) * tie.weight / greatest
    style: dict[str, Any] = {"color": INK, "alpha": 0.6, "linewidth": width, "linestyle": _dashes(tie.sign)}
    axes.add_patch(
        FancyArrowPatch(
            begin, end, connectionstyle=f"arc3,rad={bend}", arrowstyle="-|>", mutation_scale=7 + width,
            shrinkA=4, shrinkB=5, **style,
        )
    )  # fmt: skip
    across, up = _middle(begin, end, bend)
    words = f"{drawable(tie.code, width=_CODE_WIDTH)} {tie.weight:,g}"
    ground = {"facecolor": PAGE, "edgecolor": "none", "pad": 0.6}
    axes.text(across, up, words, ha="center", va="center", fontsize=6.5, color=TEXT, bbox=ground, zorder=4)


def _middle(begin: Point, end: Point, bend: float) -> Point:
    """Give the middle of a bent arrow: matplotlib bends it by a quadratic Bézier curve."""
    across, up = end[0] - begin[0], end[1] - begin[1]
    return (begin[0] + end[0]) / 2 + up * bend / 2, (begin[1] + end[1]) / 2 - across * bend / 2


def _dashes(sign: float | None) -> Literal["-", "--", ":"]:
    if sign is None:
        return ":"
    return "--" if sign < 0 else "-"


def _legend(figure: "Figure") -> None:
    from matplotlib.lines import Line2D

    signs = {"positive": 1.0, "negative": -1.0, "no sign": None}
    handles = [Line2D([], [], color=INK, linestyle=_dashes(sign), label=label) for label, sign in signs.items()]
    figure.legend(handles=handles, loc="outside upper right", frameon=False, ncols=3)


def actors_in_order(ties: Sequence[DrawnTie]) -> list[str]:
    """Give the actors of greatest weight as they are set on the circle."""
    weights: dict[str, float] = {}
    between: dict[tuple[str, str], float] = {}
    for tie in ties:
        for one, other in ((tie.source, tie.target), (tie.target, tie.source)):
            weights[one] = weights.get(one, 0) + tie.weight
            between[one, other] = between.get((one, other), 0) + tie.weight
    left = sorted(weights, key=lambda actor: (-weights[actor], actor))[:MOST_ACTORS]
    order = left[:1]
    left = left[1:]
    while left:
        last = order[-1]
        nearest = min(left, key=lambda actor: (-between.get((last, actor), 0), -weights[actor], actor))
        order.append(nearest)
        left.remove(nearest)
    return order


def circle(actors: Sequence[str]) -> dict[str, Point]:
    """Give each actor a place on a circle of radius 1, from the top on with the clock."""
    turn = 2 * pi / len(actors) if actors else 0
    return {actor: (sin(place * turn), cos(place * turn)) for place, actor in enumerate(actors)}
