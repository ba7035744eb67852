# SPDX-License-Identifier: MIT
"""Any measure by name, for everybody together or piece by piece: pairs, coders, articles, batches in time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import combinations

from annotator.agreement.catalogue import NAMES, measure_named
from annotator.agreement.data import DocumentCodings
from annotator.agreement.question import Question
from annotator.agreement.result import Result
from annotator.domain import UsageError
from annotator.operations.agreement import common_settings, named, question_of
from annotator.operations.agreement_gathering import AgreementInput

Progress = Callable[[float], None]


class Piece(StrEnum):
    """What a figure is of: everybody and everything, or smaller pieces, each measured by itself.

    CODER is each coder against the rest: the mean of that coder's pairs.
    """

    TOGETHER = "together"
    PAIR = "pair"
    CODER = "coder"
    DOCUMENT = "document"
    BATCH = "batch"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which measures, of which pieces, with which intervals (see ``by_name.IntervalMethod``)."""

    measures: tuple[str, ...] = NAMES
    by: str = Piece.TOGETHER.value
    intervals: str = "documents"

    def __post_init__(self) -> None:
        for name in self.measures:
            if measure_named(name) is None:
                raise UsageError(f"No measure is called “{name}”. The measures are: {', '.join(NAMES)}.")


@dataclass(frozen=True, slots=True)
class Compared:
    """Codings with their question, wherever they come from; ``batches`` in the order of time."""

    codings: Sequence[DocumentCodings]
    question: Question
    batches: Mapping[str, Sequence[str]] = field(default_factory=dict)
    settings: Mapping[str, object] = field(default_factory=dict)


def measure_by_name(
    asked: AgreementInput, *, wanted: Wanted | None = None, progress: Progress = lambda _: None
) -> tuple[Result, ...]:
    """Measure what was gathered; pure, so it may run on any thread. Loads numpy, and gamma's solver if asked for.

    ``progress`` is told the share that is done; what it raises ends the computation.
    """
    compared = Compared(asked.codings, question_of(asked), asked.batches, common_settings(asked))
    return measure_compared(compared, wanted=wanted or Wanted(), progress=progress)


def measure_compared(compared: Compared, *, wanted: Wanted, progress: Progress = lambda _: None) -> tuple[Result, ...]:
    """Measure codings from anywhere."""
    from annotator.agreement.by_name import IntervalMethod, measured
    from annotator.agreement.measuring import against_the_rest

    pieces = list(_pieces(compared, by=Piece(wanted.by)))
    found: list[Result] = []
    for place, piece in enumerate(pieces):

        def told(share: float, *, done: int = place) -> None:
            progress((done + share) / len(pieces))

        method = IntervalMethod(wanted.intervals)
        own = measured(piece.codings, piece.question, names=wanted.measures, method=method, progress=told)
        found += named(own, piece.settings)
    if wanted.by == Piece.CODER:
        return named(against_the_rest(found), compared.settings)
    return tuple(found)


def _pieces(compared: Compared, *, by: Piece) -> Iterator[Compared]:
    question = compared.question
    if by in (Piece.PAIR, Piece.CODER):
        # One coder alone, or none, still gets the answer that says why there is no figure.
        pairs: list[tuple[str, ...]] = [*combinations(question.coders, 2)] or [question.coders]
        for pair in pairs:
            yield replace(compared, question=replace(question, coders=pair))
    elif by is Piece.DOCUMENT:
        for coding in compared.codings:
            yield replace(compared, codings=[coding])
    elif by is Piece.BATCH:
        for label, members in compared.batches.items():
            inside = [coding for coding in compared.codings if coding.document in set(members)]
            yield replace(compared, codings=inside, settings={**compared.settings, "batch": label})
    else:
        yield compared
