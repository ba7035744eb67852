# SPDX-License-Identifier: MIT
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, product
from typing import Any

import pytest
from agreement.made import CODES, chosen_coders, document, projects
from hypothesis import given, settings

from annotator.agreement import DocumentCodings
from annotator.agreement.differences import differences
from annotator.agreement.disagreement import Difference, Differences, Kind, KindCounts
from annotator.agreement.measuring import sweep


def between(documents: list[DocumentCodings], *, coders: str = "AB", codes: tuple[str, ...] = CODES) -> Differences:
    return differences(documents, coders=coders, codes=codes)


def only(documents: list[DocumentCodings], *, coders: str = "AB") -> Difference:
    (found,) = between(documents, coders=coders, codes=("trust",)).passages
    return found


# --- the slow and obvious way: union spans pair by pair, look at every character


def characters(spans: Any) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def naive_passages(each: DocumentCodings, *, coders: list[str], code: str) -> Iterator[dict[str, Any]]:
    givers = [coder for coder in coders if each.gives_value(coder, code=code)]
    excluded = characters(each.excluded)
    spans = {
        (coder, span)
        for coder in givers
        for span in each.spans.get((coder, code), ())
        if characters([span]) - excluded and len(givers) >= 2
    }
    while spans:
        group = {spans.pop()}
        while touched := {one for one in spans for two in group if characters([one[1]]) & characters([two[1]])}:
            group |= touched
            spans -= touched
        yield naive_passage(each, group, givers=givers, code=code, excluded=excluded)


def naive_passage(
    each: DocumentCodings, group: Any, *, givers: list[str], code: str, excluded: set[int]
) -> dict[str, Any]:
    of_coder = {coder: characters(span for owner, span in group if owner == coder) - excluded for coder in givers}
    marked = [coder for coder in givers if of_coder[coder]]
    tally: Counter[str] = Counter()
    kinds, pairs = {}, {}
    for one, two in combinations(givers, 2):
        apart = of_coder[one] ^ of_coder[two]
        with_other = 0
        for place in apart:
            holder, lacker = (one, two) if place in of_coder[one] else (two, one)
            other = codes_at(each, lacker, place) - codes_at(each, holder, place)
            with_other += bool(other)
            tally["boundary" if of_coder[lacker] else "other_code" if other else "missed"] += 1
        if apart:
            pairs[one, two] = len(apart)
            boundary = bool(of_coder[one] and of_coder[two])
            kinds[one, two] = "boundary" if boundary else "other_code" if 2 * with_other >= len(apart) else "missed"
    others: Counter[tuple[str, str]] = Counter()
    for coder in set(givers) - set(marked):
        for place in set().union(*of_coder.values()):
            for other in codes_at(each, coder, place):
                others[coder, other] += any(
                    place in of_coder[one] and other not in codes_at(each, one, place) for one in marked
                )
    kind = "boundary" if marked == givers else "other_code" if "other_code" in kinds.values() else "missed"
    return {
        "place": (min(span[0] for _, span in group), max(span[1] for _, span in group)),
        "marked": tuple(marked),
        "unmarked": tuple(coder for coder in givers if coder not in marked),
        "spans": sorted((owner, *span) for owner, span in group),
        "characters": KindCounts(tally["missed"], tally["boundary"], tally["other_code"]),
        "kind": kind,
        "pairs": {pair: (kinds[pair], pairs[pair]) for pair in pairs},
        "others": +others,
    }


def codes_at(each: DocumentCodings, coder: str, place: int) -> set[str]:
    return {
        code
        for code in CODES
        if each.gives_value(coder, code=code) and place in characters(each.spans.get((coder, code), ()))
    }


