# SPDX-License-Identifier: MIT
import pytest
from agreement.made import CODES, chosen_coders, document, projects
from hypothesis import given, settings

from annotator.agreement import DocumentCodings
from annotator.agreement.continua import Continua
from annotator.agreement.offsets import Offset, Spread, boundary_offsets, summaries
from annotator.agreement.span_f1 import ANY_OVERLAP, counts_by_code


def offsets(documents: list[DocumentCodings], *, coders: str = "AB", codes: tuple[str, ...] = CODES) -> list[Offset]:
    return boundary_offsets(documents, coders=coders, codes=codes)


def test_offsets_are_second_minus_first() -> None:
    (found,) = offsets([document({("A", "trust"): [(10, 20)], ("B", "trust"): [(7, 26)]})])
    assert found == Offset("d1", "trust", ("A", "B"), (10, 20), (7, 26), -3, 6)


def test_excluded_text_left_in() -> None:
    spans = {("A", "trust"): [(10, 20)], ("B", "trust"): [(4, 21)]}
    (found,) = offsets([document({}, name="d0"), document(spans, excluded=[(5, 9)])])
    assert (found.first, found.second, found.start, found.end) == ((10, 20), (4, 21), -2, 1)


def test_spans_that_are_one_without_the_excluded_text_are_matched_once() -> None:
    spans = {("A", "trust"): [(10, 20), (10, 23)], ("B", "trust"): [(10, 20), (10, 25)]}
    assert len(offsets([document(spans, excluded=[(20, 30)])])) == 1


def test_unfinished_documents_read_as_silence() -> None:
    assert offsets([document({("A", "trust"): [(0, 9)], ("B", "trust"): [(0, 9)]}, finished="A")]) == []


def test_self_overlap_counted_twice() -> None:
    spans = {("A", "trust"): [(0, 10), (0, 10), (5, 15)], ("B", "trust"): [(0, 10)]}
    (found,) = offsets([document(spans)])
    assert (found.start, found.end) == (0, 0)


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders)
def test_there_are_as_many_as_matches_of_any_overlap(documents: list[DocumentCodings], coders: list[str]) -> None:
    counts = counts_by_code(Continua.of(documents, coders=coders, codes=CODES))
    found = offsets(documents, coders="".join(coders))
    for code in CODES:
        assert sum(each.code == code for each in found) == counts[code].agreed[ANY_OVERLAP].sum()


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders)
def test_every_offset_is_the_distance_of_its_spans_in_the_text_that_counts(
    documents: list[DocumentCodings], coders: list[str]
) -> None:
    texts = {each.document: each for each in documents}
    for each in offsets(documents, coders="".join(coders)):
        home = texts[each.document]
        excluded = {place for start, end in home.excluded for place in range(start, end)}
        for side, apart in ((0, each.start), (1, each.end)):
            low, high = sorted((each.first[side], each.second[side]))
            distance = len(set(range(low, high)) - excluded)
            assert apart == (distance if each.second[side] > each.first[side] else -distance)
        for coder, span in zip(each.coders, (each.first, each.second), strict=True):
            assert span in home.spans[coder, each.code]


def test_offsets_are_summed_up_by_code_and_pair() -> None:
    documents = [
        document({("A", "trust"): [(10, 20)], ("B", "trust"): [(10, 20)]}, name="d1"),
        document({("A", "trust"): [(10, 20)], ("B", "trust"): [(8, 20)]}, name="d2"),
        document({("A", "trust"): [(10, 20)], ("B", "trust"): [(2, 27)]}, name="d3"),
    ]
    trust, mistrust = summaries(offsets(documents), coders="AB", codes=CODES)
    assert trust.matches == 3
    assert trust.start == Spread(-2, -5, -1, pytest.approx(1 / 3), pytest.approx(2 / 3))
    assert trust.end == Spread(0, 0, 3.5, pytest.approx(2 / 3), pytest.approx(2 / 3))
    assert (mistrust.code, mistrust.coders, mistrust.matches, mistrust.start) == ("mistrust", ("A", "B"), 0, None)


def test_every_pair_has_its_summary() -> None:
    found = summaries([], coders="ABC", codes=["trust"])
    assert [each.coders for each in found] == [("A", "B"), ("A", "C"), ("B", "C")]


def test_a_span_outside_its_document_is_refused() -> None:
    with pytest.raises(ValueError, match="not a span of its document"):
        offsets([document({("A", "trust"): [(-1, 4)]})])
