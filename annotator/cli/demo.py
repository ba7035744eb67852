# SPDX-License-Identifier: MIT
"""``annotator demo``."""

from pathlib import Path

import click

from annotator import operations
from annotator.cli.agreement import describe_agreement
from annotator.cli.options import ANY_PATH, opened
from annotator.cli.output import say
from annotator.cli.window import show_window

DEFAULT_DIRECTORY = Path("annotator-demo")


@click.command()
@click.argument("directory", type=ANY_PATH, default=DEFAULT_DIRECTORY)
@click.option("--no-window", is_flag=True, help="Make the project and the tables; open no window.")
@click.pass_context
def demo(ctx: click.Context, directory: Path, no_window: bool) -> None:
    """Make a project from example articles with two machine-made codings in DIRECTORY, measure it, open it.

    A demo that is there already is opened as it is; a folder of anything else is refused.
    """
    made = operations.make_demo(directory, me=operations.me())
    with opened(made.path) as handle:
        answer = operations.measure_agreement(handle)
        report = operations.export_csv(handle, directory=directory)
    describe_agreement(answer)
    say("The two codings are machine-made, for demonstration; they are not the work of human coders.")
    say("")
    say(f"The project: {made.path.resolve()}" + ("" if made.is_new else " (it was there already)"))
    for table in report.files:
        say(f"The tables:  {table.resolve()}")
    if no_window:
        return
    ctx.exit(show_window(made.path))
