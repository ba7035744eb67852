# SPDX-License-Identifier: MIT
import itertools
import random
import tracemalloc

import numpy as np
from agreement.made import Spans, document

from annotator.agreement import DocumentCodings
from annotator.agreement.axis import Axis
from annotator.agreement.measuring import pairwise, results, sweep, usage
from annotator.agreement.sums import CodeNumbers
from annotator.agreement.sweep import gather, numbers_by_code, segments


def numbers(documents: list[DocumentCodings], *, coders: str = "AB") -> CodeNumbers:
    axis = Axis.of(documents, unit="character")
    return numbers_by_code(documents, axis=axis, coders=coders, codes=["trust"])["trust"]


def test_lengths_by_number_of_coders() -> None:
    spans: Spans = {("A", "trust"): [(10, 60)], ("B", "trust"): [(40, 80)], ("C", "trust"): [(50, 55)]}
    found = numbers([document(spans, length=100, finished="ABC")], coders="ABC")
    assert found.histogram.tolist() == [[30, 50, 15, 5]]
    assert found.coded.tolist() == [[50, 40, 5]]
    assert found.overlap.tolist() == [[20, 5, 5]]


def test_own_overlaps_and_repetitions_count_once() -> None:
    once = numbers([document({("A", "trust"): [(10, 60)]})])
    often = numbers([document({("A", "trust"): [(10, 40), (30, 60), (10, 40), (20, 25)]})])
    assert often.histogram.tolist() == once.histogram.tolist() == [[250, 50, 0]]


def test_touching_spans_make_one_length() -> None:
    assert numbers([document({("A", "trust"): [(10, 40), (40, 60)]})]).coded.tolist() == [[50, 0]]


def test_documents_are_kept_apart() -> None:
    one = document({("A", "trust"): [(290, 300)]}, name="one")
    two = document({("B", "trust"): [(0, 300)]}, name="two")
    found = numbers([one, two])
    assert found.sizes.tolist() == [300, 300]
    assert found.histogram.tolist() == [[290, 10, 0], [0, 300, 0]]


def test_spans_of_those_who_give_no_value_are_left_out() -> None:
    given = document({("A", "trust"): [(0, 10)], ("C", "trust"): [(5, 20)]}, finished="AB")
    axis = Axis.of([given], unit="character")
    placed = gather([given], axis=axis, coders="ABC", codes=["trust"])["trust"]
    assert (placed.spans.tolist(), placed.coders.tolist()) == ([[0, 10]], [0])


def test_each_code_gets_its_own_spans() -> None:
    given = document({("A", "trust"): [(0, 10)], ("B", "mistrust"): [(5, 20)]}, excluded=[(6, 7), (0, 2)])
    axis = Axis.of([given], unit="character")
    found = gather([given], axis=axis, coders="AB", codes=["mistrust", "trust", "unused"])
    assert {code: placed.spans.tolist() for code, placed in found.items()} == {
        "mistrust": [[3, 17]],
        "trust": [[0, 7]],
        "unused": [],
    }


def test_cuts_and_coverage() -> None:
    runs, owners = np.array([[2, 5], [4, 9], [5, 5]]), np.array([0, 1, 1])
    cuts, covered = segments(runs, owners=owners, coders=2, bounds=np.array([0, 10]))
    assert cuts.tolist() == [0, 2, 4, 5, 9, 10]
    assert covered.tolist() == [[False, True, True, False, False], [False, False, True, True, False]]


def large_document(*, length: int, spans: int, coders: str) -> DocumentCodings:
    chance = random.Random(7)
    made: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for _ in range(spans):
        start = chance.randrange(length - 200)
        key = (chance.choice(coders), chance.choice(("trust", "mistrust", "speculation", "expert_quote")))
        made.setdefault(key, []).append((start, start + chance.randint(1, 200)))
    edges = [*range(0, length, 100), length]
    sentences = list(itertools.pairwise(edges))
    excluded = [(place, place + 50) for place in range(0, length - 50, 10_000)]
    return document(made, length=length, finished=coders, units=sentences, excluded=excluded)


def test_ten_million_characters_and_a_hundred_thousand_spans_need_little_memory() -> None:
    given = large_document(length=10_000_000, spans=100_000, coders="ABCDEFGHIJ")
    codes = ["trust", "mistrust", "speculation", "expert_quote"]
    for unit, size in (("character", 9_950_000), ("sentence", 100_000)):
        tracemalloc.start()
        swept = sweep([given], coders="ABCDEFGHIJ", codes=codes, unit=unit)
        found = results(swept) + pairwise(swept)
        used = usage(swept)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert {result.n for result in found} == {size}
        assert len(used) == 4
        assert peak < 200_000_000
