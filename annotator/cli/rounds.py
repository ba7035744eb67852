# SPDX-License-Identifier: MIT
"""``annotator rounds``."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from annotator import operations
from annotator.cli.options import acting, acting_option, json_option, opened, project_argument
from annotator.cli.output import counted, say, say_json
from annotator.domain import CoderId, Round, RoundPurpose, UsageError
from annotator.operations import Project


@click.command()
@project_argument
@click.option("--add", "added", metavar="NAME", help="Add a round of this name.")
@click.option("--change", "changed", metavar="NAME", help="Change the round of this name.")
@click.option(
    "--purpose",
    type=click.Choice([each.value for each in RoundPurpose]),
    help="What the round is for; training does not enter reliability.",
)
@click.option("--coders", type=int, metavar="N", help="How many coders must have finished an article of it.")
@click.option("--release/--no-release", default=None, help="Whether coders may see how their passages were decided.")
@click.option("--active", metavar="NAME", help="Code in this round in this file from now on.")
@acting_option
@json_option
def rounds(project: Path, active: str | None, acting_name: str | None, as_json: bool, **given: Any) -> None:
    """List the rounds of PROJECT, the passes over its articles; add one, change one, or code in one.

    Every project has the round "main". Annotations, assignments and agreement are of one round each.
    """
    is_named = _names_a_round(given)
    with opened(project) as handle:
        if is_named:
            _write(handle, acting(acting_name, handle).id, given)
        if active:
            operations.set_active_round(handle, name=active)
        known, present = operations.rounds(handle), operations.overview(handle).round
    if as_json:
        say_json(rounds_as_json(known, active=present))
        return
    for each in known:
        say(f"{'*' if each.name == present else ' '} {each.name}: {described(each)}")


def _names_a_round(given: Mapping[str, Any]) -> bool:
    """Whether a round is to be added or changed; raises UsageError where it is not clear which."""
    if given["added"] and given["changed"]:
        raise UsageError("A round is added or changed, not both at once.")
    is_named = bool(given["added"] or given["changed"])
    if not is_named and any(given[name] is not None for name in ("purpose", "coders", "release")):
        raise UsageError("Say which round this is about: --add NAME or --change NAME.")
    return is_named


def _write(handle: Project, author: CoderId, given: Mapping[str, Any]) -> None:
    asked: dict[str, Any] = {}
    if given["purpose"] is not None:
        asked["purpose"] = RoundPurpose(given["purpose"])
    if given["coders"] is not None:
        asked["coders_needed"] = given["coders"]
    if given["added"]:
        operations.add_round(handle, author=author, name=given["added"], **asked)
        asked = {}
    name = given["added"] or given["changed"]
    operations.change_round(handle, author=author, name=name, released=given["release"], **asked)


def rounds_as_json(known: tuple[Round, ...], *, active: str) -> list[dict[str, object]]:
    """Give the rounds in their order, and which of them the file is coded in."""
    return [
        {
            "round": each.name,
            "purpose": each.purpose.value,
            "coders_needed": each.coders_needed,
            "released": each.released,
            "active": each.name == active,
        }
        for each in known
    ]


def described(each: Round) -> str:
    """Say what a round is for and what it needs."""
    released = "; coders may see the decisions" if each.released else ""
    return f"{each.purpose.value}, {counted(each.coders_needed, 'coder')} for each article{released}"