def plain(found: Difference) -> dict[str, Any]:
    return {
        "place": (found.start, found.end),
        "marked": found.marked,
        "unmarked": found.unmarked,
        "spans": sorted(found.spans),
        "characters": found.characters,
        "kind": found.kind.value,
        "pairs": {(pair.first, pair.second): (pair.kind.value, pair.characters) for pair in found.pairs},
        "others": Counter({(coder, code): number for coder, code, number in found.other_codes}),
    }


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders)
def test_every_passage_equals_looking_at_every_character(documents: list[DocumentCodings], coders: list[str]) -> None:
    found = between(documents, coders="".join(coders))
    for each, code in product(documents, CODES):
        expected = list(naive_passages(each, coders=coders, code=code))
        differing = sorted((one for one in expected if one["characters"].total), key=lambda one: one["place"])
        mine = [plain(one) for one in found.passages if (one.document, one.code) == (each.document, code)]
        assert mine == differing
    for code in CODES:
        everything = [one for each in documents for one in naive_passages(each, coders=coders, code=code)]
        assert found.by_code[code].agreed == sum(not one["characters"].total for one in everything)


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders)
def test_kinds_add_up_to_the_disagreement_that_the_sweep_observes(
    documents: list[DocumentCodings], coders: list[str]
) -> None:
    found = between(documents, coders="".join(coders))
    swept = sweep(documents, coders=coders, codes=CODES, unit="character")
    for code, decomposition in found.by_code.items():
        numbers = swept.codes[code]
        observed = 0
        for gives, histogram in zip(numbers.gives.sum(axis=1).tolist(), numbers.histogram.tolist(), strict=True):
            observed += sum(units * r * (gives - r) for r, units in enumerate(histogram) if gives >= 2)
        passages = [each for each in found.passages if each.code == code]
        assert decomposition.characters.total == observed == sum(each.disagreement for each in passages)
        assert decomposition.passages == tuple(sum(each.kind is kind for each in passages) for kind in Kind)
        assert decomposition.characters == tuple(sum(each.characters.of(kind) for each in passages) for kind in Kind)
        for each in passages:
            assert each.disagreement == sum(pair.characters for pair in each.pairs) > 0


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders)
def test_the_order_of_coders_codes_and_documents_changes_nothing(
    documents: list[DocumentCodings], coders: list[str]
) -> None:
    def unordered(found: Differences) -> Any:
        return sorted(
            (
                each.document,
                each.code,
                each.kind,
                each.start,
                each.end,
                sorted(each.marked),
                sorted(each.spans),
                each.characters,
            )
            for each in found.passages
        )

    one = between(documents, coders="".join(coders))
    two = between(documents[::-1], coders="".join(coders[::-1]), codes=CODES[::-1])
    assert unordered(one) == unordered(two)
    assert one.by_code == two.by_code


@settings(deadline=None)
@given(documents=projects(everyone=True))
def test_identical_coders_differ_nowhere(documents: list[DocumentCodings]) -> None:
    spans = [{(coder, code): each.spans["A", code] for coder in "ABC" for code in CODES} for each in documents]
    alike = [
        document(one, name=each.document, length=each.length, finished="ABC", excluded=each.excluded)
        for one, each in zip(spans, documents, strict=True)
    ]
    assert between(alike, coders="ABC").passages == ()


def test_missed() -> None:
    found = only([document({("A", "trust"): [(3, 9)]})])
    assert (found.kind, found.start, found.end) == (Kind.MISSED, 3, 9)
    assert (found.marked, found.unmarked, found.spans) == (("A",), ("B",), (("A", 3, 9),))
    assert found.characters == KindCounts(missed=6)


def test_boundary() -> None:
    found = only([document({("A", "trust"): [(3, 9)], ("B", "trust"): [(5, 12)]})])
    assert (found.kind, found.start, found.end) == (Kind.BOUNDARY, 3, 12)
    assert found.characters == KindCounts(boundary=5)


def test_other_code() -> None:
    documents = [document({("A", "trust"): [(0, 10)], ("B", "mistrust"): [(0, 6)]})]
    found = between(documents)
    trust, mistrust = found.passages
    assert (trust.kind, trust.characters) == (Kind.OTHER_CODE, KindCounts(missed=4, other_code=6))
    assert trust.other_codes == (("B", "mistrust", 6),)
    assert (mistrust.kind, mistrust.characters) == (Kind.OTHER_CODE, KindCounts(other_code=6))


