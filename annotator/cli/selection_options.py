# SPDX-License-Identifier: MIT
"""The options by which ``annotator quotes`` and ``annotator counts`` choose passages."""

from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any

import click

from annotator import operations
from annotator.cli.export_options import DUPLICATES, STATES
from annotator.cli.options import Command

Option = Callable[[Command], Command]

_SELECTION: tuple[Option, ...] = (
    click.option("--code", "codes", metavar="NAME", multiple=True, help="Only these codes; repeat it for each."),
    click.option("--coder", "coders", metavar="NAME", multiple=True, help="Only these coders; repeat it for each."),
    click.option("--round", "rounds", metavar="NAME", multiple=True, help="Only these rounds; repeat it for each."),
    click.option("--article", "articles", metavar="NAME", multiple=True,
                 help="Only in these articles; repeat it for each."),
    click.option("--layer", type=click.Choice(["coders", "consensus"]), default="coders", show_default=True,
                 help="What coders made, or what was settled between them."),
    click.option("--state", "states", type=click.Choice(STATES), multiple=True, help=(
        "Only in articles that their coder has brought so far; repeat it for each."
    )),
    click.option("--certainty", "certainties", type=click.Choice(["high", "medium", "low", "not_set"]), multiple=True,
                 help="Only of this certainty; repeat it for each."),
    click.option("--attribute", "attributes", metavar="NAME=VALUE", multiple=True, help=(
        "Only with this value of an attribute, such as speaker=Ada; NAME= alone is not set. Values of one NAME are "
        "alternatives."
    )),
    click.option("--field", "fields", metavar="NAME=VALUE", multiple=True, help=(
        "Only in articles with this value of a field, such as outlet=Times."
    )),
    click.option("--since", metavar="DATE", default="",
                 help="Only in articles published then or later: 2026-03-15, 2026-03, 2026."),
    click.option("--until", metavar="DATE", default="", help="Only in articles published then or before."),
    click.option("--words", metavar="TEXT", default="", help="Only quotes that hold these words, in any case."),
    click.option("--memo", "memo_words", metavar="TEXT", default="", help="Only memos that hold these words."),
    click.option("--duplicates", type=click.Choice(DUPLICATES), default="all", show_default=True, help=(
        "Within what a coder's passages of a code count once: all count, or one per article, per group of "
        "near-identical articles, per day, week, month, year of publication, or in the whole study."
    )),
    click.option("--same", metavar="ATTRIBUTE", multiple=True, help=(
        "With --duplicates: what must be the same too, for instance speaker; repeat it for each."
    )),
)  # fmt: skip


def selection_options(command: Command) -> Command:
    """Put all of them on a command, in this order."""
    return reduce(lambda made, option: option(made), reversed(_SELECTION), command)


def asked_selection(given: Mapping[str, Any]) -> operations.AskedSelection:
    """Read the options that were given; raises a usage error for a pair without ``=``."""
    words = {name: value for name, value in given.items() if name not in ("attributes", "fields")}
    return operations.AskedSelection(attributes=_pairs(given["attributes"]), fields=_pairs(given["fields"]), **words)


def _pairs(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    for word in words:
        if "=" not in word:
            raise click.UsageError(f"“{word}” is not of the form NAME=VALUE.")
    parted = (word.partition("=") for word in words)
    return tuple((name.strip(), value) for name, _, value in parted)
