# SPDX-License-Identifier: MIT
"""Figures of counts: bars, heat maps, lines over time, a network; in ink shades, dashes and hatching."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from annotator.counting.periods import UNPLACED
from annotator.reports.count_network_plot import draw_network
from annotator.reports.count_table import CountKind, CountMatrix, Counts, MatrixCell
from annotator.reports.figure_style import (
    HAIRLINE,
    INK,
    LINE,
    PAGE,
    SECONDARY,
    bare,
    drawable,
    drawn,
    figure_of,
    say_what_is_shown,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MOST_LINES = 40
"""Rows of a matrix that a figure shows: the first ones. The table has all."""
MOST_COLUMNS = 30
MOST_PANELS = 12
_DARKEST = 0.42
"""How strongly the greatest value is shaded, so that its number can still be read."""
_HATCHES = ("", "////", "....", "xxxx", "----", "\\\\\\\\", "++++")
_DASHES = ("-", "--", ":", "-.")
_MARKERS = ("o", "s", "^", "D", "v", "P", "X")
_SHORT = len("2026-03")
"""Names of periods of which six stand beside each other under a panel; of longer ones four."""
_MOST_NUMBERS = 16
"""Columns above which the numbers in a heat map become smaller."""


def count_figure(counts: Counts, *, picture_format: str) -> bytes:
    """Draw counts as ``svg``, ``pdf`` or ``png`` (200 dots per inch); may be called from any thread."""
    return drawn(lambda: _DRAW[counts.kind](counts), picture_format=picture_format)


def _draw_frequencies(counts: Counts) -> "Figure":
    if len(counts.matrices) == 1 and not counts.matrices[0].label:
        return _draw_bars(counts.matrices[0], counts.what)
    return _draw_heat_maps(counts)


def _draw_bars(matrix: CountMatrix, what: str) -> "Figure":
    """Draw a group of bars for each row, one for each column."""
    rows, series = matrix.cells[:MOST_LINES], len(matrix.column_labels) or 1
    height = min(0.8 / series, 0.5)
    figure = figure_of(0.95 + LINE * max(len(rows), 1) * (1 + 0.4 * (series - 1)))
    axes = figure.subplots()
    bare(axes, keep=())
    longest = max([cell.value for row in rows for cell in row if cell and cell.value] or [1.0])
    for line, row in enumerate(rows):
        for place, cell in enumerate(row):
            at = line + (place - (series - 1) / 2) * height
            value = cell.value if cell else None
            if value:
                axes.barh(at, value, height=height * 0.9, **_look(place))
            said = "undefined" if value is None else _number(value)
            axes.text((value or 0) + longest * 0.012, at, said, va="center", color=SECONDARY, fontsize=7.5)
    axes.set_yticks(range(len(rows)), [drawable(label) for label in matrix.row_labels[: len(rows)]])
    axes.set_xticks([])
    axes.set_xlabel(what)
    axes.tick_params(length=0)
    axes.set_xlim(0, longest * 1.12)
    axes.set_ylim(max(len(rows), 1) - 0.4, -0.6)
    _bar_legend(figure, matrix.column_labels)
    say_what_is_shown(figure, (MOST_LINES, len(matrix.cells), "rows"))
    return figure


def _look(place: int) -> dict[str, Any]:
    filled = place == 0
    hatch = _HATCHES[place % len(_HATCHES)]
    return {"facecolor": INK if filled else PAGE, "hatch": hatch, "edgecolor": INK, "linewidth": 0.8}


def _bar_legend(figure: "Figure", labels: Sequence[str]) -> None:
    from matplotlib.patches import Patch

    handles = [Patch(label=drawable(label), **_look(place)) for place, label in enumerate(labels)]
    if handles:
        figure.legend(handles=handles, loc="outside upper right", frameon=False, ncols=min(len(handles), 4))


def _draw_heat_maps(counts: Counts) -> "Figure":
    matrices = counts.matrices[:MOST_PANELS]
    heights = [0.9 + 0.3 * max(min(len(each.row_labels), MOST_LINES), 1) for each in matrices]
    figure = figure_of(sum(heights) or 1.0)
    if not matrices:
        return figure
    every = figure.subplots(len(matrices), 1, squeeze=False, height_ratios=heights).ravel()
    for axes, matrix in zip(every, matrices, strict=True):
        _draw_heat_map(axes, matrix)
    say_what_is_shown(
        figure,
        (MOST_PANELS, len(counts.matrices), "matrices"),
        (MOST_LINES, max(len(each.row_labels) for each in matrices), "rows"),
        (MOST_COLUMNS, max(len(each.column_labels) for each in matrices), "columns"),
    )
    return figure


def _draw_heat_map(axes: "Axes", matrix: CountMatrix) -> None:
    rows = [row[:MOST_COLUMNS] for row in matrix.cells[:MOST_LINES]]
    columns = [drawable(label, width=26) for label in matrix.column_labels[:MOST_COLUMNS]]
    greatest = max([cell.value for row in rows for cell in row if cell and cell.value] or [1.0])
    for line, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell is not None:
                _draw_cell(axes, cell.value, line, column, greatest, len(columns))
    bare(axes, keep=())
    axes.set_title(drawable(matrix.label), fontsize=8.5, loc="left", fontweight="bold")
    axes.set_xlim(0, max(len(columns), 1))
    axes.set_ylim(max(len(rows), 1), 0)
    places = [place + 0.5 for place in range(len(columns))]
    axes.set_xticks(places, columns, rotation=30, ha="right", rotation_mode="anchor")
    labels = [drawable(label) for label in matrix.row_labels[: len(rows)]]
    axes.set_yticks([place + 0.5 for place in range(len(rows))], labels)
    axes.tick_params(length=0)


def _draw_cell(axes: "Axes", value: float | None, row: int, column: int, greatest: float, columns: int) -> None:
    from matplotlib.patches import Rectangle

    shade = 0.0 if value is None else value / greatest * _DARKEST
    place, hatch = (column + 0.02, row + 0.03), "////" if value is None else None
    filled: dict[str, Any] = {"facecolor": INK, "alpha": shade, "linewidth": 0}
    axes.add_patch(Rectangle(place, 0.96, 0.94, **filled))
    outline: dict[str, Any] = {"fill": False, "edgecolor": HAIRLINE, "linewidth": 0.5, "hatch": hatch}
    axes.add_patch(Rectangle(place, 0.96, 0.94, **outline))
    if value is not None:
        size = 7.5 * min(1.0, _MOST_NUMBERS / columns)
        axes.text(column + 0.5, row + 0.5, _number(value), ha="center", va="center", fontsize=size)


def _draw_trends(counts: Counts) -> "Figure":
    """Draw a small panel for each code, in it a line for each coder; what has no place in time is not drawn."""
    matrices = [_placed_in_time(each) for each in counts.matrices]
    every_code = matrices[0].column_labels if matrices else ()  # the same for each coder
    codes = every_code[:MOST_PANELS]
    across = min(len(codes), 2) or 1
    down = -(-len(codes) // across) or 1
    figure = figure_of(0.5 + 1.6 * down)
    every = figure.subplots(down, across, squeeze=False, sharex=True, sharey=True).ravel()
    for place, code in enumerate(codes):
        axes = every[place]
        bare(axes, keep=("bottom", "left"))
        axes.set_title(drawable(code), fontsize=8.5, loc="left", fontweight="bold")
        for number, matrix in enumerate(matrices):
            _draw_line(axes, matrix, place, number)
        _label_time(axes, matrices[0].row_labels)
    every[0].set_ylim(0, _greatest(matrices, len(codes)) * 1.08)  # the panels share it
    for axes in every[len(codes) :]:
        axes.set_visible(False)
    _line_legend(figure, [matrix.label for matrix in matrices])
    figure.supylabel(counts.what, fontsize=8, color=SECONDARY)
    say_what_is_shown(figure, (MOST_PANELS, len(every_code), "codes"))
    return figure


def _placed_in_time(matrix: CountMatrix) -> CountMatrix:
    """Leave out the row of articles without a date, or with one too coarse, which follows on nothing; not if alone."""
    rows = [row for row, cells in enumerate(matrix.cells) if not any(map(_is_unplaced, cells))]
    if not rows:
        return matrix
    return replace(
        matrix, row_labels=tuple(matrix.row_labels[row] for row in rows), cells=tuple(matrix.cells[row] for row in rows)
    )


def _is_unplaced(cell: MatrixCell | None) -> bool:
    placed = cell.selection.placed if cell else None
    return placed is not None and placed.name == UNPLACED


def _greatest(matrices: Sequence[CountMatrix], columns: int) -> float:
    cells = (cell for matrix in matrices for row in matrix.cells for cell in row[:columns])
    return max((cell.value for cell in cells if cell and cell.value), default=1.0)


def _draw_line(axes: "Axes", matrix: CountMatrix, column: int, number: int) -> None:
    """Draw what is known; a period in which nothing is known parts the line."""
    cells = [row[column] for row in matrix.cells]
    values = [cell.value if cell and cell.value is not None else float("nan") for cell in cells]
    axes.plot(range(len(values)), values, clip_on=False, **_line_look(number))


def _line_look(number: int) -> dict[str, Any]:
    return {
        "color": INK, "linestyle": _DASHES[number % len(_DASHES)], "marker": _MARKERS[number % len(_MARKERS)],
        "markersize": 3.5, "linewidth": 1.0, "markerfacecolor": INK if number == 0 else PAGE,
    }  # fmt: skip


def _label_time(axes: "Axes", labels: Sequence[str]) -> None:
    most = 6 if max(map(len, labels), default=0) <= _SHORT else 4
    step = max(1, -(-len(labels) // most))
    places = list(range(0, len(labels), step))
    axes.set_xticks(places, [drawable(labels[place], width=14) for place in places], fontsize=7)
    axes.set_xlim(-0.5, max(len(labels), 1) - 0.5)
    axes.tick_params(labelbottom=True)


def _line_legend(figure: "Figure", labels: Sequence[str]) -> None:
    from matplotlib.lines import Line2D

    handles = [Line2D([], [], label=drawable(label), **_line_look(place)) for place, label in enumerate(labels)]
    if handles:
        figure.legend(handles=handles, loc="outside upper right", frameon=False, ncols=min(len(handles), 4))


def _number(value: float) -> str:
    return f"{value:,}" if float(value).is_integer() and isinstance(value, int) else f"{value:,.1f}"


_DRAW: Mapping[CountKind, Callable[[Counts], "Figure"]] = MappingProxyType({
    CountKind.FREQUENCIES: _draw_frequencies, CountKind.CO_OCCURRENCE: _draw_heat_maps,
    CountKind.CROSS: _draw_heat_maps, CountKind.TRENDS: _draw_trends, CountKind.NETWORK: draw_network,
})  # fmt: skip