def test_another_code_on_less_than_half_of_a_passage_leaves_it_missed() -> None:
    trust, _ = between([document({("A", "trust"): [(0, 10)], ("B", "mistrust"): [(0, 4)]})]).passages
    assert (trust.kind, trust.characters) == (Kind.MISSED, KindCounts(missed=6, other_code=4))
    assert trust.other_codes == (("B", "mistrust", 4),)


def test_a_code_that_both_put_there_stands_for_no_other() -> None:
    spans = {("A", "trust"): [(0, 10)], ("A", "mistrust"): [(0, 10)], ("B", "mistrust"): [(0, 10)]}
    found = between([document(spans)])
    assert [each.kind for each in found.passages] == [Kind.MISSED]
    assert found.passages[0].other_codes == ()


def test_of_three_coders_one_may_draw_boundaries_while_another_misses() -> None:
    spans = {("A", "trust"): [(0, 10)], ("B", "trust"): [(0, 8)]}
    found = only([document(spans, finished="ABC")], coders="ABC")
    assert found.kind is Kind.MISSED
    assert found.characters == KindCounts(missed=18, boundary=2)
    assert found.between("B", "A") == ("A", "B", Kind.BOUNDARY, 2)
    assert found.between("A", "C") == ("A", "C", Kind.MISSED, 10)


def test_touching_spans_are_two_passages() -> None:
    found = between([document({("A", "trust"): [(0, 5)], ("B", "trust"): [(5, 9)]})])
    assert [(each.start, each.end, each.kind) for each in found.passages] == [(0, 5, Kind.MISSED), (5, 9, Kind.MISSED)]


def test_self_overlap_counted_twice() -> None:
    found = only([document({("A", "trust"): [(0, 6), (4, 10), (4, 10)], ("B", "trust"): [(0, 9)]})])
    assert found.characters == KindCounts(boundary=1)
    covering = [document({("A", "trust"): [(0, 6), (4, 10)], ("B", "trust"): [(0, 10)]})]
    assert between(covering).passages == ()
    assert between(covering).by_code["trust"].agreed == 1


def test_excluded_text_left_in() -> None:
    inside = [document({("A", "trust"): [(2, 8)]}, excluded=[(0, 5), (5, 9)])]
    assert between(inside).passages == ()
    assert between(inside).by_code["trust"].agreed == 0
    found = only([document({("A", "trust"): [(2, 8)]}, excluded=[(0, 5)])])
    assert (found.start, found.end, found.characters) == (2, 8, KindCounts(missed=3))


def test_unfinished_documents_read_as_silence() -> None:
    spans = {("A", "trust"): [(0, 9)]}
    assert between([document(spans, finished="A")]).passages == ()
    found = only([document({**spans, ("C", "trust"): [(0, 9)]}, finished="AB")], coders="ABC")
    assert (found.marked, found.unmarked) == (("A",), ("B",))


def test_positions_are_of_the_own_document_and_passages_end_with_it() -> None:
    documents = [
        document({("A", "trust"): [(290, 300)]}, name="d1"),
        document({("A", "trust"): [(0, 5)]}, name="d2"),
    ]
    found = between(documents).passages
    assert [(each.document, each.start, each.end) for each in found] == [("d1", 290, 300), ("d2", 0, 5)]


@pytest.mark.parametrize("number", [63, 64, 65, 130])
def test_any_number_of_codes(number: int) -> None:
    codes = tuple(f"code {place}" for place in range(number))
    found = between([document({("A", codes[0]): [(0, 9)], ("B", codes[-1]): [(0, 9)]})], codes=codes)
    assert [each.kind for each in found.passages] == [Kind.OTHER_CODE, Kind.OTHER_CODE]


def test_nothing_gives_nothing() -> None:
    found = between([])
    assert found.passages == ()
    assert found.by_code["trust"].characters == KindCounts()
    assert between([document({})], codes=()).by_code == {}
    assert between([document({("A", "trust"): [(0, 2)]}, length=2)], coders="A").passages == ()


def test_a_span_outside_its_document_is_refused() -> None:
    with pytest.raises(ValueError, match="not a span of its document"):
        between([document({("A", "trust"): [(0, 400)]})])
