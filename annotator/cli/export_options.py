# SPDX-License-Identifier: MIT
"""The options of ``annotator export``, in the groups in which a reader looks for them."""

from collections.abc import Callable
from functools import reduce

import click

from annotator.cli.options import Command

Option = Callable[[Command], Command]

STATES = ("not_assigned", "not_started", "in_progress", "finished")
DUPLICATES = ("all", "document", "group", "day", "week", "month", "year", "study")

WHAT: tuple[Option, ...] = (
    click.option("--code", "codes", metavar="NAME", multiple=True, help="Only these codes; repeat it for each."),
    click.option("--coder", "coders", metavar="NAME", multiple=True, help="Only these coders; repeat it for each."),
    click.option("--round", "rounds", metavar="NAME", multiple=True, help="Only these rounds; repeat it for each."),
    click.option("--article", "documents", metavar="NAME", multiple=True, help=(
        "Only these articles, by file name; repeat it for each. Not for tables of statistics."
    )),
    click.option("--state", "states", type=click.Choice(STATES), multiple=True, help=(
        "Only annotations in articles that their coder has brought so far; repeat it for each."
    )),
    click.option("--layer", type=click.Choice(["coders", "consensus", "both"]), default="coders", show_default=True,
                 help="What coders made, what was settled between them, or both."),
)  # fmt: skip

TABLES: tuple[Option, ...] = (
    click.option("--table", "tables", metavar="NAME", multiple=True, help=(
        "Of the tables only this one; repeat it for each: annotations_long, units_wide, article_code, articles, ..."
    )),
    click.option("--unit", type=click.Choice(["character", "token", "sentence", "paragraph", "document"]),
                 default="sentence", show_default=True, help="What a row of the tables of units is."),
    click.option("--rule", type=click.Choice(["touched", "half"]), default="touched", show_default=True, help=(
        "When such a unit is coded: touched by a span, or at least half covered."
    )),
    click.option("--duplicates", type=click.Choice(DUPLICATES), default="all", show_default=True, help=(
        "Within what a coder's passages of a code count once: all count, or one per article, per group of "
        "near-identical articles, per day, week, month, year of publication, or in the whole study."
    )),
    click.option("--same", "attributes", metavar="ATTRIBUTE", multiple=True, help=(
        "With --duplicates: what must be the same too, for instance speaker; repeat it for each."
    )),
    click.option("--texts", is_flag=True, help="Put the whole texts into the table of articles."),
    click.option("--for-spreadsheets", is_flag=True, help=(
        "CSV for spreadsheets, in files named so: with a byte order mark, and no cell is a formula."
    )),
)  # fmt: skip

ACTORS: tuple[Option, ...] = tuple(
    click.option(f"--{role}", metavar="ATTRIBUTE", default="", help=f"events: the attribute that names {what}.")
    for role, what in (
        ("speaker", "who speaks; without any of these four they are found by name"),
        ("holder", "who holds what is said; a tie goes out from there, else from the speaker"),
        ("target", "whom it is about"),
        ("sign", "yes or no, or a number, for or against"),
    )
)

REFI: tuple[Option, ...] = (
    click.option("--per-coder", is_flag=True, help="qdpx: one project for each coder instead of one with all."),
    click.option("--crlf", is_flag=True, help="qdpx: line ends of the texts as on Windows; positions stay the same."),
)  # fmt: skip

PRIVATE: tuple[Option, ...] = (
    click.option("--without-memos", is_flag=True, help="Leave out memos, notes and reasons."),
    click.option("--pseudonyms", is_flag=True, help=(
        "Name coders by pseudonyms; leave out names, notes, times and identities. The key stays on this computer."
    )),
)  # fmt: skip


def export_options(command: Command) -> Command:
    """Put all of them on a command, in this order."""
    return reduce(lambda made, option: option(made), reversed((*WHAT, *TABLES, *ACTORS, *REFI, *PRIVATE)), command)
