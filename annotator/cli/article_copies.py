# SPDX-License-Identifier: MIT
"""``annotator articles PROJECT similar``: which articles are copies of one."""

from collections.abc import Sequence
from pathlib import Path

import click

from annotator import operations
from annotator.cli.options import acting, acting_option, json_option, opened
from annotator.cli.output import counted, say, say_json
from annotator.domain import DocumentId, UsageError
from annotator.operations import SimilarGroup


@click.command()
@click.option("--confirm", "confirmed", type=int, multiple=True, metavar="N", help="Confirm the group of this number.")
@click.option("--part", "parted", type=int, multiple=True, metavar="N", help="Take back what was said of group N.")
@click.option(
    "--together",
    "named",
    multiple=True,
    metavar="ARTICLE",
    help="Declare these articles copies of one, or a single one a copy of none; repeat it for each.",
)
@json_option
@acting_option
@click.pass_obj
def similar(
    project: Path,
    confirmed: tuple[int, ...],
    parted: tuple[int, ...],
    named: tuple[str, ...],
    as_json: bool,
    acting_name: str | None,
) -> None:
    """List the groups of articles that look like copies of one, with their numbers; confirm them.

    A confirmed group is one cluster when agreement is measured. What is confirmed holds against what is
    computed.
    """
    with opened(project) as handle:
        groups = operations.similar_articles(handle)
        if confirmed or parted or named:
            author = acting(acting_name, handle).id
            together = [operations.document_named(handle, name=name).id for name in named]
            to_confirm, to_part = ([_members(groups, number) for number in each] for each in (confirmed, parted))
            for documents in (*to_confirm, *filter(None, [together])):
                operations.confirm_duplicates(handle, author=author, documents=documents)
            for documents in to_part:
                operations.part_duplicates(handle, author=author, documents=documents)
            groups = operations.similar_articles(handle)
    if as_json:
        say_json([_as_json(number, group) for number, group in enumerate(groups, start=1)])
    elif not groups:
        say("No articles look like copies of one another.")
    for number, group in enumerate(() if as_json else groups, start=1):
        _describe(number, group)


def _members(groups: Sequence[SimilarGroup], number: int) -> list[DocumentId]:
    if not 1 <= number <= len(groups):
        raise UsageError(f"There is no group {number}; there are {len(groups)}. Nothing was done.")
    return [each.id for each in groups[number - 1].documents]


def _describe(number: int, group: SimilarGroup) -> None:
    state = "confirmed" if group.is_confirmed else "proposed"
    say(f"{number}. {counted(len(group.documents), 'article')}, {state}:")
    names = {each.id: each.name for each in group.documents}
    for document in group.documents:
        say(f"   {document.name}: {' '.join(document.heading.split())}")
    for pair in group.pairs:
        say(
            f"   {names[pair.first]} and {names[pair.second]}: {pair.containment:.0%} of the smaller, "
            f"{pair.jaccard:.0%} of both together"
        )


def _as_json(number: int, group: SimilarGroup) -> dict[str, object]:
    names = {each.id: each.name for each in group.documents}
    return {
        "group": number,
        "confirmed": group.is_confirmed,
        "articles": [{"article": each.name, "id": each.id, "title": each.title} for each in group.documents],
        "pairs": [
            {
                "first": names[pair.first],
                "second": names[pair.second],
                "shared_5_grams": pair.shared,
                "containment": pair.containment,
                "jaccard": pair.jaccard,
            }
            for pair in group.pairs
        ],
    }
