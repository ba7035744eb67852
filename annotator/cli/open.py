# SPDX-License-Identifier: MIT
"""``annotator open``, and ``annotator`` alone."""

from pathlib import Path

import click

from annotator.cli.options import ANY_PATH
from annotator.cli.window import show_window


@click.command("open")
@click.argument("project", type=ANY_PATH, required=False)
@click.pass_context
def open_window(ctx: click.Context, project: Path | None) -> None:
    """Open the window on PROJECT, or on its start page where none is named."""
    ctx.exit(show_window(project))
