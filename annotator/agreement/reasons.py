# SPDX-License-Identifier: MIT
"""Why a number does not exist, or what to know about it, in one sentence with the counts in it."""

from dataclasses import dataclass

from annotator.agreement.result import Status


@dataclass(frozen=True, slots=True)
class Base:
    """What a result rests on, counted.

    ``offered`` documents were handed over; ``shared`` of them were finished by two or more of the
    ``coders`` (by both of a pair); in ``counting`` of those two or more give values for the code.
    ``units``, ``values`` and ``coded`` are over the counting documents.
    """

    unit: str
    coders: int
    offered: int
    shared: int
    counting: int
    units: int
    values: int
    coded: int


def counted(number: int, noun: str) -> str:
    """Write a number with its noun, in the plural where it is not one: "one unit", "1,210 units"."""
    return f"one {noun}" if number == 1 else f"{number:,} {noun}s"


def shared_articles(number: int) -> str:
    """Write the documents a result rests on: "the 5 shared articles", "the one shared article"."""
    return f"the {counted(number, 'shared article')}"


def reason_for(status: Status, *, base: Base) -> str:
    """Say why there is no value; for ``ok`` a remark, or "" where there is nothing to remark."""
    if status is Status.OK:
        return remark(base)
    return f"undefined ({WORDS[status](base)}{left_out(base)})"


def remark(base: Base) -> str:
    """Say of a value that exists that it holds trivially, or on fewer articles than are shared."""
    trivially = ""
    if base.coded == 0:
        trivially = f"trivially: {nobody(base)}"
    elif base.coded == base.values:
        trivially = f"trivially: {everyone(base)}"
    return (trivially + left_out(base)).removeprefix("; ")


def nobody(base: Base) -> str:
    """Say that no one used the code, and where."""
    return f"nobody used this code in {shared_articles(base.counting)}"


def everyone(base: Base) -> str:
    """Say that everyone coded everything, and where."""
    units = f"the one {base.unit}" if base.units == 1 else f"all {counted(base.units, base.unit)}"
    return f"everyone put this code on {units} of {shared_articles(base.counting)}"


def left_out(base: Base) -> str:
    """Say how many shared articles do not count because the code came later; "" for none."""
    number = base.shared - base.counting
    if number == 0 or base.counting == 0:
        return ""
    more = "one more was" if number == 1 else f"{number:,} more were"
    return f"; {more} finished before this code stood in the codebook"


def no_shared_documents(base: Base) -> str:
    """Say that nobody finished the same article."""
    by = "both coders" if base.coders == 2 else f"two of {counted(base.coders, 'coder')}"
    if base.offered == 0:
        return "no shared articles: there is no article"
    if base.coders < 2:
        return "no shared articles: agreement needs two coders"
    if base.offered == 1:
        return f"no shared articles: the one article was not finished by {by}"
    return f"no shared articles: none of the {counted(base.offered, 'article')} was finished by {by}"


def code_not_in_revision(base: Base) -> str:
    """Say that the code came after the articles were finished."""
    who = "both coders" if base.coders == 2 else "two coders"
    where = shared_articles(base.shared)
    return f"code not in revision: in none of {where} did it stand in the codebook when {who} finished"


def no_units(base: Base) -> str:
    """Say that nothing is left to compare."""
    hold = "holds" if base.counting == 1 else "hold"
    return f"no units: {shared_articles(base.counting)} {hold} no {base.unit} outside excluded regions"


def one_unit(base: Base) -> str:
    """Say that one unit is too few."""
    hold = "holds" if base.counting == 1 else "hold"
    return f"one unit: {shared_articles(base.counting)} {hold} only one {base.unit}"


def no_variation(base: Base) -> str:
    """Say that all values are the same: nobody anywhere, or everyone everywhere."""
    return f"no variation: {nobody(base) if base.coded == 0 else everyone(base)}"


WORDS = {
    Status.NO_SHARED_DOCUMENTS: no_shared_documents,
    Status.CODE_NOT_IN_REVISION: code_not_in_revision,
    Status.NO_UNITS: no_units,
    Status.ONE_UNIT: one_unit,
    Status.NO_VARIATION: no_variation,
}
