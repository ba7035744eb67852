# SPDX-License-Identifier: MIT
from dataclasses import fields

import numpy as np
import pytest
from agreement.made import CODERS, CODES, projects
from hypothesis import given, settings

from annotator.agreement import DocumentCodings
from annotator.agreement.measuring import sweep
from annotator.agreement.sums import CodeNumbers, PairSums, Sums


def numbers(*, gives: list[list[bool]], histogram: list[list[int]]) -> CodeNumbers:
    table = np.array(gives)
    pairs = table.shape[1] * (table.shape[1] - 1) // 2
    return CodeNumbers(
        sizes=np.array(histogram).sum(axis=1),
        gives=table,
        histogram=np.array(histogram),
        coded=np.zeros(table.shape, dtype=np.int64),
        overlap=np.zeros((len(gives), pairs), dtype=np.int64),
    )


def test_sums_of_the_example_worked_by_hand() -> None:
    """300 characters, A codes 50 of them, B is silent."""
    sums = numbers(gives=[[True, True]], histogram=[[250, 50, 0]]).per_document().pooled()
    assert {field.name: float(getattr(sums, field.name)) for field in fields(Sums)} == {
        "units": 300,
        "values": 600,
        "coded": 50,
        "disagreement": 100,
        "agreement": 250,
        "share": 25,
        "coded_pairs": 0,
        "possible_pairs": 50,
    }


def test_three_coders() -> None:
    sums = numbers(gives=[[True] * 3], histogram=[[10, 6, 3, 2]]).per_document()
    assert sums.values.tolist() == [63]
    assert sums.coded.tolist() == [18]
    assert sums.disagreement.tolist() == [18]
    assert sums.agreement == pytest.approx([10 + 6 / 3 + 3 / 3 + 2])
    assert (sums.coded_pairs.tolist(), sums.possible_pairs.tolist()) == ([18], [36])


def test_a_document_with_one_coder_counts_nothing() -> None:
    found = numbers(gives=[[True, False], [True, True], [False, False]], histogram=[[5, 5, 0], [4, 3, 2], [9, 0, 0]])
    assert found.counts.tolist() == [False, True, False]
    assert found.per_document().units.tolist() == [0, 9, 0]
    assert found.per_document().coded.tolist() == [0, 7, 0]


@settings(deadline=None)
@given(documents=projects())
def test_a_pair_in_general_form_is_what_a_sweep_of_two_gives(documents: list[DocumentCodings]) -> None:
    swept = sweep(documents, coders=CODERS[:2], codes=CODES, unit="character")
    for found in swept.codes.values():
        (pair,) = found.pairs()
        for field in fields(Sums):
            one, other = getattr(pair.sums.as_sums(), field.name), getattr(found.per_document(), field.name)
            assert np.asarray(one).tolist() == pytest.approx(np.asarray(other).tolist())


def test_pooling_adds_documents() -> None:
    pair = PairSums(units=np.array([5, 7]), first=np.array([1, 2]), second=np.array([0, 3]), both=np.array([0, 1]))
    pooled = pair.pooled()
    assert [int(getattr(pooled, field.name)) for field in fields(PairSums)] == [12, 3, 3, 1]
