# SPDX-License-Identifier: MIT
"""For every unit who marked it, whether it counted, and if not, why not.

The units are those on which agreement is measured: sentences, paragraphs and the like as the
documents hold them, whole documents, or, for characters, the longest stretches between the places
where a span of the code or an excluded region begins or ends. Positions are code points of the stored
text, half-open. A unit counts for a code if text is left of it outside excluded regions and two or
more of the chosen coders give values for the code. Whether a coder coded it is read from the text
that is left, by the rule in force: touched, or at least half covered by the coder's spans together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.axis import Gaps, Integers, covered_before, joined, unioned, units_of
from annotator.agreement.data import DocumentCodings
from annotator.agreement.question import CHARACTER, DOCUMENT, Rule

Truths = NDArray[np.bool_]


class Reason(StrEnum):
    """Why a unit does not count, or why a coder's mark on it, or silence, does not.

    Of units: EXCLUDED, FINISHED_BY_NOBODY, FINISHED_BY_ONE, CODE_NOT_IN_CODEBOOK (of two or more who
    finished fewer than two had the code). Of coders: NOT_FINISHED, CODE_NOT_IN_CODEBOOK (when this
    coder finished), EXCLUDED (nothing is left of the unit, or of what the coder marked of it) and
    LESS_THAN_HALF (marked, but too little by the rule "half").
    """

    EXCLUDED = "excluded"
    FINISHED_BY_NOBODY = "finished_by_nobody"
    FINISHED_BY_ONE = "finished_by_one"
    NOT_FINISHED = "not_finished"
    CODE_NOT_IN_CODEBOOK = "code_not_in_codebook"
    LESS_THAN_HALF = "less_than_half"


@dataclass(frozen=True, slots=True)
class CoderOnUnit:
    """What one coder says of a unit.

    ``marked``: a span of the code touches it, whether or not that counts. ``value``: coded or not
    coded, None where the coder gives no value. ``reason``: why there is no value, or why what is
    marked is not coded; else None.
    """

    coder: str
    marked: bool
    value: bool | None
    reason: Reason | None


@dataclass(frozen=True, slots=True)
class UnitDiagnosis:
    """One unit and one code; ``remaining`` are its characters outside excluded regions.

    ``reason`` says why the unit does not count, None where it does. ``coders`` are all chosen ones.
    """

    document: str
    code: str
    start: int
    end: int
    remaining: int
    reason: Reason | None
    coders: tuple[CoderOnUnit, ...]

    @property
    def counted(self) -> bool:
        """Whether the unit counts for the code."""
        return self.reason is None

    @property
    def marked_by(self) -> tuple[str, ...]:
        """Whose spans touch the unit, whether or not they count."""
        return tuple(each.coder for each in self.coders if each.marked)

    def because(self, reason: Reason) -> tuple[str, ...]:
        """Give the coders whom a reason concerns."""
        return tuple(each.coder for each in self.coders if each.reason is reason)


def diagnose(
    documents: Sequence[DocumentCodings],
    *,
    coders: Sequence[str],
    codes: Sequence[str],
    unit: str = CHARACTER,
    rule: Rule = Rule.TOUCHED,
) -> Iterator[UnitDiagnosis]:
    """Go through all units of all documents and codes, made as they are asked for.

    Raises ValueError, when it comes to the document, for positions outside it and where it lacks the
    bounds of its units.
    """
    for document in documents:
        for code in codes:
            yield from _Diagnosed(document, coders=coders, code=code, unit=unit, rule=rule).rows()


class _Diagnosed:
    """One document and one code."""

    def __init__(self, document: DocumentCodings, *, coders: Sequence[str], code: str, unit: str, rule: Rule) -> None:
        self._document, self._code, self._coders = document, code, coders
        self._least_half = rule is Rule.HALF and unit not in (CHARACTER, DOCUMENT)
        self._gaps = Gaps.of(_on(document, document.excluded))
        self._spans = {coder: _on(document, document.spans.get((coder, code), ())) for coder in coders}
        self._units = self._pieces() if unit == CHARACTER else _on(document, units_of(document, unit=unit))
        self._closed = self._gaps.close(self._units)

    def rows(self) -> Iterator[UnitDiagnosis]:
        """Go through the units in the order of the text."""
        remaining = self._closed[:, 1] - self._closed[:, 0]
        standing = self._standing()
        columns = [self._coder(coder, remaining=remaining) for coder in self._coders]
        for (start, end), left, *coders in zip(self._units.tolist(), remaining.tolist(), *columns, strict=True):
            yield UnitDiagnosis(
                document=self._document.document,
                code=self._code,
                start=start,
                end=end,
                remaining=left,
                reason=standing if left else Reason.EXCLUDED,
                coders=tuple(coders),
            )

    def _pieces(self) -> Integers:
        """Cut the text where a span or an excluded region begins or ends."""
        marks = [spans.ravel() for spans in self._spans.values()]
        ends = np.array([0, self._document.length], dtype=np.int64)
        cuts = np.unique(np.concatenate([ends, self._gaps.starts, self._gaps.ends, *marks]))
        return np.column_stack((cuts[:-1], cuts[1:]))

    def _standing(self) -> Reason | None:
        """Say whether the document counts for the code."""
        finished = sum(coder in self._document.finished for coder in self._coders)
        if finished < 2:
            return Reason.FINISHED_BY_ONE if finished else Reason.FINISHED_BY_NOBODY
        gives = sum(self._document.gives_value(coder, code=self._code) for coder in self._coders)
        return None if gives >= 2 else Reason.CODE_NOT_IN_CODEBOOK

    def _coder(self, coder: str, *, remaining: Integers) -> Iterator[CoderOnUnit]:
        """Go through what one coder says of each unit."""
        spans = self._spans[coder]
        marked = _covered(spans, pieces=self._units) > 0
        covered = _covered(self._gaps.close(spans), pieces=self._closed)
        coded = (2 * covered >= remaining) & (covered > 0) if self._least_half else covered > 0
        absent = self._absent(coder)
        for mark, counts, value, left in zip(
            marked.tolist(), (covered > 0).tolist(), coded.tolist(), remaining.tolist(), strict=True
        ):
            reason = absent
            if absent is None and not left:
                reason = Reason.EXCLUDED
            elif absent is None and mark and not value:
                reason = Reason.LESS_THAN_HALF if counts else Reason.EXCLUDED
            yield CoderOnUnit(coder, marked=mark, value=value if left and absent is None else None, reason=reason)

    def _absent(self, coder: str) -> Reason | None:
        if coder not in self._document.finished:
            return Reason.NOT_FINISHED
        return None if self._document.gives_value(coder, code=self._code) else Reason.CODE_NOT_IN_CODEBOOK


def _on(document: DocumentCodings, spans: Sequence[tuple[int, int]]) -> Integers:
    """Lay out spans of one document in the order of their starts; ValueError for one outside it."""
    laid = joined([spans], offsets=np.zeros(1, dtype=np.int64), lengths=np.array([document.length]))
    return np.asarray(laid[np.argsort(laid[:, 0], kind="stable")])


def _covered(spans: Integers, *, pieces: Integers) -> Integers:
    """Count the characters of each piece that the spans, sorted by start, cover together."""
    filled = unioned(spans[spans[:, 0] < spans[:, 1]])
    before = covered_before(pieces, filled=filled)
    return np.asarray(before[:, 1] - before[:, 0])
