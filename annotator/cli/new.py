# SPDX-License-Identifier: MIT
"""``annotator new``."""

from pathlib import Path

import click

from annotator import operations
from annotator.cli.options import acting, acting_option, project_argument
from annotator.cli.output import counted, say


@click.command()
@project_argument
@click.option("--name", default="", help="What to call the study; the file's name if left out.")
@acting_option
def new(project: Path, name: str, acting_name: str | None) -> None:
    """Make PROJECT, a new file with the default codebook; whoever makes it is its lead."""
    lead = acting(acting_name)
    handle = operations.new_project(project, lead=lead, name=name)
    try:
        overview = operations.overview(handle)
    finally:
        operations.close_project(handle)
    codes = counted(len(overview.codebook.codes), "code")
    say(f"Made {overview.path} with {codes} in its codebook. Its lead is {lead.name}.")
