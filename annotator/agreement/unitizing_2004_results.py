# SPDX-License-Identifier: MIT
"""The unitizing alpha of 2004 by code and over all codes, with the number or the reason for none.

There is no variation where nobody used the code, where everyone marked every document as a whole,
and where no difference is to be expected by chance. A text that everyone cut into several touching
units of one code does vary: in where the cuts are. See ``unitizing_2004`` for the formula.
"""

from collections.abc import Sequence

import numpy as np

from annotator.agreement.bootstrap import Drawing, with_intervals
from annotator.agreement.data import DocumentCodings
from annotator.agreement.question import Question
from annotator.agreement.reasons import shared_articles
from annotator.agreement.result import Result, Status
from annotator.agreement.unitizing import Ground, Unitized
from annotator.agreement.unitizing_2004 import Numbers2004, alpha_2004, numbers_2004

OF_CODE, OVER_CODES = "u_alpha_2004_code", "u_alpha_2004"
SETTINGS = {
    "year": 2004,
    "documents": "squared differences, observed and expected within each document, are added over documents",
}


def unitizing_2004_results(
    documents: Sequence[DocumentCodings], question: Question, *, drawing: Drawing | None = None
) -> list[Result]:
    """Give alpha of each code, then over all codes; with ``drawing`` each value has its interval.

    ``unit`` is the character, whatever the question says. ValueError for positions outside their
    document.
    """
    unitized = Unitized.of(documents, question)
    numbers = {code: numbers_2004(unitized, code=code) for code in question.codes}
    found = []
    for code, own in numbers.items():
        found.append(result_of([own], measure=OF_CODE, ground=Ground.of(unitized, code=code), drawing=drawing))
    everything = Ground.of(unitized, code=None)
    return [*found, result_of(list(numbers.values()), measure=OVER_CODES, ground=everything, drawing=drawing)]


def result_of(numbers: Sequence[Numbers2004], *, measure: str, ground: Ground, drawing: Drawing | None) -> Result:
    """Give alpha over these codes' numbers, of which the documents that count are kept."""
    counts = ground.unitized.counts(ground.code)
    kept = [each.only(counts) for each in numbers]
    status, words = ground.status, ""
    if status is not Status.OK:
        words = ground.words_for(status)
    elif not any(varies(each, ground=ground) for each in kept):
        status, words = Status.NO_VARIATION, no_variation(ground)
    summed = over_codes(kept)
    value = float(alpha_2004(summed.pooled())) if status is Status.OK else status
    result = ground.result(measure, code=ground.code, found=value, words=words, settings=SETTINGS)
    return with_intervals([result], numbers=summed, formulas=[alpha_2004], drawing=drawing)[0]


def over_codes(numbers: Sequence[Numbers2004]) -> Numbers2004:
    """Add codes up, document by document; there must be one."""
    return Numbers2004(
        units=np.sum([each.units for each in numbers], axis=0),
        filling=np.sum([each.filling for each in numbers], axis=0),
        observed=np.sum([each.observed for each in numbers], axis=0),
        expected=np.sum([each.expected for each in numbers], axis=0),
    )


def varies(numbers: Numbers2004, *, ground: Ground) -> bool:
    """Whether the units of a code could lie otherwise, and are not all the documents as wholes."""
    continua = ground.unitized.continua
    texts = int(np.count_nonzero(continua.lengths[ground.unitized.counts(ground.code)]))
    pooled = numbers.pooled()
    whole = pooled.units == pooled.filling == texts * len(continua.coders)
    return bool(pooled.expected > 0) and not whole


def no_variation(ground: Ground) -> str:
    """Say that nothing varies although the code was used."""
    where = shared_articles(len(ground.documents))
    what = "their annotations" if ground.code is None else "the annotations of this code"
    return f"no variation: {what} fill {where} as wholes, or leave nothing that could differ by chance"
