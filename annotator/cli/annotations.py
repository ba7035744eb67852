# SPDX-License-Identifier: MIT
"""``annotator annotations``: what was coded elsewhere."""

from dataclasses import replace
from pathlib import Path

import click

from annotator import operations
from annotator.cli.options import ANY_PATH, acting, acting_option, opened, project_argument
from annotator.cli.output import counted, say
from annotator.operations import AnnotationImportReport


@click.group()
def annotations() -> None:
    """Take in annotations made elsewhere."""


@annotations.command("import")
@project_argument
@click.argument("file", type=ANY_PATH)
@click.option("--coder", "coder_name", metavar="NAME", required=True, help="Whose annotations these are.")
@click.option("--finished", is_flag=True, help="Mark the articles that FILE names as finished by this coder.")
@click.option(
    "--round", "round_name", metavar="NAME", default="main", show_default=True, help="In which round they were made."
)
@click.option("--machine-made", is_flag=True, help="The coder is a program and is shown as one everywhere.")
@acting_option
def import_annotations(
    project: Path,
    file: Path,
    coder_name: str,
    finished: bool,
    round_name: str,
    machine_made: bool,
    acting_name: str | None,
) -> None:
    """Take one coder's annotations from FILE, JSON lines with code-point offsets, into PROJECT.

    Articles are found by name or SHA-256, codes by short name, name or id; "exclude" is an excluded region.
    A row whose quote does not stand at its offsets refuses the whole file.
    """
    with opened(project) as handle:
        author = acting(acting_name, handle)
        coder = operations.acting_person(coder_name, project=handle)
        if machine_made:
            coder = replace(coder, machine_made=True)
        report = operations.import_annotations(
            handle, author=author.id, path=file, coder=coder, finished=finished, round_name=round_name
        ).value
    _describe(report)


def _describe(report: AnnotationImportReport) -> None:
    taken = f"{counted(report.annotations, 'annotation')} and {counted(report.regions, 'excluded region')}"
    say(f"Took in {taken} of {report.coder.name}.")
    for number, words in (
        (report.updated, "changed since the last import"),
        (report.already_there, "already there"),
        (report.left_deleted, "deleted here since the last import and left so"),
    ):
        if number:
            say(f"{counted(number, 'row')} {words}.")
    if report.finished:
        say(f"{counted(len(report.finished), 'article')} marked as finished by {report.coder.name}.")
