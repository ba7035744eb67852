# SPDX-License-Identifier: MIT
"""``annotator assign``."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from annotator import operations
from annotator.cli.options import ANY_PATH, acting, acting_option, json_option, opened, project_argument
from annotator.cli.output import counted, say, say_json
from annotator.domain import CoderId, DocumentId, UsageError
from annotator.operations import Assigned, AssignmentRule, Overview, Project

_MOST_DIGITS = 9


@click.command()
@project_argument
@click.option("--coder", "coders", metavar="NAME", multiple=True, help="To whom; repeat it for each.")
@click.option(
    "--document", "documents", metavar="NAME", multiple=True, help="Which article, by name or SHA-256; repeat it."
)
@click.option("--rule", "by_rule", is_flag=True, help="Share the articles out at random, with balanced loads.")
@click.option("--each", type=int, metavar="K", help="By rule: how many coders each article goes to.  [default: 2]")
@click.option("--everybody", metavar="N", help="By rule: how many articles go to everybody, as 10 or 10%.")
@click.option("--seed", type=int, metavar="S", help="By rule: the same seed gives the same.  [default: 1]")
@click.option("--from", "table", type=ANY_PATH, metavar="FILE", help="Assign what this CSV says (document, coder).")
@click.option("--round", "round_name", metavar="NAME", help="In this round; else in the one that is active here.")
@click.option("--remove", is_flag=True, help="Take these articles away from these coders; what they did stays.")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@acting_option
@json_option
def assign(project: Path, acting_name: str | None, remove: bool, dry_run: bool, as_json: bool, **given: Any) -> None:
    """Say who codes which articles of PROJECT in a round: by name, by rule, or as a table says.

    As long as nobody is assigned anything in a round, everybody codes everything in it. What is assigned
    already stays and counts for the rule.
    """
    _require_one_way(given, remove=remove)
    with opened(project) as handle:
        author = acting(acting_name, handle).id
        made = _assigned(handle, author, given, remove=remove, dry_run=dry_run)
        overview = operations.overview(handle)
    if as_json:
        say_json(assigned_as_json(made, overview, removed=remove, dry_run=dry_run))
    else:
        describe(made, overview, removed=remove, dry_run=dry_run)


def _require_one_way(given: Mapping[str, Any], *, remove: bool) -> None:
    """Raise UsageError unless it is said in one way, and in full, who codes what."""
    by_hand = bool(given["coders"] and given["documents"])
    if not (by_hand or given["by_rule"] or given["table"]):
        raise UsageError("Say who codes what: --coder NAME and --document NAME, or --rule, or --from FILE.")
    if given["table"] and (given["by_rule"] or given["coders"] or given["documents"]):
        raise UsageError("--from FILE says who codes what; it goes with no --coder, --document or --rule.")
    if remove and (given["table"] or given["by_rule"]):
        raise UsageError("--remove goes with --coder and --document.")
    if not given["by_rule"] and any(given[name] is not None for name in ("each", "everybody", "seed")):
        raise UsageError("--each, --everybody and --seed go with --rule.")


def _assigned(handle: Project, author: CoderId, given: Mapping[str, Any], *, remove: bool, dry_run: bool) -> Assigned:
    name = given["round_name"]
    if given["table"]:
        return operations.assign_from_csv(
            handle, author=author, path=given["table"], round_name=name, dry_run=dry_run
        ).value
    coders = tuple(operations.person_named(handle, name=each).id for each in given["coders"])
    documents = tuple(operations.document_named(handle, name=each).id for each in given["documents"])
    if given["by_rule"]:
        everybody = tuple(each.id for each in operations.board(handle, round_name=name).coders)
        rule = _rule(given, coders=coders or everybody, documents=documents)
        return operations.assign_by_rule(handle, author=author, rule=rule, round_name=name, dry_run=dry_run).value
    verb = operations.unassign if remove else operations.assign
    return verb(handle, author=author, coders=coders, documents=documents, round_name=name, dry_run=dry_run).value


def _rule(
    given: Mapping[str, Any], *, coders: tuple[CoderId, ...], documents: tuple[DocumentId, ...]
) -> AssignmentRule:
    """Give the rule that the options spell; ``--everybody`` is a number or, with a percent sign, a percentage."""
    word = given["everybody"] or "0"
    number = word.removesuffix("%")
    if not (number.isascii() and number.isdigit() and len(number) <= _MOST_DIGITS):
        raise UsageError(f"--everybody is a number of articles or a percentage, as 10 or 10%, not “{word[:40]}”.")
    shared = {"everybody_percent" if word.endswith("%") else "everybody": int(number)}
    rule = AssignmentRule(coders=coders, documents=documents, **shared)
    asked = {name: given[name] for name in ("each", "seed") if given[name] is not None}
    return replace(rule, **asked)


def assigned_as_json(made: Assigned, overview: Overview, *, removed: bool, dry_run: bool) -> dict[str, object]:
    """Give who has which article, loads and overlap, by name and identity."""
    documents = {each.document.id: each.document for each in overview.documents}
    return {
        "round": made.round,
        "seed": made.seed,
        "removed": removed,
        "dry_run": dry_run,
        "changed": made.new,
        "loads": {overview.coder(coder).name: number for coder, number in made.loads.items()},
        "overlap": [documents[each].name for each in made.overlap],
        "assignments": [
            {
                "document": documents[each.document].name,
                "sha256": documents[each.document].text_sha256,
                "coder": overview.coder(each.coder).name,
                "coder_id": each.coder,
            }
            for each in made.assignments
        ],
    }


def describe(made: Assigned, overview: Overview, *, removed: bool, dry_run: bool) -> None:
    """Print what changed, the load of each coder, and the overlap."""
    would = "would be " if dry_run else ""
    what = "taken away" if removed else "new"
    say(f"Round {made.round}: {counted(len(made.assignments), 'assignment')}, {made.new:,} {would}{what}.")
    if removed:
        return
    for coder, number in sorted(made.loads.items(), key=lambda each: overview.coder(each[0]).name):
        say(f"  {overview.coder(coder).name}: {counted(number, 'article')}")
    say(f"{counted(len(made.overlap), 'article')} with two coders or more, on which agreement can be measured.")
    if made.seed is not None:
        say(f"Drawn with seed {made.seed}.")
