# SPDX-License-Identifier: MIT
"""The unitizing alpha of 2004: sums of squared differences by document."""

from fractions import Fraction

import numpy as np
import pytest
from agreement import naive_unitizing
from agreement.made import CODES, chosen_coders, document, projects
from hypothesis import given, settings

from annotator.agreement import DocumentCodings
from annotator.agreement.question import Question
from annotator.agreement.unitizing import Unitized
from annotator.agreement.unitizing_2004 import alpha_2004, gaps_of, numbers_2004


def unitized(documents: list[DocumentCodings], *, coders: str = "AB") -> Unitized:
    return Unitized.of(documents, Question(coders=tuple(coders), codes=CODES))


def exact(given: DocumentCodings, *, coders: str = "AB") -> Fraction:
    _, texts = naive_unitizing.texts([given], coders=coders, codes=["trust"])
    found = naive_unitizing.alpha_2004(texts, codes=["trust"])
    assert found is not None
    return found


@settings(deadline=None)
@given(documents=projects(everyone=True), coders=chosen_coders)
def test_both_parts_equal_naive_loops(documents: list[DocumentCodings], coders: list[str]) -> None:
    laid = unitized(documents, coders="".join(coders))
    _, texts = naive_unitizing.texts(documents, coders=coders, codes=CODES)
    for code in CODES:
        numbers = numbers_2004(laid, code=code)
        parts = [naive_unitizing.parts_2004(text, code=code) for text in texts]
        assert numbers.observed.tolist() == pytest.approx([float(part[0]) for part in parts])
        assert numbers.expected.tolist() == pytest.approx([float(part[1]) for part in parts])


def test_gaps_between_and_beside_units_and_silent_documents() -> None:
    found = gaps_of(np.array([[2, 5], [5, 8], [9, 10], [20, 23]]), bounds=np.array([0, 10, 10, 17, 23]))
    assert found.tolist() == [[0, 2], [0, 1], [2, 7], [3, 3]]


def stretched(scale: int) -> DocumentCodings:
    spans = {("A", "trust"): [(75, 145), (220, 250)], ("B", "trust"): [(70, 150), (222, 245)]}
    longer = {key: [(start * scale, end * scale) for start, end in own] for key, own in spans.items()}
    return document(longer, length=300 * scale)


@pytest.mark.parametrize("scale", [1, 100_000])
def test_cubes_of_long_units_leave_int64_but_not_the_right_value(scale: int) -> None:
    found = alpha_2004(numbers_2004(unitized([stretched(scale)]), code="trust").pooled())
    spans = stretched(scale).spans
    text = naive_unitizing.Text(document({}, length=0), coders="AB", codes=["trust"])
    text.length = 300 * scale
    text.units = [[(start, end, "trust") for start, end in spans[coder, "trust"]] for coder in "AB"]
    value = naive_unitizing.alpha_2004([text], codes=["trust"])
    assert value is not None
    assert found == pytest.approx(float(value), rel=1e-12)


def test_ends_that_include_the_last_character_would_shift_every_length_here_one_character_counts_one() -> None:
    given = document({("A", "trust"): [(3, 4)], ("B", "trust"): [(3, 5), (9, 10)]}, length=10)
    numbers = numbers_2004(unitized([given]), code="trust")
    # Starts equal, ends one apart; a unit of one character in the other's gap.
    assert numbers.observed.tolist() == [(0 + 1) + 1]
    assert float(alpha_2004(numbers.pooled())) == pytest.approx(float(exact(given)))


def test_resamples_are_lines() -> None:
    numbers = numbers_2004(unitized([stretched(1), document({}, name="d2")]), code="trust")
    found = alpha_2004(numbers.weighted(np.array([[1.0, 1.0], [0.0, 2.0]])))
    assert np.isnan(found).tolist() == [False, True]
