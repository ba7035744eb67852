# SPDX-License-Identifier: MIT
"""The report as one HTML page that needs nothing else: style and pictures are in it, no script, nothing loaded.

Every word goes through the template's escaping; the pictures are our own and escaped where they were drawn.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from annotator.reports import agreement_plots, figure_style
from annotator.reports.number_words import coefficient
from annotator.reports.report_blocks import (
    Block,
    Cell,
    Column,
    Drawn,
    Facts,
    Listing,
    Picture,
    Report,
    Table,
    Words,
)
from annotator.reports.terminal import printable
from annotator.resources import resource

if TYPE_CHECKING:
    from jinja2 import Environment, Template
    from markupsafe import Markup

AXIS_WIDTH, AXIS_MARGIN = 190, 8
COLOURS = {
    figure_style.INK: "--accent", figure_style.TEXT: "--text", figure_style.SECONDARY: "--secondary",
    figure_style.HAIRLINE: "--border", figure_style.PAGE: "--page",
}  # fmt: skip
"""What stands for a colour of a picture on the page, where it may be another in the dark."""


def report_html(report: Report, *, for_print: bool = False) -> str:
    """Set the report as a page; ``for_print`` keeps to the HTML that Qt's text documents know.

    The page for print has neither style sheet rules for layout nor drawings in tables, and refers to its
    pictures as ``figure:NAME``.
    """
    name = "report_print.html.j2" if for_print else "report.html.j2"
    return _template(name).render(report=report)


def _template(name: str) -> "Template":
    return _environment().get_template(name)


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(resource("reports")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_harmless,
    )
    environment.filters |= {
        "kind_of": kind_of,
        "inline": inline_picture,
        "place": place_on_axis,
        "cell_class": cell_class,
        "in_words": drawn_in_words,
    }
    environment.globals |= {"headings": headings, "axis": axis_of, "guides": guides}
    return environment


def _harmless(value: object) -> object:
    """Spell out what would turn or break a line; markup is our own and stays."""
    return printable(value) if type(value) is str else value


def kind_of(block: Block) -> str:
    """Say which part of the template sets a block."""
    return {Words: "words", Facts: "facts", Listing: "listing", Table: "table", Picture: "picture"}[type(block)]


@dataclass(frozen=True, slots=True)
class Heading:
    """One cell of a table's head."""

    text: str
    columns: int
    rows: int
    column: Column | None


def headings(table: Table) -> tuple[tuple[Heading, ...], ...]:
    """Give the rows of a table's head: one, or two where columns are grouped."""
    if not any(column.group for column in table.columns):
        return (tuple(Heading(column.heading, 1, 1, column) for column in table.columns),)
    above, place = [], 0
    for group, span in table.groups():
        column = table.columns[place]
        above.append(Heading(group, span, 1, None) if group else Heading(column.heading, 1, 2, column))
        place += span
    return tuple(above), tuple(Heading(column.heading, 1, 1, column) for column in table.columns if column.group)


def cell_class(cell: Cell, *, column: Column) -> str:
    """Name the looks of a cell."""
    names = ["missing"] if cell.missing else [column.kind.value]
    return " ".join([*names, "strong"]) if cell.strong else names[0]


def place_on_axis(value: float, *, lowest: float) -> str:
    """Give how far from the left a value is drawn on an axis from ``lowest`` to 1, in pixels."""
    share = (min(max(value, lowest), 1.0) - lowest) / (1 - lowest)
    return f"{AXIS_MARGIN + share * (AXIS_WIDTH - 2 * AXIS_MARGIN):.1f}"


def guides(column: Column) -> str:
    """Draw the thresholds over the whole height of a cell, however many lines its row has."""
    places = [place_on_axis(threshold, lowest=column.lowest) for threshold in agreement_plots.THRESHOLDS]
    lines = [f"linear-gradient(var(--hairline), var(--hairline)) {place}px 0 / 1px 100% no-repeat" for place in places]
    return f"background: {', '.join(lines)}"


@dataclass(frozen=True, slots=True)
class AxisLabel:
    """A number above an axis."""

    place: str
    text: str
    anchor: str


def axis_of(column: Column) -> tuple[AxisLabel, ...]:
    """Give the numbers above the axis of a column."""
    below, enough = agreement_plots.THRESHOLDS
    laid = ((column.lowest, "start"), (below, "end"), (enough, "start"), (1.0, "end"))
    return tuple(AxisLabel(place_on_axis(value, lowest=column.lowest), _short(value), anchor) for value, anchor in laid)


def _short(value: float) -> str:
    return coefficient(value) if value in agreement_plots.THRESHOLDS else f"{value:g}".replace("0.", ".")


def drawn_in_words(drawn: Drawn) -> str:
    """Say what a drawn interval shows."""
    if drawn.low is None or drawn.high is None:
        return coefficient(drawn.value)
    return f"{coefficient(drawn.value)}, from {coefficient(drawn.low)} to {coefficient(drawn.high)}"


def inline_picture(picture: Picture) -> "Markup":
    """Give a picture as a part of the page: its colours are the page's, its names unlike those of other pictures."""
    from markupsafe import Markup

    svg = agreement_plots.picture_bytes(picture, picture_format="svg").decode()
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>\s*", "", svg, flags=re.DOTALL)
    for colour, variable in COLOURS.items():
        svg = svg.replace(colour, f"var({variable})")
    referred = set(re.findall(r'(?:url\(#|href="#)([^)"]+)', svg))
    svg = re.sub(r'\sid="([^"]*)"', lambda found: found[0] if found[1] in referred else "", svg)
    for name in sorted(referred, key=len, reverse=True):
        for before, after in _around(name, prefix=picture.name):
            svg = svg.replace(before, after)
    return Markup(svg)


def _around(name: str, *, prefix: str) -> Iterator[tuple[str, str]]:
    for form in ('id="{}"', "url(#{})", 'href="#{}"'):
        yield form.format(name), form.format(f"{prefix}-{name}")
