# SPDX-License-Identifier: MIT
"""The options of ``annotator agreement``, in the groups in which a reader looks for them."""

from collections.abc import Callable
from functools import reduce

import click

from annotator.agreement.question import LEVEL, RESAMPLES, SEED, UNITS
from annotator.cli.options import ANY_PATH, Command

Option = Callable[[Command], Command]

MOST_CATEGORIES = 1_000_000_000

FILES: tuple[Option, ...] = (
    click.option("--matrix", type=ANY_PATH, metavar="FILE.csv", help=(
        "Measure a reliability matrix instead of a project: a row per unit, a column per coder, a header; an empty "
        "cell is a missing value; columns named unit and count are the unit's name and how many units a row stands for."
    )),
    click.option("--spans", type=ANY_PATH, metavar="FILE.csv", help=(
        "Measure spans instead of a project: columns document, coder, start, end, code; half-open, in Unicode code "
        "points; other columns are ignored. Every coder named here counts as having finished every document."
    )),
    click.option("--lengths", type=ANY_PATH, metavar="FILE.csv", help="With --spans: columns document, length."),
    click.option("--excluded", type=ANY_PATH, metavar="FILE.csv", help=(
        "With --spans: stretches that leave the count; columns document, start, end."
    )),
    click.option("--units", type=ANY_PATH, metavar="FILE.csv", help=(
        "With --spans: the bounds of tokens, sentences or paragraphs; columns document, start, end."
    )),
    click.option("--silent-coder", "silent", metavar="NAME", multiple=True, help=(
        "With --spans: a coder who finished everything and marked nothing; repeat it for each."
    )),
    click.option("--metric", type=click.Choice(["nominal", "ordinal", "interval", "ratio"]), default="nominal",
                 show_default=True, help="With --matrix: what kind of values these are."),
    click.option("--categories", type=click.IntRange(1, MOST_CATEGORIES), metavar="N", help=(
        "With --matrix: how many categories the codebook has, where the data do not show all."
    )),
    click.option("--scale", metavar="WORD,WORD,...", help="With --matrix: the categories in their order."),
    click.option("--na", type=click.Choice(["missing", "category"]), help=(
        "With --matrix: whether the word NA is a missing value or a category."
    )),
)  # fmt: skip

COMPARED: tuple[Option, ...] = (
    click.option("--unit", type=click.Choice(UNITS), default=UNITS[0], show_default=True, help="What is counted."),
    click.option("--rule", type=click.Choice(["touched", "half"]), default="touched", show_default=True, help=(
        "When a unit larger than a character counts as coded: touched by a span, or at least half covered."
    )),
    click.option("--coder", "coders", metavar="NAME", multiple=True, help="Only these coders; repeat it for each."),
    click.option("--code", "codes", metavar="NAME", multiple=True, help=(
        "Only these codes; repeat it for each. With --spans also codes of the codebook that nobody used."
    )),
    click.option("--exclude", type=click.Choice(["none", "accepted", "any"]), default="accepted", show_default=True,
                 help="Which excluded regions leave the count: none, those the lead accepted, or any proposed."),
    click.option("--round", "round_name", metavar="NAME", default="main", show_default=True, help="Of which round."),
    click.option("--retest", metavar="ROUND", help="Compare every coder with herself: her --round with this one."),
)  # fmt: skip

FIGURES: tuple[Option, ...] = (
    click.option("--measure", "measures", metavar="NAME", multiple=True, help=(
        "Only this measure; repeat it for each. --list names them all."
    )),
    click.option("--all", "everything", is_flag=True, help="Every measure there is; gamma takes some seconds."),
    click.option("--list", "as_list", is_flag=True, help="Name every measure with a line on each, and end."),
    click.option("--by", type=click.Choice(["together", "pair", "coder", "document", "batch"]), default="together",
                 show_default=True, help=(
                     "Everybody together, each pair, each coder against the rest, each article, or each batch in time."
                 )),
    click.option("--keep", metavar="NAME", help=(
        "Keep these figures in the project under this name; --kept lists what was kept."
    )),
    click.option("--kept", "as_kept", is_flag=True, help="Show the figures that were kept, and end."),
    click.option("--batch", type=click.Choice(["day", "week", "month"]), default="week", show_default=True,
                 help="With --by batch: articles finished in one day, week or month."),
)  # fmt: skip

INTERVALS: tuple[Option, ...] = (
    click.option("--interval", type=click.Choice(["documents", "krippendorff", "gwet", "none"]), help=(
        "How intervals are found: by drawing documents (the default; a matrix has none), by Krippendorff's bootstrap, "
        "or from Gwet's standard error (the default of a matrix; not for characters)."
    )),
    click.option("--resamples", type=int, default=RESAMPLES, show_default=True, help="How many samples are drawn."),
    click.option("--level", type=float, default=LEVEL, show_default=True, help="The level of the intervals."),
    click.option("--seed", type=int, default=SEED, show_default=True, help="Where the draws begin."),
    click.option("--separate-duplicates", is_flag=True, help=(
        "Draw near-identical articles one by one; else those of one group are drawn together."
    )),
)  # fmt: skip


def agreement_options(command: Command) -> Command:
    """Put all of them on a command, in this order."""
    return reduce(lambda made, option: option(made), reversed((*FILES, *COMPARED, *FIGURES, *INTERVALS)), command)
