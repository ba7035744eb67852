# SPDX-License-Identifier: MIT
"""The pictures of a report, drawn by matplotlib in ink shades and hatching: colour belongs to the codes."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from annotator.reports.figure_style import HAIRLINE, INK, LINE, PAGE, SECONDARY, TEXT, bare, drawable, drawn, figure_of
from annotator.reports.number_words import coefficient
from annotator.reports.report_blocks import Picture
from annotator.reports.report_drawings import Drift, Forest, HeatMap, Mark, Shares, Strip

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

THRESHOLDS = (0.667, 0.8)
AXIS_LABEL = "Krippendorff's alpha"
MOST_SIDE_BY_SIDE = 5
"""Coders, for whom the triangles of two codes still fit beside each other."""
DOT_WIDTH = 0.012
"""Of a dot of the strip, on the scale of the coefficient."""
ROOM_FOR_NAMES = 12
"""Columns of a triangle above which its numbers become smaller."""
_HATCHES = ("", "/////", "")
_FILLS = (INK, PAGE, PAGE)


def picture_bytes(picture: Picture, *, picture_format: str) -> bytes:
    """Draw a picture as ``svg``, ``pdf`` or ``png`` (200 dots per inch); may be called from any thread."""
    return drawn(lambda: _DRAW[type(picture.drawing)](picture.drawing), picture_format=picture_format)


def _coefficient_axis(axes: "Axes", values: Sequence[float], *, along: str = "x") -> None:
    """Lay an axis from 0, or from below the lowest value, to 1, with lines at the thresholds."""
    lowest = min([0.0, *values])
    begin = max(-1.05, lowest - 0.05) if lowest < 0 else 0.0
    ticks = [tick for tick in (-1, -0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, *THRESHOLDS, 1) if tick >= begin]
    axis = axes.xaxis if along == "x" else axes.yaxis
    (axes.set_xlim if along == "x" else axes.set_ylim)(begin, 1.02)
    (axes.set_xlabel if along == "x" else axes.set_ylabel)(AXIS_LABEL)
    axis.set_ticks(
        ticks, [coefficient(tick) if tick in THRESHOLDS else f"{tick:g}".replace("0.", ".") for tick in ticks]
    )
    for threshold in THRESHOLDS:
        line = axes.axvline if along == "x" else axes.axhline
        line(threshold, color=HAIRLINE, linewidth=0.6, zorder=0)


def _numbers(marks: Sequence[Mark | None]) -> list[float]:
    return [end for mark in marks if mark for end in (mark.value, mark.low) if end is not None]


def _draw_mark(axes: "Axes", mark: Mark, *, at: float, hollow: bool, along: str = "x") -> None:
    """Draw a dot with whiskers, filled or hollow."""
    face = PAGE if hollow else INK
    style: dict[str, Any] = {"color": INK, "markerfacecolor": face, "markersize": 5, "linewidth": 1.2, "capsize": 3}
    ends = None
    if mark.low is not None and mark.high is not None:
        # A percentile interval may leave its own value out.
        ends = [[max(0.0, mark.value - mark.low)], [max(0.0, mark.high - mark.value)]]
    if along == "x":
        axes.errorbar(mark.value, at, xerr=ends, fmt="o", **style)
    else:
        axes.errorbar(at, mark.value, yerr=ends, fmt="o", **style)


def _draw_forest(drawing: Forest) -> "Figure":
    series = len(drawing.series)
    figure = figure_of(0.95 + LINE * max(len(drawing.rows), 1) * (1 + 0.45 * (series - 1)))
    axes = figure.subplots()
    bare(axes)
    _coefficient_axis(axes, _numbers([mark for row in drawing.rows for mark in row.marks]))
    for line, row in enumerate(drawing.rows):
        for place, mark in enumerate(row.marks):
            at = line + (place - (series - 1) / 2) * 0.36
            if mark is not None:
                _draw_mark(axes, mark, at=at, hollow=place > 0)
        if not any(row.marks):
            axes.text(0.01, line, "undefined", color=SECONDARY, va="center", transform=axes.get_yaxis_transform())
    axes.set_yticks(range(len(drawing.rows)), [drawable(row.label) for row in drawing.rows])
    axes.tick_params(axis="y", length=0)
    axes.set_ylim(max(len(drawing.rows), 1) - 0.4, -0.6)
    if series > 1:
        _legend(axes, drawing.series)
    return figure


def _legend(axes: "Axes", series: Sequence[str]) -> None:
    from matplotlib.lines import Line2D

    handles = [
        Line2D([], [], color=INK, marker="o", markerfacecolor=PAGE if place else INK, markersize=5, label=label)
        for place, label in enumerate(series)
    ]
    axes.figure.legend(handles=handles, loc="outside upper right", frameon=False, ncols=len(series))


def _draw_heat_map(drawing: HeatMap) -> "Figure":
    across = 1 if len(drawing.names) > MOST_SIDE_BY_SIDE else min(len(drawing.panels), 2) or 1
    down = -(-len(drawing.panels) // across) or 1
    figure = figure_of(down * (0.75 + 0.3 * len(drawing.names)))
    every = figure.subplots(down, across, squeeze=False).ravel()
    names = [drawable(name, width=26) for name in drawing.names]
    for axes, panel in zip(every, drawing.panels, strict=False):
        axes.set_title(drawable(panel.label), fontsize=8.5, loc="left", fontweight="bold")
        for row, values in enumerate(panel.values):
            for column, value in enumerate(values):
                _draw_cell(axes, value, row=row, column=column, columns=len(names) - 1)
        bare(axes, keep=())
        axes.set_xlim(0, len(names) - 1)
        axes.set_ylim(len(names) - 1, 0)
        axes.set_xticks(
            [place + 0.5 for place in range(len(names) - 1)],
            names[:-1],
            rotation=30,
            ha="right",
            rotation_mode="anchor",
        )
        axes.set_yticks([place + 0.5 for place in range(len(names) - 1)], names[1:])
        axes.tick_params(length=0)
    for axes in every[len(drawing.panels) :]:
        axes.set_visible(False)
    return figure


def _draw_cell(axes: "Axes", value: float | None, *, row: int, column: int, columns: int) -> None:
    """Shade a cell by its value, never so dark that the printed number is hard to read."""
    from matplotlib.patches import Rectangle

    shade = 0.0 if value is None else min(max(value, 0.0), 1.0) * 0.42
    hatch = "////" if value is not None and value < 0 else None
    box: dict[str, Any] = {"facecolor": INK, "alpha": shade, "linewidth": 0}
    axes.add_patch(Rectangle((column + 0.02, row + 0.03), 0.96, 0.94, **box))
    outline: dict[str, Any] = {"fill": False, "edgecolor": HAIRLINE, "linewidth": 0.5, "hatch": hatch}
    axes.add_patch(Rectangle((column + 0.02, row + 0.03), 0.96, 0.94, **outline))
    words, size = (coefficient(value), 8.0) if value is not None else ("undefined", 6.0)
    shrunk = min(1.0, ROOM_FOR_NAMES / columns)
    axes.text(column + 0.5, row + 0.5, words, ha="center", va="center", fontsize=size * shrunk)


def _draw_strip(drawing: Strip) -> "Figure":
    figure = figure_of(0.95 + LINE * 1.2 * max(len(drawing.rows), 1))
    axes = figure.subplots()
    bare(axes)
    _coefficient_axis(axes, [value for row in drawing.rows for value in row.values])
    for line, row in enumerate(drawing.rows):
        values = sorted(row.values)
        heights = [line + level * 0.09 for level in _levels(values)]
        dots: dict[str, Any] = {
            "marker": "o",
            "facecolor": INK,
            "linewidth": 0,
            "alpha": 0.55,
            "s": 22,
        }
        axes.scatter(values, heights, clip_on=False, **dots)
        if row.pooled is not None:
            axes.plot([row.pooled, row.pooled], [line - 0.34, line + 0.34], color=TEXT, linewidth=2)
        if row.undefined:
            said: dict[str, Any] = {"color": SECONDARY, "va": "center", "ha": "left", "fontsize": 7.5}
            axes.text(1.01, line, f"{row.undefined:,} undefined", transform=axes.get_yaxis_transform(), **said)
    axes.set_yticks(range(len(drawing.rows)), [drawable(row.label) for row in drawing.rows])
    axes.tick_params(axis="y", length=0)
    axes.set_ylim(max(len(drawing.rows), 1) - 0.4, -0.6)
    return figure


def _levels(values: Sequence[float]) -> list[int]:
    """Say for values in order how far above or below its line each is drawn, so that few lie on each other."""
    last = dict.fromkeys((0, -1, 1, -2, 2, -3, 3), -2.0)
    found = []
    for value in values:
        emptiest = min(last, key=last.__getitem__)
        free = next((level for level, before in last.items() if value - before >= DOT_WIDTH), emptiest)
        last[free] = value
        found.append(free)
    return found


def _draw_drift(drawing: Drift) -> "Figure":
    across = min(len(drawing.lines), 2) or 1
    down = -(-len(drawing.lines) // across) or 1
    figure = figure_of(0.3 + 1.6 * down)
    every = figure.subplots(down, across, squeeze=False, sharex=True, sharey=True).ravel()
    values = _numbers([mark for line in drawing.lines for mark in line.marks])
    step = max(1, -(-len(drawing.batches) // 6))
    for axes, line in zip(every, drawing.lines, strict=False):
        bare(axes, keep=("bottom", "left"))
        _coefficient_axis(axes, values, along="y")
        axes.set_title(drawable(line.label), fontsize=8.5, loc="left", fontweight="bold")
        there = [(place, mark) for place, mark in enumerate(line.marks) if mark is not None]
        if not there:
            axes.text(0.03, 0.3, "undefined", color=SECONDARY, transform=axes.transAxes)
        axes.plot([place for place, _ in there], [mark.value for _, mark in there], color=INK, linewidth=0.8)
        for place, mark in there:
            _draw_mark(axes, mark, at=place, hollow=False, along="y")
        axes.set_xlim(-0.5, len(drawing.batches) - 0.5)
        places = range(0, len(drawing.batches), step)
        axes.set_xticks(list(places), [drawing.batches[place] for place in places], fontsize=7.5)
        axes.tick_params(labelbottom=True)
    for axes in every[len(drawing.lines) :]:
        axes.set_visible(False)
    return figure


def _draw_shares(drawing: Shares) -> "Figure":
    from matplotlib.patches import Patch

    figure = figure_of(0.75 + LINE * 1.1 * max(len(drawing.bars), 1))
    axes = figure.subplots()
    bare(axes, keep=())
    longest = max([sum(bar.parts) for bar in drawing.bars] + [1])
    looks: list[dict[str, Any]] = [
        {"facecolor": fill, "hatch": hatch, "edgecolor": INK, "linewidth": 0.8}
        for fill, hatch in zip(_FILLS, _HATCHES, strict=True)
    ]
    for line, bar in enumerate(drawing.bars):
        begun = 0
        for part, look in zip(bar.parts, looks, strict=True):
            if part:
                axes.barh(line, part, left=begun, height=0.5, **look)
            begun += part
        axes.text(begun + longest * 0.012, line, f"{begun:,}", va="center", color=SECONDARY)
    axes.set_yticks(range(len(drawing.bars)), [drawable(bar.label) for bar in drawing.bars])
    axes.set_xticks([])
    axes.tick_params(length=0)
    axes.set_xlim(0, longest * 1.08)
    axes.set_ylim(max(len(drawing.bars), 1) - 0.4, -0.6)
    handles = [Patch(label=name, **look) for name, look in zip(drawing.parts, looks, strict=True)]
    figure.legend(handles=handles, loc="outside upper right", frameon=False, ncols=len(handles))
    return figure


_DRAW: Mapping[type, Callable[[Any], "Figure"]] = MappingProxyType({
    Forest: _draw_forest, HeatMap: _draw_heat_map, Strip: _draw_strip, Drift: _draw_drift, Shares: _draw_shares,
})  # fmt: skip
