# SPDX-License-Identifier: MIT
"""How kinds of counts, figures and cells are said. Pure functions over plain values."""

from annotator.operations import Basis, Counts, Period, Relation
from annotator.operations import CountKind as Kind
from annotator.ui import words

KINDS = (
    (Kind.FREQUENCIES, "Frequencies"), (Kind.CO_OCCURRENCE, "Co-occurrence of codes"),
    (Kind.CROSS, "Codes by field or attribute"), (Kind.TRENDS, "Over time"), (Kind.NETWORK, "Who about whom"),
)  # fmt: skip
BASES = ((Basis.PER_CODER, "Each coder"), (Basis.MEAN, "Mean of the coders"), (Basis.CONSENSUS, "Consensus"))
RELATIONS = (
    (Relation.OVERLAP, "Overlap"), (Relation.INSIDE, "First inside second"), (Relation.SENTENCE, "Same sentence"),
    (Relation.PARAGRAPH, "Same paragraph"), (Relation.ARTICLE, "Same article"),
)  # fmt: skip
PERIODS = ((Period.DAY, "Day"), (Period.WEEK, "Week"), (Period.MONTH, "Month"), (Period.YEAR, "Year"))
UNDEFINED = "undefined"
WITHOUT = {"value": "(not set)", "period": "undated or too coarse"}
"""What stands in a cell without a word, by the column's name."""
JOINED = {Kind.CO_OCCURRENCE: " with ", Kind.NETWORK: " about "}

NOTHING_CODED = "Nothing is coded in this project yet. Numbers appear here once somebody has coded passages."
NO_DATES = "No article has a date, so nothing can be counted over time. Dates are entered on the page Articles."
NO_TIES = (
    "No passage says who holds a view and about whom. Choose the attributes that say so at the left, or fill them in "
    "while coding."
)
ONE_CODE = "Codes stand together in pairs: choose two or more."
NO_FIGURES = "There is nothing to count with these filters."


def number_words(value: object, *, is_share: bool = False) -> str:
    """Write a number: thousands grouped, shares in percent, what is no whole number with two places or three."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "" if value is None else str(value)
    if is_share:
        return f"{100 * value:.1f} %"
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,.3f}" if abs(value) < 1 else f"{value:,.1f}"
    return f"{int(value):,}"


def why_nothing(counts: Counts) -> str:
    """Say why there is nothing to be shown, or nothing where there is."""
    if counts.kind is Kind.NETWORK and not counts.rows:
        return NO_TIES
    if counts.kind is Kind.TRENDS and not any(_has_period(row.cells) for row in counts.rows):
        return NO_DATES
    if not counts.rows:
        return ONE_CODE if counts.kind is Kind.CO_OCCURRENCE else NO_FIGURES
    return ""


def _has_period(cells: tuple[object, ...]) -> bool:
    return bool(cells[2])


def passages_words(number: int) -> str:
    """Say how many passages a cell has."""
    return words.counted(number, "passage")
