# SPDX-License-Identifier: MIT
"""``annotator import``."""

from pathlib import Path

import click

from annotator import operations
from annotator.cli.options import ANY_PATH, acting, acting_option, opened, project_argument
from annotator.cli.output import counted, say


@click.command("import")
@project_argument
@click.argument("files", nargs=-1, required=True, type=ANY_PATH)
@click.option("--encoding", metavar="NAME", help="The encoding of the files where it is not UTF-8, such as cp1252.")
@acting_option
def import_texts(project: Path, files: tuple[Path, ...], encoding: str | None, acting_name: str | None) -> None:
    """Take plain-text FILES into PROJECT, each as one article, exactly as it is. All of them, or none."""
    with opened(project) as handle:
        author = acting(acting_name, handle)
        report = operations.import_texts(handle, author=author.id, paths=files, encoding=encoding).value
    for name in report.already_there:
        say(f"Already there: {name}")
    say(f"Took in {counted(len(report.added), 'article')}.")
