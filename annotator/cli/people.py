# SPDX-License-Identifier: MIT
"""``annotator people``."""

from pathlib import Path

import click

from annotator import operations
from annotator.cli.options import acting, acting_option, json_option, opened, project_argument
from annotator.cli.output import say, say_json
from annotator.operations import Overview


@click.command()
@project_argument
@click.option("--add", "added", metavar="NAME", multiple=True, help="Add a coder of this name; repeat it for each.")
@click.option(
    "--rename", "renamed", metavar="OLD NEW", nargs=2, default=None, help="Call a coder otherwise; the work stays."
)
@acting_option
@json_option
def people(
    project: Path,
    added: tuple[str, ...],
    renamed: tuple[str, str] | None,
    acting_name: str | None,
    as_json: bool,
) -> None:
    """List the people of PROJECT; add coders before they have a file, or give one another name."""
    with opened(project) as handle:
        if added or renamed:
            author = acting(acting_name, handle).id
            for name in added:
                operations.add_person(handle, author=author, name=name)
            if renamed:
                old, new = renamed
                known = operations.person_named(handle, name=old)
                operations.rename_person(handle, author=author, coder=known.id, name=new)
        overview = operations.overview(handle)
    if as_json:
        say_json(people_as_json(overview))
        return
    for each in people_as_json(overview):
        notes = [word for word in ("lead", "active", "machine_made") if each[word]]
        said = ", ".join(notes).replace("_", "-")
        say(f"{each['coder']} ({said})" if said else str(each["coder"]))


def people_as_json(overview: Overview) -> list[dict[str, object]]:
    """Give everybody by name, and who leads and who codes in this file."""
    active = overview.active_coder.id if overview.active_coder else None
    return [
        {
            "coder": each.name,
            "id": each.id,
            "lead": each.id == overview.lead,
            "active": each.id == active,
            "machine_made": each.machine_made,
        }
        for each in overview.coders
    ]
