# SPDX-License-Identifier: MIT
"""All codes at once: agreement on the set of codes of each unit, with the number or the reason for none.

A document counts where at least two of the coders finished it and every one of those who did had all
the codes: without a code in the codebook there is no telling what a set would have been. Documents
are pooled, as for single codes. See ``set_alpha`` for the formulas and their sources.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.axis import Axis
from annotator.agreement.bootstrap import Drawing, IntervalStatus, with_intervals
from annotator.agreement.data import DocumentCodings
from annotator.agreement.participants import shared_documents, taking_part
from annotator.agreement.question import CHARACTER, Question
from annotator.agreement.reasons import Base, counted, no_shared_documents, no_units, one_unit, shared_articles
from annotator.agreement.result import Result, Status
from annotator.agreement.set_alpha import SetNumbers, alpha_of, lacking_for_alpha, percent_of, sets_on_axis
from annotator.agreement.sets import Distance, Sets
from annotator.agreement.sums import Values
from annotator.agreement.sweep import gather, runs_of

ALPHAS = {
    "alpha_set_nominal": Distance.NOMINAL,
    "alpha_jaccard": Distance.JACCARD,
    "alpha_masi": Distance.MASI,
}
"""The measures that are alphas, each with its distance."""

SET_PERCENT = "set_percent"

MOST_RESAMPLED = 500
"""So many distinct sets are resampled; what is expected by chance is reckoned anew in each resample."""

FORMULAS = {
    Distance.NOMINAL: "0 if the sets are equal, else 1",
    Distance.JACCARD: "1 - J, J the shared part of all their codes",
    Distance.MASI: "1 - J M, M = 1 equal, 2/3 one inside the other, 1/3 other overlap, 0 apart (Passonneau 2006)",
}


@dataclass(frozen=True, slots=True)
class SweptSets:
    """All codes swept together over the ``documents`` that count; ``numbers`` has a line for each.

    ``coders`` take part in at least one of the ``shared`` documents; ``offered`` were handed over.
    """

    coders: tuple[str, ...]
    documents: tuple[str, ...]
    shared: int
    offered: int
    sets: Sets
    numbers: SetNumbers

    def base(self, unit: str) -> Base:
        """Count what the results rest on."""
        pooled = self.numbers.pooled()
        return Base(
            unit=unit,
            coders=len(self.coders),
            offered=self.offered,
            shared=self.shared,
            counting=len(self.documents),
            units=int(pooled.units),
            values=int(pooled.values),
            coded=int(pooled.coded),
        )


def sweep_sets(documents: Sequence[DocumentCodings], question: Question) -> SweptSets:
    """Sweep all codes once. ValueError as for ``Axis.of``."""
    shared = shared_documents(documents, coders=question.coders)
    coders = taking_part(shared, coders=question.coders)
    counting = [document for document in shared if knows_all(document, question)]
    axis = Axis.of(counting, unit=question.unit)
    placed = gather(counting, axis=axis, coders=coders, codes=question.codes)
    runs = [runs_of(layer, axis=axis, rule=question.rule) for layer in placed.values()]
    gives: NDArray[np.bool_] = np.array(
        [[coder in document.finished for coder in coders] for document in counting], dtype=bool
    ).reshape(len(counting), len(coders))
    sets, numbers = sets_on_axis(runs, axis=axis, gives=gives)
    return SweptSets(
        coders=coders,
        documents=tuple(document.document for document in counting),
        shared=len(shared),
        offered=len(documents),
        sets=sets,
        numbers=numbers,
    )


def knows_all(document: DocumentCodings, question: Question) -> bool:
    """Whether each of the coders who finished had every code in the codebook."""
    finished = [coder for coder in question.coders if coder in document.finished]
    return all(document.gives_value(coder, code=code) for coder in finished for code in question.codes)


def set_results(
    documents: Sequence[DocumentCodings], question: Question, *, drawing: Drawing | None = None
) -> list[Result]:
    """Give every measure of sets; ``code`` is None. ValueError as for ``Axis.of``.

    With ``drawing`` each value has its interval, unless there are too many sets to resample.
    """
    swept = sweep_sets(documents, question)
    results = results_of(swept, question)
    if drawing is not None and len(swept.sets) > MOST_RESAMPLED:
        return [without_interval(result, drawing=drawing) for result in results]
    formulas = [formula_of(distance, sets=swept.sets) for distance in (*ALPHAS.values(), None)]
    return with_intervals(results, numbers=swept.numbers, formulas=formulas, drawing=drawing)


def formula_of(distance: Distance | None, *, sets: Sets) -> Callable[[SetNumbers], Values]:
    """Give the formula of a measure; no distance stands for the set percent."""
    return percent_of if distance is None else partial(alpha_of, sets=sets, distance=distance)


def without_interval(result: Result, *, drawing: Drawing) -> Result:
    """Say that there are too many sets to resample."""
    if result.value is None or not drawing.resamples:
        return result
    return replace(result, settings={**result.settings, "interval_status": IntervalStatus.TOO_LARGE.value})


def results_of(swept: SweptSets, question: Question) -> list[Result]:
    """Give every measure of what was swept."""
    base = swept.base(question.unit)
    pooled = swept.numbers.pooled()
    results = []
    for name in (*ALPHAS, SET_PERCENT):
        distance = ALPHAS.get(name)
        status = status_of(distance, base=base, swept=swept)
        value = None
        if status is Status.OK:
            value = float(formula_of(distance, sets=swept.sets)(pooled))
        result = Result(
            measure=name,
            code=None,
            unit=question.unit,
            coders=swept.coders,
            documents=swept.documents,
            n=base.units,
            value=value,
            status=status,
            reason=reason_of(status, base=base, sets=len(swept.sets)),
            settings=settings_of(distance, question=question),
        )
        results.append(result)
    return results


def status_of(distance: Distance | None, *, base: Base, swept: SweptSets) -> Status:
    """Say from the counts alone whether the measure exists; no distance stands for the set percent."""
    if base.shared == 0:
        return Status.NO_SHARED_DOCUMENTS
    if base.counting == 0:
        return Status.CODE_NOT_IN_REVISION
    if base.units == 0:
        return Status.NO_UNITS
    if distance is None:
        return Status.OK
    return lacking_for_alpha(swept.numbers.pooled(), sets=swept.sets)


def settings_of(distance: Distance | None, *, question: Question) -> dict[str, object]:
    """Name what fixes the number beside the codings."""
    settings: dict[str, object] = {"codes": list(question.codes)}
    if distance is not None:
        settings |= {"distance": distance.value, "formula": FORMULAS[distance]}
    if question.unit != CHARACTER:
        settings["rule"] = question.rule.value
    return settings


def reason_of(status: Status, *, base: Base, sets: int) -> str:
    """Say why there is no value; else a remark, or "" where there is nothing to remark."""
    without = base.shared - base.counting if base.counting else 0
    left_out = (
        f"; {counted(without, 'more shared article')} left out: one of these codes came after they were finished"
        if without
        else ""
    )
    if status is Status.OK:
        trivially = f"trivially: {nobody(base)}" if base.coded == 0 else ""
        return (trivially + left_out).removeprefix("; ")
    words = {
        Status.NO_SHARED_DOCUMENTS: no_shared_documents,
        Status.CODE_NOT_IN_REVISION: not_all_codes,
        Status.NO_UNITS: no_units,
        Status.ONE_UNIT: one_unit,
        Status.NO_VARIATION: no_variation,
    }
    if status is Status.TOO_LARGE:
        where = shared_articles(base.counting)
        return f"undefined (too large: {sets:,} different sets of codes in {where} are too many to compare{left_out})"
    return f"undefined ({words[status](base)}{left_out})"


def nobody(base: Base) -> str:
    """Say that no code was used at all, and where."""
    return f"nobody used any of these codes in {shared_articles(base.counting)}"


def no_variation(base: Base) -> str:
    """Say that all sets are the same: empty, or the same codes everywhere."""
    if base.coded == 0:
        return f"no variation: {nobody(base)}"
    where = shared_articles(base.counting)
    return f"no variation: everyone put the same codes on all {counted(base.units, base.unit)} of {where}"


def not_all_codes(base: Base) -> str:
    """Say that in every document a code came after a coder had finished."""
    where = shared_articles(base.shared)
    return f"code not in revision: in none of {where} did all these codes stand in the codebook when coders finished"
