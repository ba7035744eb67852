# SPDX-License-Identifier: MIT
"""``annotator consensus``."""

from pathlib import Path

import click

from annotator import operations
from annotator.cli.options import ANY_PATH, json_option, opened, project_argument
from annotator.cli.output import counted, say, say_json


@click.command()
@project_argument
@click.option("--output", "directory", type=ANY_PATH, required=True, help="The folder to write to; made if need be.")
@click.option("--round", "round_names", metavar="NAME", multiple=True, help="The round; repeat it for each; else all.")
@json_option
def consensus(project: Path, directory: Path, round_names: tuple[str, ...], as_json: bool) -> None:
    """Write what was decided between the coders, and how far each coder agrees with it.

    consensus.csv has a row for each passage, decisions.csv for each decision, accuracy.csv for each
    coder and code over decided articles. Accuracy is no agreement.
    """
    with opened(project) as handle:
        report = operations.export_consensus(handle, directory=directory, round_names=round_names)
    if as_json:
        say_json([{"path": str(each.path), "rows": each.rows} for each in report.written])
        return
    for each in report.written:
        say(f"Wrote {each.path} ({counted(each.rows, 'row')})")
