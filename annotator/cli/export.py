# SPDX-License-Identifier: MIT
"""``annotator export``."""

from pathlib import Path

import click

from annotator import operations
from annotator.cli.options import ANY_PATH, opened, project_argument
from annotator.cli.output import say


@click.command()
@project_argument
@click.option("--format", "format_name", type=click.Choice(["csv"]), required=True, help="What to write.")
@click.option("--output", "directory", type=ANY_PATH, required=True, help="The folder to write to; made if need be.")
def export(project: Path, format_name: str, directory: Path) -> None:
    """Write the annotations of PROJECT as tables: annotations_long.csv has one row for each."""
    del format_name  # there is one so far; click has refused all others
    with opened(project) as handle:
        report = operations.export_csv(handle, directory=directory)
    for path in report.files:
        say(f"Wrote {path}")
