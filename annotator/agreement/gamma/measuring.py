# SPDX-License-Identifier: MIT
"""The gamma family over some documents: from codings to results.

Documents finished by all chosen coders count, if every code stood in the codebook by then. Where the
best alignment of all coders cannot be found exactly, each value is the mean of those of the pairs of
coders, and says so. ``n`` counts annotations, exact repetitions by one coder once.

Everything is worked through in the order of names, whatever order it is given in: what is drawn at
random, and which of equally good alignments is found, then depend on the codings and the seed alone.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from annotator.agreement.continua import Continua
from annotator.agreement.data import DocumentCodings
from annotator.agreement.gamma.continuum import Booleans, Continuum
from annotator.agreement.gamma.dissimilarity import TooManyCandidates
from annotator.agreement.gamma.figure import Figure, mean_of
from annotator.agreement.gamma.gamma import Cancelled, Family, family_of
from annotator.agreement.gamma.reasons import (
    NO_CODE_DISORDER,
    NO_DISORDER,
    NO_PAIRS,
    NO_PAIRS_OF_CODE,
    TOO_LARGE,
    GammaBase,
)
from annotator.agreement.question import CHARACTER, GammaParameters, Question
from annotator.agreement.result import Result, Status
from annotator.agreement.swept import refuse_repeated

__all__ = ["Cancelled", "gamma_results"]

OVER_DOCUMENTS = (
    "disorder per document, then the sum of the observed over the sum of the expected ones; "
    "gamma-cat and gamma-k: weights added over documents; no publication defines gamma for several documents"
)
OF_ALL = "best alignment of all coders"
OF_PAIRS = "mean of pairwise gammas"
MEASURES = (
    "gamma",
    "gamma_observed_disorder",
    "gamma_expected_disorder",
    "n_unitary_alignments",
    "gamma_cat",
    "gamma_cat_observed_disorder",
    "gamma_cat_expected_disorder",
)
"""What is reported for all codes together, in this order; ``gamma_k`` follows for each code."""

Named = tuple[str, str | None]
"""A measure and its code."""
Tick = Callable[[float], None]


def gamma_results(
    documents: Sequence[DocumentCodings],
    question: Question,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Result]:
    """Give gamma, gamma-cat and their disorders for all codes together, and gamma-k for each code.

    ``progress`` is told the share done; ``cancelled`` is asked before each alignment, and its True
    raises Cancelled. Raises ValueError for repeated names, for positions outside their document and
    for parameters that mean nothing.
    """
    check(question.gamma)
    refuse_repeated([document.document for document in documents], what="document")
    refuse_repeated(question.coders, what="coder")
    refuse_repeated(question.codes, what="code")
    by_name = replace(question, coders=tuple(sorted(question.coders)), codes=tuple(sorted(question.codes)))
    work = Work.of(sorted(documents, key=lambda each: each.document), by_name)
    found = results_of(work, progress=progress, cancelled=cancelled)
    counting = frozenset(work.documents)
    names = tuple(document.document for document in documents if document.document in counting)
    places = {code: place for place, code in enumerate(question.codes)}
    found.sort(key=lambda result: -1 if result.code is None else places[result.code])
    return [replace(result, coders=question.coders, documents=names) for result in found]


def results_of(
    work: "Work", *, progress: Callable[[float], None] | None, cancelled: Callable[[], bool] | None
) -> list[Result]:
    """Give what there is: the values of all coders together, else of their pairs, else why there are none."""
    lacking = work.base.lacking()
    if lacking is not None:
        return work.undefined(*lacking)

    furthest = 0.0

    def tick(done: float) -> None:
        nonlocal furthest
        if cancelled is not None and cancelled():
            raise Cancelled
        # The first samples may show that more are needed.
        furthest = max(furthest, done)
        if progress is not None:
            progress(furthest)

    try:
        return work.exact(tick=tick)
    except TooManyCandidates:
        pass
    try:
        return work.pairwise(tick=tick)
    except TooManyCandidates:
        return work.undefined(Status.TOO_LARGE, TOO_LARGE)


def check(parameters: GammaParameters) -> None:
    """Raise ValueError for parameters that mean nothing."""
    finite = np.isfinite([parameters.alpha, parameters.beta, parameters.empty, parameters.precision]).all()
    if not finite or min(parameters.alpha, parameters.beta) < 0 or min(parameters.empty, parameters.precision) <= 0:
        raise ValueError("gamma needs alpha and beta of 0 or more, and empty and precision above 0")
    if parameters.samples < 2:
        raise ValueError("gamma needs two samples or more")


@dataclass(frozen=True, slots=True)
class Work:
    """One question about some documents: the units to align and what stands beside every value.

    ``used`` says of each code whether any of the units has it.
    """

    question: Question
    documents: tuple[str, ...]
    units: Continuum
    used: Booleans
    base: GammaBase

    @classmethod
    def of(cls, documents: Sequence[DocumentCodings], question: Question) -> "Work":
        """Pick the documents that count and lay out their units."""
        team = frozenset(question.coders)
        shared = [document for document in documents if team <= document.finished]
        continua = Continua.of(shared, coders=question.coders, codes=question.codes)
        gives = [table.all(axis=1) for table in continua.gives.values()]
        counting = np.logical_and.reduce([np.ones(len(shared), dtype=bool), *gives])
        units = Continuum.of(continua, documents=counting)
        marked = np.bincount(units.homes, minlength=units.documents) > 0
        return cls(
            question=question,
            documents=tuple(document.document for document, counts in zip(shared, counting, strict=True) if counts),
            units=units.of_documents(marked),
            used=np.bincount(units.kinds, minlength=len(question.codes)) > 0,
            base=GammaBase(
                coders=len(question.coders),
                offered=len(documents),
                shared=len(shared),
                counting=int(counting.sum()),
                marked=int(marked.sum()),
                annotations=len(units),
            ),
        )

    def exact(self, *, tick: Tick) -> list[Result]:
        """Align all coders together."""
        family = self.family(self.units, tick=tick)
        best = "one of several" if family.tied else "one, perhaps of several"
        settings = {"exact": True, "method": OF_ALL, "best_alignment": best}
        return self.results(self.figures(family), settings=settings)

    def pairwise(self, *, tick: Tick) -> list[Result]:
        """Align each pair of coders and give the means over the pairs that have a value."""
        pairs = list(combinations(range(self.units.team), 2))
        by_pair: list[dict[Named, Figure]] = []
        for place, pair in enumerate(pairs):
            units = self.units.of_coders(pair)
            units = units.of_documents(units.counts.sum(axis=1) > 0)
            if len(units) > 1:
                by_pair.append(self.figures(self.family(units, tick=part_of(tick, place=place, parts=len(pairs)))))
        settings = {"exact": False, "method": OF_PAIRS, "pairs": len(pairs)}
        figures = {name: mean_of([found[name] for found in by_pair]) for name in by_pair[0]}
        figures["n_unitary_alignments", None] = Figure.missing(Status.TOO_LARGE, TOO_LARGE)
        return self.results(figures, settings=settings)

    def family(self, units: Continuum, *, tick: Tick) -> Family:
        """Measure some units as the question asks."""
        codes = len(self.question.codes)
        return family_of(units, codes=codes, parameters=self.question.gamma, seed=self.question.seed, tick=tick)

    def figures(self, family: Family) -> dict[Named, Figure]:
        """Name everything that is reported, in its order."""
        empty = self.question.gamma.empty
        named: dict[Named, Figure] = {
            ("gamma", None): Figure.of_ratio(family.gamma, nothing=NO_DISORDER, flat=NO_DISORDER),
            ("gamma_observed_disorder", None): Figure.plain(family.gamma.observed, factor=empty),
            ("gamma_expected_disorder", None): Figure.plain(family.gamma.expected, factor=empty),
            ("n_unitary_alignments", None): Figure.plain(family.alignments),
            ("gamma_cat", None): Figure.of_ratio(family.cat, nothing=NO_PAIRS, flat=NO_CODE_DISORDER),
            ("gamma_cat_observed_disorder", None): Figure.plain(family.cat.observed),
            ("gamma_cat_expected_disorder", None): Figure.plain(family.cat.expected),
        }
        for code, used, ratio in zip(self.question.codes, self.used, family.by_code, strict=True):
            figure = Figure.of_ratio(ratio, nothing=NO_PAIRS_OF_CODE, flat=NO_CODE_DISORDER)
            named["gamma_k", code] = figure if used else Figure.missing(Status.NO_VARIATION, self.base.unused())
        return named

    def results(self, figures: Mapping[Named, Figure], *, settings: Mapping[str, object]) -> list[Result]:
        """Put beside every figure what defines it."""
        return [
            Result(
                measure=measure,
                code=code,
                unit=CHARACTER,
                coders=self.question.coders,
                documents=self.documents,
                n=self.base.annotations,
                value=figure.value,
                status=figure.status,
                reason=f"undefined ({figure.reason})" if figure.value is None else self.base.remark(),
                settings={**self.settings(), **settings, **figure.settings()},
            )
            for (measure, code), figure in figures.items()
        ]

    def undefined(self, status: Status, reason: str) -> list[Result]:
        """Give no value for any measure, all for one reason."""
        missing = Figure.missing(status, reason)
        by_code = [("gamma_k", code) for code in self.question.codes]
        return self.results(dict.fromkeys([*((name, None) for name in MEASURES), *by_code], missing), settings={})

    def settings(self) -> dict[str, object]:
        """Give what fixes the numbers beside the codings."""
        parameters = self.question.gamma
        found: dict[str, object] = {
            "alpha": parameters.alpha,
            "beta": parameters.beta,
            "empty": parameters.empty,
            "precision": parameters.precision,
            "sampler": "statistical, per coder",
            "seed": self.question.seed,
        }
        return found | {"several_documents": OVER_DOCUMENTS} if self.base.marked > 1 else found


def part_of(tick: Tick, *, place: int, parts: int) -> Tick:
    """Tell the share of the whole from the share of one of its equal parts."""
    return lambda done: tick((place + done) / parts)
