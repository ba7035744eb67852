# SPDX-License-Identifier: MIT
"""``annotator hand-out``."""

from pathlib import Path

import click

from annotator import operations
from annotator.cli.options import ANY_PATH, acting, acting_option, json_option, opened, project_argument
from annotator.cli.output import counted, say, say_json
from annotator.operations import HandedOut


@click.command("hand-out")
@project_argument
@click.option(
    "--output", "directory", metavar="DIR", type=ANY_PATH, required=True, help="The folder to put the files in."
)
@click.option(
    "--coder",
    "names",
    metavar="NAME",
    multiple=True,
    help="Only this coder, by name or identity; may be repeated. Else everybody with something to code.",
)
@click.option("--round", "round_name", metavar="NAME", help="For this round; else the one in which PROJECT is coded.")
@click.option("--replace", is_flag=True, help="Write over files of these names, where PROJECT has all that is in them.")
@json_option
@acting_option
def hand_out(
    project: Path,
    directory: Path,
    names: tuple[str, ...],
    round_name: str | None,
    replace: bool,
    as_json: bool,
    acting_name: str | None,
) -> None:
    """Make one file for each coder of PROJECT: articles, codebook, the coder's own work, and nothing of anyone else."""
    with opened(project) as handle:
        author = acting(acting_name, handle)
        coders = [operations.person_named(handle, name=name).id for name in names] or None
        made = operations.hand_out(
            handle, author=author.id, directory=directory, coders=coders, round_name=round_name, replace=replace
        ).value
    if as_json:
        say_json([_as_json(each) for each in made])
        return
    for each in made:
        holds = f"{counted(each.documents, 'article')}, {counted(each.annotations, 'annotation')}"
        say(f"{each.path}: for {each.coder.name}, {holds}")
        for note in each.notes:
            say(f"  {note}")


def _as_json(made: HandedOut) -> dict[str, object]:
    return {
        "coder": made.coder.name,
        "id": made.coder.id,
        "path": str(made.path),
        "documents": made.documents,
        "annotations": made.annotations,
        "notes": list(made.notes),
    }
