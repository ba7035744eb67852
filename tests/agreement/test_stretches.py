# SPDX-License-Identifier: MIT
import pytest
from agreement.made import CODES, document, projects
from hypothesis import given, settings

from annotator.agreement import DocumentCodings
from annotator.agreement.stretches import Stretches


def laid() -> Stretches:
    first = document(
        {("A", "trust"): [(2, 6), (2, 6), (7, 9)], ("B", "mistrust"): [(0, 4)]}, length=10, excluded=[(6, 10)]
    )
    second = document({("B", "trust"): [(0, 3)], ("C", "trust"): [(0, 3)]}, name="d2", length=3)
    empty, last = document({}, name="d3", length=0), document({}, name="d4", length=0)
    return Stretches.of([first, empty, second, last], coders="AB", codes=CODES)


def test_texts_are_cut_where_anything_begins_or_ends() -> None:
    found = laid()
    assert found.starts.tolist() == [0, 2, 4, 6, 10]
    assert found.ends.tolist() == [2, 4, 6, 10, 13]
    assert found.homes.tolist() == [0, 0, 0, 0, 2]
    assert found.weights.tolist() == [2, 2, 2, 0, 3]
    assert found.codes == CODES
    assert found.pairs() == [(0, 1)]


def test_who_covers_a_stretch_is_said_by_code() -> None:
    found = laid()
    assert found.covered["trust"].tolist() == [[False, True, True, False, False], [False, False, False, False, True]]
    assert found.covered["mistrust"].tolist()[1] == [True, True, False, False, False]


def test_spans_keep_their_place_and_wholly_excluded_ones_are_gone() -> None:
    assert laid().spans["trust"].spans.tolist() == [[2, 6], [10, 13]]
    assert laid().in_document(laid().starts[-1:], homes=laid().homes[-1:]).tolist() == [0]


def test_no_documents_have_no_stretches() -> None:
    found = Stretches.of([], coders="AB", codes=CODES)
    assert (found.starts.tolist(), found.covered["trust"].tolist()) == ([], [[], []])


@settings(deadline=None)
@given(documents=projects())
def test_every_character_lies_in_one_stretch_and_those_excluded_weigh_nothing(documents: list[DocumentCodings]) -> None:
    found = Stretches.of(documents, coders="ABCD", codes=CODES)
    assert int((found.ends - found.starts).sum()) == sum(each.length for each in documents)
    excluded = [{place for start, end in each.excluded for place in range(start, end)} for each in documents]
    for home, each in enumerate(documents):
        assert found.weights[found.homes == home].sum() == each.length - len(excluded[home])


def test_a_span_outside_its_document_is_refused() -> None:
    with pytest.raises(ValueError, match="not a span of its document"):
        Stretches.of([document({("A", "trust"): [(9, 2)]})], coders="AB", codes=CODES)


@pytest.mark.parametrize(
    ("coders", "codes", "number"), [("AA", CODES, 1), ("AB", ("trust", "trust"), 1), ("AB", CODES, 2)]
)
def test_what_is_given_twice_is_refused(coders: str, codes: tuple[str, ...], number: int) -> None:
    with pytest.raises(ValueError, match="is given twice"):
        Stretches.of([document({})] * number, coders=coders, codes=codes)
