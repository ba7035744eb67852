# SPDX-License-Identifier: MIT
"""The 2016 family of unitizing alpha as sums by document."""

import numpy as np
import pytest
from agreement import naive_unitizing
from agreement.made import CODES, document
from agreement.made_units import unitized_projects
from hypothesis import given, settings

from annotator.agreement import DocumentCodings
from annotator.agreement.question import Question
from annotator.agreement.unitizing import Unitized
from annotator.agreement.unitizing_2016 import (
    category_numbers,
    code_u_of,
    coded_u_of,
    coverage_of,
    cu_of,
    overlapping,
    u_alpha,
    u_of,
    unit_numbers,
)


def unitized(documents: list[DocumentCodings], *, coders: str = "AB", codes: tuple[str, ...] = CODES) -> Unitized:
    return Unitized.of(documents, Question(coders=tuple(coders), codes=codes))


@settings(deadline=None)
@given(documents=unitized_projects())
def test_all_codes_together_equal_naive_loops(documents: list[DocumentCodings]) -> None:
    coders = "".join(sorted(documents[0].finished))
    laid = unitized(documents, coders=coders)
    pooled = category_numbers(laid).pooled()
    _, texts = naive_unitizing.texts(documents, coders=coders, codes=CODES)
    if not any(text.length for text in texts):
        assert np.isnan(u_of(pooled, coders=len(coders)))
        return
    expected = naive_unitizing.family(texts, codes=CODES)
    found = {
        "u": u_of(pooled, coders=len(coders)),
        "|u": coded_u_of(pooled, coders=len(coders)),
        "cu_coverage": coverage_of(pooled, coders=len(coders)),
        "cu": cu_of(pooled, coders=len(coders)),
    }
    by_code = code_u_of(pooled, coders=len(coders))
    found |= {f"(k)u {code}": by_code[place] for place, code in enumerate(CODES)}
    for name, value in found.items():
        exact = expected[name]
        assert np.isnan(value) if exact is None else value == pytest.approx(float(exact), abs=1e-11)


@settings(deadline=None)
@given(documents=unitized_projects())
def test_one_code_by_itself_is_coded_or_not(documents: list[DocumentCodings]) -> None:
    coders = "".join(sorted(documents[0].finished))
    laid = unitized(documents, coders=coders, codes=("trust",))
    alone = u_alpha(unit_numbers(laid, code="trust").pooled(), coders=len(coders))
    together = coded_u_of(category_numbers(laid).pooled(), coders=len(coders))
    assert alone == pytest.approx(together, abs=1e-12, nan_ok=True)


def test_numbers_add_over_documents_and_resamples_are_lines() -> None:
    spans = {("A", "trust"): [(0, 50)], ("B", "trust"): [(20, 60)]}
    other = {("A", "trust"): [(0, 10)], ("B", "mistrust"): [(0, 10)]}
    laid = unitized([document(spans), document(other, name="d2")])
    numbers = unit_numbers(laid, code="trust")
    drawn = numbers.weighted(np.array([[1.0, 1.0], [2.0, 0.0]]))
    values = u_alpha(drawn, coders=2)
    assert values[0] == pytest.approx(float(u_alpha(numbers.pooled(), coders=2)))
    assert values.shape == (2,)
    families = category_numbers(laid).weighted(np.array([[1.0, 1.0], [2.0, 0.0], [0.0, 0.0]]))
    assert np.isnan(u_of(families, coders=2)).tolist() == [False, False, True]
    assert code_u_of(families, coders=2).shape == (3, 2)


def test_units_that_overlap_are_counted() -> None:
    spans = {("A", "trust"): [(0, 50), (60, 70)], ("A", "mistrust"): [(10, 20), (50, 60)], ("B", "trust"): [(5, 9)]}
    assert overlapping(unitized([document(spans), document({}, name="d2")])).tolist() == [2, 0]
    nested = {("A", "trust"): [(0, 50)], ("A", "mistrust"): [(10, 20), (30, 40), (50, 51)]}
    assert overlapping(unitized([document(nested)])).tolist() == [3]


def test_long_texts_do_not_leave_the_range_of_numbers() -> None:
    scale = 1_000_000
    small = document({("A", "trust"): [(0, 50)], ("B", "trust"): [(20, 60)]}, length=300)
    large = document(
        {("A", "trust"): [(0, 50 * scale)], ("B", "trust"): [(20 * scale, 60 * scale)]}, length=300 * scale
    )
    values = [
        float(u_alpha(unit_numbers(unitized([each]), code="trust").pooled(), coders=2)) for each in (small, large)
    ]
    # Gaps are weighed by their length and units by its square, so the two differ a little.
    assert values[1] == pytest.approx(values[0], abs=5e-3)
    assert values[1] == pytest.approx(float(u_of(category_numbers(unitized([large])).pooled(), coders=2)), abs=1e-12)
