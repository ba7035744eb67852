# SPDX-License-Identifier: MIT
"""``annotator counts``."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from annotator import operations
from annotator.cli.options import ANY_PATH, json_option, opened, project_argument
from annotator.cli.output import counted, say, say_json, shown
from annotator.cli.selection_options import asked_selection, selection_options
from annotator.domain.tables import Cell
from annotator.operations import Actors, Basis, CountChoice, CountKind, Counts, Period, Relation
from annotator.reports.terminal import columns, cut, padded

_KINDS = ("frequencies", "co-occurrence", "cross", "trends", "network")
_WIDEST = 28
_OWN = ("basis", "by", "relation", "values_of", "values_of_attribute", "period", "speaker", "holder", "target", "sign")


@click.command()
@project_argument
@click.argument("kind", type=click.Choice(_KINDS))
@selection_options
@click.option("--basis", type=click.Choice(["per_coder", "mean", "consensus"]), default="per_coder", show_default=True,
              help="Whose figures: of each coder, their mean, or of the consensus.")  # fmt: skip
@click.option("--by", type=click.Choice(["article", "round"]), multiple=True, help="frequencies: by article, by round.")
@click.option("--relation", type=click.Choice(["overlap", "inside", "sentence", "paragraph", "article"]),
              default="overlap", show_default=True, help="co-occurrence: how passages stand together.")  # fmt: skip
@click.option("--values-of", metavar="FIELD", default="outlet", show_default=True,
              help="cross: the field of the articles whose values are the rows.")  # fmt: skip
@click.option("--values-of-attribute", metavar="NAME", default="", help="cross: an attribute of annotations instead.")
@click.option("--period", type=click.Choice(["day", "week", "month", "year"]), default="month", show_default=True,
              help="trends: what a row is.")  # fmt: skip
@click.option("--speaker", metavar="NAME", help="network: the attribute that says who speaks.")
@click.option("--holder", metavar="NAME", help="network: the attribute that says whose view it is.")
@click.option("--target", metavar="NAME", help="network: the attribute that says whom it is about.")
@click.option("--sign", metavar="NAME", help="network: the attribute that says for (yes, 1) or against (no, -1).")
@click.option(
    "--output", type=ANY_PATH, metavar="FILE", help="Write FILE: .csv the table; .svg, .pdf, .png the figure."
)
@click.option(
    "--for-spreadsheets", is_flag=True, help="With FILE.csv: with a byte order mark, and no cell is a formula."
)
@json_option
def counts(project: Path, kind: str, output: Path | None, for_spreadsheets: bool, as_json: bool, **given: Any) -> None:
    """Count passages of PROJECT: KIND is what is counted. Figures of coders are never added up.

    frequencies: of codes. co-occurrence: codes that stand together. cross: codes by values of a field or
    attribute. trends: codes over time of publication. network: who stands how to whom.
    """
    with opened(project) as handle:
        found = operations.count(handle, choice=_choice(handle, kind, given))
        if output is not None:
            report = operations.write_counts(handle, counts=found, path=output, for_spreadsheets=for_spreadsheets)
    if output is not None:
        written = report.written[0]
        if as_json:
            say_json({"path": str(written.path), "rows": written.rows})
        else:
            say(f"Wrote {written.path}" + (f" ({counted(written.rows, 'row')})" if written.rows else ""))
    elif as_json:
        names = [column.name for column in found.columns]
        rows = [dict(zip(names, row.cells, strict=True)) for row in found.rows]
        say_json({"title": found.title, "caption": list(found.caption), "rows": rows})
    else:
        _show(found)


def _choice(handle: operations.Project, kind: str, given: Mapping[str, Any]) -> CountChoice:
    asked = asked_selection({name: value for name, value in given.items() if name not in _OWN})
    return CountChoice(
        kind=CountKind(kind),
        selection=operations.selection_of(handle, asked=asked),
        basis=Basis(given["basis"]),
        by=given["by"],
        relation=Relation(given["relation"]),
        field=given["values_of"],
        attribute=given["values_of_attribute"],
        period=Period(given["period"]),
        actors=_actors(handle, given),
    )


def _actors(handle: operations.Project, given: Mapping[str, Any]) -> Actors | None:
    """Give what was named, the rest as the names of the attributes propose it; None where nothing was named."""
    named = {role: given[role] for role in ("speaker", "holder", "target", "sign") if given[role] is not None}
    return operations.named_actors(handle, named=named) if named else None


def _show(found: Counts) -> None:
    """Print the table, numbers flush right."""
    say(found.title)
    cells = [[_shown(cell) for cell in row.cells] for row in found.rows]
    kept = [place for place, _ in enumerate(found.columns) if any(row[place] for row in cells)]
    headings = [found.columns[place].name for place in kept]
    widths = [
        max([columns(heading), *(columns(row[place]) for row in cells)])
        for heading, place in zip(headings, kept, strict=True)
    ]
    if cells:
        lines = [headings, *([row[place] for place in kept] for row in cells)]
        right = [found.columns[place].is_number for place in kept]
        for line in lines:
            parts = zip(line, widths, right, strict=True)
            say("  ".join(padded(cell, width=width, right=side) for cell, width, side in parts).rstrip())
    for sentence in found.caption:
        say(sentence)


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.3f}"
    return f"{cell:,}" if isinstance(cell, int) else cut(shown(cell), width=_WIDEST)
