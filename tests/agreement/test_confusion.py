# SPDX-License-Identifier: MIT
from itertools import permutations, product
from typing import Any

import pytest
from agreement.made import CODES, chosen_coders, document, projects
from hypothesis import given, settings

from annotator.agreement import DocumentCodings
from annotator.agreement.confusion import NOTHING, Confusion, Confusions
from annotator.agreement.measuring import sweep

LABELS = (*CODES, NOTHING)


def between(documents: list[DocumentCodings], *, coders: str = "AB", codes: tuple[str, ...] = CODES) -> Confusions:
    return Confusions.of(documents, coders=coders, codes=codes)


def cells_at(each: DocumentCodings, place: int, *, one: str, two: str) -> set[tuple[str | None, str | None]]:
    """The cells of one character, as the rule is told."""
    codes = [code for code in CODES if each.gives_value(one, code=code) and each.gives_value(two, code=code)]
    first, second = (
        {code for code in codes if any(start <= place < end for start, end in each.spans.get((coder, code), ()))}
        for coder in (one, two)
    )
    alone, other = first - second or {NOTHING}, second - first or {NOTHING}
    cells = {(code, code) for code in first & second} | set(product(alone, other))
    return cells if not first and not second else cells - {(NOTHING, NOTHING)}


def naive(
    documents: list[DocumentCodings], row: Any, column: Any, *, one: str, two: str
) -> list[tuple[str, int, int, int]]:
    """The passages of a cell, character by character."""
    found = []
    for each in documents:
        if not {one, two} <= each.finished:
            continue
        excluded = {place for start, end in each.excluded for place in range(start, end)}
        run: list[int] = []
        for place in [place for place in range(each.length) if place not in excluded] + [-1]:
            if place >= 0 and (row, column) in cells_at(each, place, one=one, two=two):
                run.append(place)
            elif run:
                found.append((each.document, run[0], run[-1] + 1, len(run)))
                run = []
    return found


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders)
def test_every_cell_equals_looking_at_every_character(documents: list[DocumentCodings], coders: list[str]) -> None:
    found = between(documents, coders="".join(coders))
    one, two = coders[:2]
    table = found.of_pair(one, two)
    for row, column in product(LABELS, LABELS):
        expected = naive(documents, row, column, one=one, two=two)
        passages = found.passages(row, column, coders=(one, two))
        assert [(each.document, each.start, each.end, each.characters) for each in passages] == expected
        assert {each.coders for each in passages} <= {(one, two)}
        assert table.cell(row, column) == (sum(each[3] for each in expected), len(expected))


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders)
def test_the_other_way_round_is_transposed_and_all_together_symmetric(
    documents: list[DocumentCodings], coders: list[str]
) -> None:
    found = between(documents, coders="".join(coders))
    one, other = found.of_pair(coders[0], coders[1]), found.of_pair(coders[1], coders[0])
    overall = found.overall()
    for row, column in product(LABELS, LABELS):
        assert one.cell(row, column) == other.cell(column, row)
        assert overall.cell(row, column) == overall.cell(column, row)
        pairs = [found.of_pair(*pair).cell(row, column) for pair in permutations(coders, 2)]
        assert overall.cell(row, column) == (sum(cell[0] for cell in pairs), sum(cell[1] for cell in pairs))
        assert len(found.passages(row, column)) == overall.cell(row, column)[1]


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders)
def test_the_diagonal_is_what_both_coded(documents: list[DocumentCodings], coders: list[str]) -> None:
    table = between(documents, coders="".join(coders)).of_pair(coders[0], coders[1])
    swept = sweep(documents, coders=coders[:2], codes=CODES, unit="character")
    for code in CODES:
        both = 0 if not swept.documents else sum(pair.sums.both.sum() for pair in swept.codes[code].pairs())
        assert table.cell(code, code)[0] == both


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders)
def test_the_order_of_codes_and_documents_changes_nothing(documents: list[DocumentCodings], coders: list[str]) -> None:
    one = between(documents, coders="".join(coders)).overall()
    two = between(documents[::-1], coders="".join(coders[::-1]), codes=CODES[::-1]).overall()
    for row, column in product(LABELS, LABELS):
        assert one.cell(row, column) == two.cell(row, column)


def table(spans: Any, **more: Any) -> Confusion:
    return between([document(spans, length=20, **more)]).of_pair("A", "B")


def test_a_code_against_another() -> None:
    found = table({("A", "trust"): [(0, 10)], ("B", "mistrust"): [(4, 14)]})
    assert found.characters == ((0, 6, 4), (0, 0, 0), (0, 4, 6))
    assert found.passages == ((0, 1, 1), (0, 0, 0), (0, 1, 1))


def test_a_shared_code_is_not_confused_with_a_further_one() -> None:
    found = table({("A", "trust"): [(0, 10)], ("A", "mistrust"): [(0, 10)], ("B", "trust"): [(0, 10)]})
    assert found.cell("trust", "trust") == (10, 1)
    assert found.cell("mistrust", NOTHING) == (10, 1)
    assert found.cell("mistrust", "trust") == (0, 0)
    assert found.cell(NOTHING, NOTHING) == (10, 1)


def test_excluded_text_left_in() -> None:
    found = between([document({("A", "trust"): [(2, 12)]}, length=20, excluded=[(4, 8)])])
    (passage,) = found.passages("trust", NOTHING)
    assert (passage.start, passage.end, passage.characters, passage.coders) == (2, 12, 6, ("A", "B"))


def test_unfinished_documents_read_as_silence() -> None:
    found = table({("A", "trust"): [(0, 10)]}, finished="A")
    assert found.characters == ((0, 0, 0),) * 3


def test_self_overlap_counted_twice() -> None:
    assert table({("A", "trust"): [(0, 6), (4, 10), (4, 10)]}).cell("trust", NOTHING) == (10, 1)


def test_nothing_gives_an_empty_table() -> None:
    assert between([]).overall().characters == ((0, 0, 0),) * 3
    assert between([document({}, length=7)], codes=()).of_pair("A", "B").characters == ((7,),)
    assert between([], coders="A").overall().coders is None


def test_who_is_not_known_is_refused() -> None:
    found = between([document({})])
    with pytest.raises(ValueError, match="not in"):
        found.of_pair("A", "X")
    with pytest.raises(ValueError, match="not in"):
        found.passages("hope", NOTHING)
    with pytest.raises(ValueError, match="not in"):
        found.overall().cell("hope", NOTHING)
