# SPDX-License-Identifier: MIT
"""The counts of SemEval-2013 task 9.1 (Segura-Bedmar and others 2013, after MUC-5, Chinchor and Sundheim 1993).

The first coder of a pair is the reference. Spans of all codes are matched, each once: first those
with equal start, end and code, then those with equal start and end, then those that overlap, taken
in the order of the reference's text (start, end, code), each with the first one of the other that is
still free. What a match counts as depends on the scheme:

* strict: correct where start, end and code are equal, else incorrect
* exact: correct where start and end are equal, else incorrect
* partial: correct where start and end are equal, else partial
* ent_type: correct where the code is equal, else incorrect

An unmatched span of the reference is missed, one of the other spurious. With c = correct, or correct
plus half of partial in the scheme "partial",

    precision = c / (correct + incorrect + partial + spurious)
    recall    = c / (correct + incorrect + partial + missed)
    F1        = their harmonic mean = 2 c / (sum of both denominators)

The first two do not exist where their denominator is zero, F1 where both are. Of more than two coders
the counts of all pairs are added before they are divided. A pair's spans of a code count in the
documents in which both give values for it; excluded regions are cut out. Counts are spans.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, product

import numpy as np

from annotator.agreement.axis import Integers
from annotator.agreement.continua import Continua
from annotator.agreement.data import DocumentCodings
from annotator.agreement.matching import TooManyPairs, overlapping
from annotator.agreement.question import Question
from annotator.agreement.result import Result, Status
from annotator.agreement.span_results import SpanGroup

COUNTS = ("correct", "incorrect", "partial", "missed", "spurious")
SHARES = ("precision", "recall", "f1")


class Scheme(StrEnum):
    """What a match has to share to be correct."""

    STRICT = "strict"
    EXACT = "exact"
    PARTIAL = "partial"
    ENT_TYPE = "ent_type"


@dataclass(frozen=True, slots=True)
class Matches:
    """Matched spans by what they share, and the unmatched of either side; they add.

    ``same`` share start, end and code; ``same_place`` start and end; ``same_code`` the code and some
    text; ``overlapping`` only some text.
    """

    same: int = 0
    same_place: int = 0
    same_code: int = 0
    overlapping: int = 0
    missed: int = 0
    spurious: int = 0

    def __add__(self, other: "Matches") -> "Matches":
        return Matches(
            same=self.same + other.same,
            same_place=self.same_place + other.same_place,
            same_code=self.same_code + other.same_code,
            overlapping=self.overlapping + other.overlapping,
            missed=self.missed + other.missed,
            spurious=self.spurious + other.spurious,
        )


@dataclass(frozen=True, slots=True)
class Counts:
    """The five counts of one scheme."""

    correct: int
    incorrect: int
    partial: int
    missed: int
    spurious: int

    @classmethod
    def of(cls, matches: Matches, *, scheme: Scheme) -> "Counts":
        """Read the counts of a scheme from the matches."""
        matched = matches.same + matches.same_place + matches.same_code + matches.overlapping
        correct = matches.same
        if scheme is Scheme.ENT_TYPE:
            correct += matches.same_code
        elif scheme is not Scheme.STRICT:
            correct += matches.same_place
        failing = matched - correct
        partly = scheme is Scheme.PARTIAL
        return cls(
            correct=correct,
            incorrect=0 if partly else failing,
            partial=failing if partly else 0,
            missed=matches.missed,
            spurious=matches.spurious,
        )

    @property
    def shares(self) -> dict[str, float | None]:
        """Precision, recall and F1; None where there is nothing to divide by."""
        gained = self.correct + self.partial / 2
        matched = self.correct + self.incorrect + self.partial
        actual, possible = matched + self.spurious, matched + self.missed
        return {
            "precision": gained / actual if actual else None,
            "recall": gained / possible if possible else None,
            "f1": 2 * gained / (actual + possible) if actual + possible else None,
        }


def matches_of_pair(continua: Continua, *, first: int, second: int) -> Matches:
    """Match all spans of two coders, given by index; the first is the reference.

    Raises TooManyPairs where too many of their spans overlap.
    """
    reference, others = (_laid(continua, coder, partner=each) for coder, each in ((first, second), (second, first)))
    pairs = _taken(reference, others)
    same_place = (reference[pairs[:, 0], :2] == others[pairs[:, 1], :2]).all(axis=1)
    same_code = reference[pairs[:, 0], 2] == others[pairs[:, 1], 2]
    return Matches(
        same=int(np.sum(same_place & same_code)),
        same_place=int(np.sum(same_place & ~same_code)),
        same_code=int(np.sum(~same_place & same_code)),
        overlapping=int(np.sum(~same_place & ~same_code)),
        missed=len(reference) - len(pairs),
        spurious=len(others) - len(pairs),
    )


def semeval_results(documents: Sequence[DocumentCodings], question: Question) -> list[Result]:
    """Give the counts and shares of the four schemes, over all codes together.

    A result is named ``semeval_strict:precision`` and so on.
    """
    group = SpanGroup.of(documents, question)
    pairs = list(group.continua.pairs())
    try:
        matches = sum((matches_of_pair(group.continua, first=one, second=two) for one, two in pairs), start=Matches())
    except TooManyPairs as problem:
        return list(_too_large(group, problem))
    return list(chain.from_iterable(_results_of(group, scheme=scheme, matches=matches) for scheme in Scheme))


def _laid(continua: Continua, coder: int, *, partner: int) -> Integers:
    """Give a coder's spans of all codes where the partner gives values too: start, end, code; in that order."""
    found = []
    # The rank of the code's name, so that the order in which codes are asked for does not matter.
    for rank, code in enumerate(sorted(continua.codes)):
        spans = continua.of_coder(coder, code=code)
        spans = spans[continua.gives[code][continua.homes(spans), partner]]
        found.append(np.column_stack((spans, np.full(len(spans), rank))))
    laid = np.concatenate([np.zeros((0, 3), dtype=np.int64), *found])
    return np.asarray(laid[np.lexsort((laid[:, 2], laid[:, 1], laid[:, 0]))])


