# SPDX-License-Identifier: MIT
import numpy as np
from agreement.made import document

from annotator.agreement.continua import Continua, unioned


def laid() -> Continua:
    first = document({("A", "trust"): [(5, 9), (0, 3), (0, 3)]}, name="d1", length=10, excluded=[(1, 2), (6, 10)])
    second = document({("B", "trust"): [(0, 4)], ("C", "trust"): [(0, 1)]}, name="d2", length=4)
    return Continua.of([first, second], coders="AB", codes=["trust", "mistrust"])


def test_documents_lie_end_to_end_with_the_excluded_regions_cut_out() -> None:
    assert laid().bounds.tolist() == [0, 5, 9]
    assert laid().lengths.tolist() == [5, 4]


def test_spans_are_sorted_and_taken_once_and_those_of_others_are_not_there() -> None:
    found = laid()
    assert found.of_coder(0, code="trust").tolist() == [[0, 2], [4, 5]]
    assert found.of_coder(1, code="trust").tolist() == [[5, 9]]
    assert found.of_coder(0, code="mistrust").tolist() == []
    assert found.homes(found.spans["trust"].spans).tolist() == [0, 0, 1]
    assert found.codes == ("trust", "mistrust")


def test_who_gives_a_value_is_said_per_document_and_code() -> None:
    known = {"A": frozenset({"trust"}), "B": frozenset()}
    found = Continua.of([document({}, codes_known=known)], coders="ABC", codes=["trust"])
    assert found.gives["trust"].tolist() == [[True, False, False]]


def test_every_pair_of_coders_comes_once() -> None:
    assert list(laid().pairs()) == [(0, 1)]


def test_overlapping_spans_are_one_and_touching_ones_stay_two() -> None:
    spans = np.array([[0, 9], [1, 2], [8, 12], [12, 13], [20, 21]])
    assert unioned(spans).tolist() == [[0, 12], [12, 13], [20, 21]]
    assert unioned(spans[:0]).tolist() == []
