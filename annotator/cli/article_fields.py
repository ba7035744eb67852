# SPDX-License-Identifier: MIT
"""``annotator articles PROJECT fields``: which fields the project keeps of its articles."""

from dataclasses import replace
from pathlib import Path

import click

from annotator import operations
from annotator.cli.options import acting, acting_option, json_option, opened
from annotator.cli.output import say, say_json
from annotator.domain import CoderId, UsageError
from annotator.domain.metadata import MetadataField, MetadataKind


@click.command()
@click.option("--add", "added", metavar="NAME", help="Add this field, or change it where there is one.")
@click.option("--label", metavar="WORDS", help="What the added field is called on screen; else its name.")
@click.option(
    "--kind",
    type=click.Choice([each.value for each in MetadataKind]),
    help="What it holds; text where nothing is said.",
)
@click.option("--choices", metavar="A,B,...", help="What can be chosen, or for text: what is offered.")
@click.option(
    "--remove", "removed", metavar="NAME", help="Take this field away; its values stay and come back with it."
)
@click.option("--order", metavar="A,B,...", help="Put these fields first, in this order.")
@json_option
@acting_option
@click.pass_obj
def fields(
    project: Path, /, *, removed: str | None, order: str | None, as_json: bool, acting_name: str | None,
    **added: str | None,
) -> None:  # fmt: skip
    """List the project's own fields of articles; add one, change one, take one away."""
    if added["added"] is None and any(added.values()):
        raise UsageError("Name the field with --add NAME. Nothing was done.")
    with opened(project) as handle:
        if added["added"] is not None or removed or order:
            author = acting(acting_name, handle).id
            if added["added"] is not None:
                _define(handle, author, added["added"], added)
            if removed:
                operations.remove_metadata_field(handle, author=author, name=removed)
            if order:
                operations.reorder_metadata_fields(handle, author=author, names=_listed(order))
        own = operations.metadata_fields(handle)
    if as_json:
        say_json([_as_json(each) for each in own])
    elif not own:
        say("The project has no fields of its own; every article has title, outlet, author, date and url.")
    for each in () if as_json else own:
        choices = f": {', '.join(each.choices)}" if each.choices else ""
        label = f" “{each.label}”" if each.label else ""
        say(f"{each.name}{label} ({each.kind.value}{choices})")


def _define(handle: operations.Project, author: CoderId, name: str, said: dict[str, str | None]) -> None:
    """Add a field; of one that is there, what is not said stays."""
    known = {each.name.casefold(): each for each in operations.metadata_fields(handle)}
    field = replace(known.get(name.casefold(), MetadataField(name)), name=name)
    if said["label"] is not None:
        field = replace(field, label=said["label"])
    if said["kind"] is not None:
        field = replace(field, kind=MetadataKind(said["kind"]))
    if said["choices"] is not None:
        field = replace(field, choices=tuple(_listed(said["choices"])))
    operations.define_metadata_field(handle, author=author, field=field)


def _listed(words: str) -> list[str]:
    return [word for word in (each.strip() for each in words.split(",")) if word]


def _as_json(field: MetadataField) -> dict[str, object]:
    return {"name": field.name, "label": field.label, "kind": field.kind.value, "choices": list(field.choices)}
