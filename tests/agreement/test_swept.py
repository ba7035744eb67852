# SPDX-License-Identifier: MIT
import numpy as np
import pytest
from agreement.made import CODES, chosen_coders, document, projects
from hypothesis import given, settings

from annotator.agreement import DocumentCodings
from annotator.agreement.measuring import results
from annotator.agreement.swept import Group, sweep


def three() -> list[DocumentCodings]:
    return [
        document({("A", "trust"): [(0, 5)]}, name="d1", finished="AB"),
        document({("C", "trust"): [(0, 5)]}, name="d2", finished="C"),
        document({("B", "trust"): [(3, 9)]}, name="d3", finished="BC"),
    ]


def test_only_shared_documents_and_those_who_take_part_are_swept() -> None:
    swept = sweep(three(), coders="ABCD", codes=["trust"], unit="character")
    assert [each.document for each in swept.documents] == ["d1", "d3"]
    assert swept.coders == ("A", "B", "C")
    assert swept.offered == 3


def test_a_group_counts_what_it_rests_on() -> None:
    swept = sweep(three(), coders="ABC", codes=["trust"], unit="character")
    numbers = swept.codes["trust"]
    group = Group(swept, code="trust", coders=("B", "C"), counts=np.array([False, True]))
    assert group.names == ("d3",)
    base = group.base(numbers.per_document().only(group.counts).pooled())
    assert (base.coders, base.offered, base.shared, base.counting, base.units, base.coded) == (2, 3, 1, 1, 300, 6)


@settings(deadline=None)
@given(documents=projects(everyone=True), coders=chosen_coders)
def test_some_of_the_documents_measure_as_if_there_were_no_others(
    documents: list[DocumentCodings], coders: list[str]
) -> None:
    swept = sweep(documents, coders=coders, codes=CODES, unit="character")
    chosen = np.arange(len(swept.documents)) % 2 == 0
    part = swept.only(chosen)
    kept = [each for each, keep in zip(documents, chosen, strict=True) if keep]
    assert results(part) == results(sweep(kept, coders=coders, codes=CODES, unit="character"))


@pytest.mark.parametrize(
    ("coders", "codes", "number", "what"),
    [("AA", ["trust"], 1, "coder"), ("AB", ["trust", "trust"], 1, "code"), ("AB", ["trust"], 2, "document")],
)
def test_nothing_is_counted_twice(coders: str, codes: list[str], number: int, what: str) -> None:
    with pytest.raises(ValueError, match=f"a {what} is given twice"):
        sweep([document({})] * number, coders=coders, codes=codes, unit="character")


def test_sentences_without_bounds_are_refused() -> None:
    with pytest.raises(ValueError, match="without its sentence bounds"):
        sweep([document({})], coders="AB", codes=["trust"], unit="sentence")
