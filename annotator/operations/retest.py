# SPDX-License-Identifier: MIT
"""A coder against herself: the same articles coded in two rounds, compared as if two people had coded them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from annotator.agreement.data import DocumentCodings
from annotator.agreement.result import Result
from annotator.domain import Coder, CoderId, UsageError
from annotator.operations.agreement import common_settings, question_of
from annotator.operations.agreement_by_name import Compared, Wanted, measure_compared
from annotator.operations.agreement_choice import AgreementChoice
from annotator.operations.agreement_gathering import AgreementInput, gather
from annotator.operations.projects import Project


@dataclass(frozen=True, slots=True)
class Retest:
    """One coder's two passes; ``results`` name them "NAME (ROUND)" in place of coders."""

    coder: Coder
    results: tuple[Result, ...]


def measure_retest(
    project: Project, *, choice: AgreementChoice, second: str, wanted: Wanted | None = None
) -> tuple[Retest, ...]:
    """Compare every chosen coder's ``choice.round`` with the ``second`` round, over articles finished in both.

    Raises UsageError for a round in which nobody worked, and for one and the same round.
    """
    if second == choice.round:
        raise UsageError(f"Two rounds are compared; “{second}” was given for both.")
    first = gather(project, choice=choice)
    again = gather(project, choice=replace(choice, round=second))
    return tuple(_measured(coder, first, again, wanted=wanted or Wanted()) for coder in first.coders)


def _measured(coder: Coder, first: AgreementInput, again: AgreementInput, *, wanted: Wanted) -> Retest:
    passes = tuple(f"{coder.name} ({asked.choice.round})" for asked in (first, again))
    settings = {**common_settings(first), "rounds": [first.choice.round, again.choice.round]}
    compared = Compared(
        codings=tuple(_both_passes(coder.id, first, again, passes=passes)),
        question=replace(question_of(first), coders=passes),
        settings=settings,
    )
    return Retest(coder, measure_compared(compared, wanted=wanted))


def _both_passes(
    coder: CoderId, first: AgreementInput, again: AgreementInput, *, passes: tuple[str, ...]
) -> Iterator[DocumentCodings]:
    """Put the coder's two passes through each document side by side."""
    for one, two in zip(first.codings, again.codings, strict=True):
        sides = dict(zip(passes, (one, two), strict=True))
        finished = frozenset(name for name, side in sides.items() if coder in side.finished)
        yield replace(
            one,
            finished=finished,
            spans={
                (name, code): spans
                for name, side in sides.items()
                for (owner, code), spans in side.spans.items()
                if owner == coder
            },
            codes_known={
                name: side.codes_known[coder]
                for name, side in sides.items()
                if name in finished and side.codes_known is not None
            },
        )
