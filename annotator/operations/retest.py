# SPDX-License-Identifier: MIT
"""A coder against herself: the same articles coded in two rounds, compared as if two people had coded them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from annotator.agreement.data import DocumentCodings
from annotator.agreement.result import Result
from annotator.domain import Coder, CoderId, UsageError
from annotator.operations.agreement import Progress, common_settings, question_of
from annotator.operations.agreement_by_name import Compared, Wanted, measure_compared
from annotator.operations.agreement_choice import AgreementChoice
from annotator.operations.agreement_gathering import AgreementInput, gather
from annotator.operations.projects import Project


@dataclass(frozen=True, slots=True)
class Retest:
    """One coder's two passes; ``results`` name them "NAME (ROUND)" in place of coders."""

    coder: Coder
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class RetestInput:
    """Two rounds of the same coders, as plain values: any thread may compute with them."""

    first: AgreementInput
    again: AgreementInput


def gather_retest(project: Project, *, choice: AgreementChoice, second: str) -> RetestInput:
    """Read ``choice.round`` and the ``second`` round of every chosen coder.

    Raises UsageError for a round in which nobody worked, and for one and the same round.
    """
    if second == choice.round:
        raise UsageError(f"Two rounds are compared; “{second}” was given for both.")
    return RetestInput(gather(project, choice=choice), gather(project, choice=replace(choice, round=second)))


def compute_retest(
    found: RetestInput, *, wanted: Wanted | None = None, progress: Progress = lambda _: None
) -> tuple[Retest, ...]:
    """Compare every coder's first pass with the second, over articles finished in both; pure. Loads numpy.

    ``progress`` is told the share that is done; what it raises ends the computation.
    """
    made = []
    for place, coder in enumerate(found.first.coders):
        progress(place / len(found.first.coders))
        made.append(_measured(coder, found.first, found.again, wanted=wanted or Wanted()))
    return tuple(made)


def measure_retest(
    project: Project, *, choice: AgreementChoice, second: str, wanted: Wanted | None = None
) -> tuple[Retest, ...]:
    """Gather and compute in one go."""
    return compute_retest(gather_retest(project, choice=choice, second=second), wanted=wanted)


def _measured(coder: Coder, first: AgreementInput, again: AgreementInput, *, wanted: Wanted) -> Retest:
    passes = tuple(f"{coder.name} ({asked.choice.round})" for asked in (first, again))
    settings = {**common_settings(first), "rounds": [first.choice.round, again.choice.round]}
    compared = Compared(
        codings=tuple(_both_passes(coder.id, first, again, passes=passes)),
        question=replace(question_of(first), coders=passes),
        settings=settings,
    )
    results = measure_compared(compared, wanted=wanted)
    return Retest(coder, tuple(replace(each, reason=_of_passes(each.reason)) for each in results))


def _of_passes(reason: str) -> str:
    """Say of two passes what the computation says of two people."""
    return reason.replace("by both coders", "in both rounds")


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
            codes_known=_codes_known(coder, sides, finished=finished),
        )


def _codes_known(
    coder: CoderId, sides: Mapping[str, DocumentCodings], *, finished: frozenset[str]
) -> Mapping[str, frozenset[str]] | None:
    """Give which codes the coder could use in each finished pass; None where no pass says so."""
    told = {name: side.codes_known for name, side in sides.items() if side.codes_known is not None}
    return {name: known[coder] for name, known in told.items() if name in finished} if told else None
