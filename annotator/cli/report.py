# SPDX-License-Identifier: MIT
"""``annotator report``."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from annotator import operations
from annotator.agreement.question import LEVEL, RESAMPLES, SEED, UNITS
from annotator.cli.options import ANY_PATH, json_option, opened, project_argument
from annotator.cli.output import say, say_json


@click.command()
@project_argument
@click.option("--output", "directory", type=ANY_PATH, required=True, help="The folder to write to; made if need be.")
@click.option(
    "--format",
    "formats",
    type=click.Choice(["html", "md", "tex", "csv", "svg", "pdf", "png"]),
    multiple=True,
    help="What to write; repeat it for each. Everything unless told otherwise.",
)
@click.option("--unit", type=click.Choice(UNITS), default=UNITS[0], show_default=True, help="What is counted.")
@click.option(
    "--rule",
    type=click.Choice(["touched", "half"]),
    default="touched",
    show_default=True,
    help="When a unit larger than a character counts as coded: touched by a span, or at least half covered.",
)
@click.option("--coder", "coders", metavar="NAME", multiple=True, help="Only these coders; repeat it for each.")
@click.option("--code", "codes", metavar="NAME", multiple=True, help="Only these codes; repeat it for each.")
@click.option(
    "--exclude",
    type=click.Choice(["none", "accepted", "any"]),
    default="accepted",
    show_default=True,
    help="Which excluded regions leave the count: none, those the lead accepted, or any proposed.",
)
@click.option("--round", "round_name", metavar="NAME", default="main", show_default=True, help="Of which round.")
@click.option(
    "--batch",
    type=click.Choice(["day", "week", "month"]),
    default="week",
    show_default=True,
    help="What is one point in time: articles finished in one day, week or month.",
)
@click.option("--all", "everything", is_flag=True, help="Every measure there is, in a section of its own.")
@click.option("--resamples", type=int, default=RESAMPLES, show_default=True, help="How many samples are drawn.")
@click.option("--level", type=float, default=LEVEL, show_default=True, help="The level of the intervals.")
@click.option("--seed", type=int, default=SEED, show_default=True, help="Where the draws begin.")
@click.option("--separate-duplicates", is_flag=True, help="Draw near-identical articles one by one, not together.")
@json_option
def report(project: Path, directory: Path, formats: tuple[str, ...], as_json: bool, **given: Any) -> None:
    """Write a report on the agreement of the coders of PROJECT: pages, tables and pictures.

    report.html can be opened in any browser and sent as it is; figures/ and tables/ hold the pictures
    and the full values. The same project and options give the same files.
    """
    with opened(project) as handle:
        found = operations.gather_report(handle, choice=_choice(given), everything=given["everything"])
    built = operations.compute_report(found)
    written = operations.write_report(built, directory=directory, formats=formats or operations.REPORT_FORMATS)
    if as_json:
        say_json({"files": [str(path) for path in written.files]})
        return
    for path in written.files:
        say(f"Wrote {path}")


def _choice(given: Mapping[str, Any]) -> operations.AgreementChoice:
    return operations.AgreementChoice(
        unit=given["unit"],
        rule=given["rule"],
        exclude=given["exclude"],
        coders=given["coders"],
        codes=given["codes"],
        round=given["round_name"],
        batch=given["batch"],
        resamples=given["resamples"],
        level=given["level"],
        seed=given["seed"],
        clusters=not given["separate_duplicates"],
    )
