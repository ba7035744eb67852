# SPDX-License-Identifier: MIT
"""What both families of unitizing alpha rest on: the documents finished by everyone, and the coders' units.

A unit is a stretch that one coder gave one code: overlapping spans of a coder and code are unioned,
touching ones stay two units. Each document is a continuum of its own, so that no unit and no gap
reaches over a bound between documents. A document counts if every chosen coder finished it; for a
code, if all of them had that code; for all codes together, if they had every code.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.axis import Integers
from annotator.agreement.continua import Continua, unioned
from annotator.agreement.data import DocumentCodings
from annotator.agreement.participants import finished_by_all, shared_documents
from annotator.agreement.question import CHARACTER, Question
from annotator.agreement.reasons import counted, shared_articles
from annotator.agreement.result import Result, Status
from annotator.agreement.sweep import Placed


@dataclass(frozen=True, slots=True)
class Unitized:
    """The units of everyone by code, on the documents finished by all ``continua.coders``.

    ``offered`` documents were handed over, ``shared`` of them finished by two coders or more.
    """

    continua: Continua
    units: Mapping[str, Placed]
    offered: int
    shared: int

    @classmethod
    def of(cls, documents: Sequence[DocumentCodings], question: Question) -> "Unitized":
        """Lay out the documents; ValueError for positions outside their document."""
        shared = shared_documents(documents, coders=question.coders)
        everyone = finished_by_all(shared, coders=question.coders)
        continua = Continua.of(everyone, coders=question.coders, codes=question.codes)
        units = {code: units_of_code(continua, code=code) for code in continua.codes}
        return cls(continua=continua, units=units, offered=len(documents), shared=len(shared))

    def counts(self, code: str | None) -> NDArray[np.bool_]:
        """Say of each document whether it counts for this code, or (None) for all codes together."""
        codes = self.continua.codes if code is None else (code,)
        found = np.ones(len(self.continua.documents), dtype=bool)
        for each in codes:
            found &= self.continua.gives[each].all(axis=1)
        return found


def units_of_code(continua: Continua, *, code: str) -> Placed:
    """Union each coder's overlapping spans of a code; in the order of coder and start."""
    own = [unioned(continua.of_coder(coder, code=code)) for coder in range(len(continua.coders))]
    owners = np.repeat(np.arange(len(own)), [len(spans) for spans in own])
    return Placed(spans=np.concatenate([*own, np.empty((0, 2), dtype=np.int64)]), coders=owners)


def lengths_of(units: Placed) -> Integers:
    """Give the length of each unit."""
    return units.spans[:, 1] - units.spans[:, 0]


@dataclass(frozen=True, slots=True)
class Ground:
    """What a value stands on, counted over the documents that count for it."""

    unitized: Unitized
    code: str | None
    documents: tuple[str, ...]
    characters: int
    units: int

    @classmethod
    def of(cls, unitized: Unitized, *, code: str | None) -> "Ground":
        """Count for one code, or (None) for all together."""
        counts = unitized.counts(code)
        continua = unitized.continua
        placed = [units for each, units in unitized.units.items() if code in (None, each)]
        return cls(
            unitized=unitized,
            code=code,
            documents=tuple(compress(continua.documents, counts.tolist())),
            characters=int(continua.lengths[counts].sum()),
            units=sum(int(counts[continua.homes(each.spans)].sum()) for each in placed),
        )

    @property
    def status(self) -> Status:
        """Say whether there is anything to measure: a document, two characters, a unit."""
        if not self.unitized.continua.documents:
            return Status.NO_SHARED_DOCUMENTS
        if not self.documents:
            return Status.CODE_NOT_IN_REVISION
        if self.characters < 2:
            return Status.ONE_UNIT if self.characters else Status.NO_UNITS
        return Status.OK if self.units else Status.NO_VARIATION

    @property
    def coders(self) -> str:
        """Write the coders: "both coders", "all 3 coders"."""
        number = len(self.unitized.continua.coders)
        return "both coders" if number == 2 else f"all {counted(number, 'coder')}"

    @property
    def codes(self) -> str:
        """Write the code: "this code", or "any of these codes"."""
        return "any of these codes" if self.code is None else "this code"

    def result(
        self, measure: str, *, code: str | None, found: float | Status, words: str, settings: Mapping[str, object]
    ) -> Result:
        """Make the result; ``words`` say why there is no value, or a remark beside one."""
        status = found if isinstance(found, Status) else Status.OK
        parts = [words, *self.left_out()]
        told = "; ".join(part for part in parts if part)
        return Result(
            measure=measure,
            code=code,
            unit=CHARACTER,
            coders=self.unitized.continua.coders,
            documents=self.documents,
            n=self.characters,
            value=None if isinstance(found, Status) else found,
            status=status,
            reason=told if status is Status.OK else f"undefined ({told})",
            settings=settings,
        )

    def left_out(self) -> list[str]:
        """Say how many shared articles were dropped: not finished by all, or before the code stood."""
        finished = len(self.unitized.continua.documents)
        found = []
        if 0 < finished < self.unitized.shared:
            dropped = counted(self.unitized.shared - finished, "more shared article")
            found.append(f"{dropped} left out: not finished by {self.coders}")
        if 0 < len(self.documents) < finished:
            dropped = counted(finished - len(self.documents), "more shared article")
            what = "this code" if self.code is not None else "one of these codes"
            found.append(f"{dropped} left out: {what} came after they were finished")
        return found

    def words_for(self, status: Status) -> str:
        """Say why nothing can be measured; see :attr:`status`."""
        return _WORDS[status](self)


def _nothing_shared(ground: Ground) -> str:
    unitized = ground.unitized
    if unitized.offered == 0:
        return "no shared articles: there is no article"
    if len(unitized.continua.coders) < 2:
        return "no shared articles: agreement needs two coders"
    if unitized.offered == 1:
        return f"no shared articles: the one article was not finished by {ground.coders}"
    return f"no shared articles: none of the {unitized.offered:,} articles was finished by {ground.coders}"


def _not_in_revision(ground: Ground) -> str:
    where = shared_articles(len(ground.unitized.continua.documents))
    what = "all these codes" if ground.code is None else "it"
    return f"code not in revision: in none of {where} did {what} stand in the codebook when {ground.coders} finished"


def _no_text(ground: Ground) -> str:
    where = shared_articles(len(ground.documents))
    return f"no units: outside excluded regions there is no character in {where}"


def _one_character(ground: Ground) -> str:
    where = shared_articles(len(ground.documents))
    return f"one unit: outside excluded regions there is only one character in {where}"


def _no_variation(ground: Ground) -> str:
    where = shared_articles(len(ground.documents))
    if ground.units == 0:
        return f"no variation: nobody used {ground.codes} in {where}"
    what = "the same code" if ground.code is None else "this code"
    return f"no variation: everyone put {what} on all {counted(ground.characters, 'character')} of {where}"


_WORDS: Mapping[Status, Callable[[Ground], str]] = {
    Status.NO_SHARED_DOCUMENTS: _nothing_shared,
    Status.CODE_NOT_IN_REVISION: _not_in_revision,
    Status.NO_UNITS: _no_text,
    Status.ONE_UNIT: _one_character,
    Status.NO_VARIATION: _no_variation,
}