def _taken(reference: Integers, others: Integers) -> Integers:
    """Match greedily, the most equal first; index pairs in any order."""
    pairs = overlapping(reference[:, :2], others[:, :2])
    apart = (reference[pairs[:, 0]] != others[pairs[:, 1]]).T
    rank = np.where(apart[0] | apart[1], 2, apart[2])
    order = np.argsort(rank, kind="stable")
    return np.array(list(_free(pairs[order].tolist())), dtype=np.int64).reshape(-1, 2)


def _free(pairs: list[list[int]]) -> Iterator[tuple[int, int]]:
    """Go through the pairs and take those of which neither side is taken."""
    taken, claimed = set[int](), set[int]()
    for one, two in pairs:
        if one not in taken and two not in claimed:
            taken.add(one)
            claimed.add(two)
            yield one, two


def _results_of(group: SpanGroup, *, scheme: Scheme, matches: Matches) -> Iterator[Result]:
    counts = Counts.of(matches, scheme=scheme)
    settings = _settings(group)
    comparable = bool(group.counting(None).any())
    for name in COUNTS:
        measure = f"semeval_{scheme}:{name}"
        if comparable:
            value = float(getattr(counts, name))
            yield group.defined(measure, code=None, value=value, remark="", settings=settings)
        else:
            yield group.undefined(measure, code=None, settings=settings)
    for name, share in counts.shares.items():
        measure = f"semeval_{scheme}:{name}"
        if share is not None:
            yield group.defined(measure, code=None, value=share, remark="", settings=settings)
        elif counts.missed or counts.spurious:
            yield group.without(measure, code=None, status=Status.NO_UNITS, what=_silent(name), settings=settings)
        else:
            yield group.undefined(measure, code=None, settings=settings)


def _too_large(group: SpanGroup, problem: TooManyPairs) -> Iterator[Result]:
    for scheme, name in product(Scheme, (*COUNTS, *SHARES)):
        measure, what = f"semeval_{scheme}:{name}", f"too large: {problem}"
        yield group.without(measure, code=None, status=Status.TOO_LARGE, what=what, settings=_settings(group))


def _settings(group: SpanGroup) -> dict[str, object]:
    coders = group.continua.coders
    settings: dict[str, object] = {"reference": "the first coder of each pair", "coders_in_order": list(coders)}
    if len(coders) > 2:
        settings["pooled"] = "counts of all pairs of coders added"
    return settings


def _silent(name: str) -> str:
    """Say whose spans there are none of."""
    who = "the coder compared with the reference" if name == "precision" else "the first coder, the reference,"
    return f"no units: {who} marked nothing"
