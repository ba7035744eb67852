# SPDX-License-Identifier: MIT
from collections import Counter
from itertools import islice
from typing import Any

import pytest
from agreement import naive
from agreement.made import CODES, chosen_coders, document, projects
from hypothesis import given, settings, strategies

from annotator.agreement import DocumentCodings, Rule
from annotator.agreement.diagnosis import CoderOnUnit, Reason, UnitDiagnosis, diagnose


def rows(
    documents: list[DocumentCodings], *, coders: str = "AB", unit: str = "sentence", **more: Any
) -> list[UnitDiagnosis]:
    return list(diagnose(documents, coders=coders, codes=["trust"], unit=unit, **more))


@settings(deadline=None)
@given(
    documents=projects(),
    coders=chosen_coders,
    unit=strategies.sampled_from(["character", "sentence", "document"]),
    half=strategies.booleans(),
)
def test_what_counts_is_what_is_measured(
    documents: list[DocumentCodings], coders: list[str], unit: str, half: bool
) -> None:
    rule = Rule.HALF if half else Rule.TOUCHED
    found: Counter[Any] = Counter()
    for each in diagnose(documents, coders=coders, codes=CODES[:1], unit=unit, rule=rule):
        if each.counted:
            values = tuple((one.coder, one.value) for one in each.coders if one.value is not None)
            found[values] += each.remaining if unit == "character" else 1
    expected = Counter(
        tuple(one.items()) for one in naive.units(documents, coders=coders, code=CODES[0], unit=unit, half=half)
    )
    assert found == expected


@settings(deadline=None)
@given(documents=projects(), coders=chosen_coders, unit=strategies.sampled_from(["character", "sentence"]))
def test_every_unit_has_its_row_and_every_absence_its_reason(
    documents: list[DocumentCodings], coders: list[str], unit: str
) -> None:
    found = list(diagnose(documents, coders=coders, codes=CODES, unit=unit))
    for each in found:
        assert [one.coder for one in each.coders] == coders
        assert each.counted is (each.remaining > 0 and sum(one.value is not None for one in each.coders) >= 2)
        for one in each.coders:
            if one.value is None:
                assert one.reason is not None
            elif one.reason is None:
                assert one.marked is one.value
    if unit == "character":
        assert sum(each.end - each.start for each in found) == 2 * sum(each.length for each in documents)


def test_a_counted_unit() -> None:
    (found,) = rows([document({("A", "trust"): [(2, 4)]}, units=[(0, 10)], finished="AB")], coders="ABC")
    assert found.counted
    assert (found.start, found.end, found.remaining, found.marked_by) == (0, 10, 10, ("A",))
    assert found.coders == (
        CoderOnUnit("A", marked=True, value=True, reason=None),
        CoderOnUnit("B", marked=False, value=False, reason=None),
        CoderOnUnit("C", marked=False, value=None, reason=Reason.NOT_FINISHED),
    )
    assert found.because(Reason.NOT_FINISHED) == ("C",)


def test_an_excluded_unit() -> None:
    (found,) = rows([document({("A", "trust"): [(2, 4)]}, units=[(0, 10)], excluded=[(0, 12)])])
    assert (found.counted, found.reason, found.remaining, found.marked_by) == (False, Reason.EXCLUDED, 0, ("A",))
    assert found.because(Reason.EXCLUDED) == ("A", "B")
    assert [each.value for each in found.coders] == [None, None]


def test_a_mark_on_the_excluded_part_of_a_unit() -> None:
    (found,) = rows([document({("A", "trust"): [(2, 4)]}, units=[(0, 10)], excluded=[(0, 5)])])
    assert found.counted
    assert found.coders[0] == CoderOnUnit("A", marked=True, value=False, reason=Reason.EXCLUDED)


def test_less_than_half() -> None:
    (found,) = rows([document({("A", "trust"): [(2, 4)], ("B", "trust"): [(5, 10)]}, units=[(0, 10)])], rule=Rule.HALF)
    assert found.coders == (
        CoderOnUnit("A", marked=True, value=False, reason=Reason.LESS_THAN_HALF),
        CoderOnUnit("B", marked=True, value=True, reason=None),
    )


@pytest.mark.parametrize(
    ("finished", "known", "reason"),
    [
        ("", None, Reason.FINISHED_BY_NOBODY),
        ("B", None, Reason.FINISHED_BY_ONE),
        ("AB", {"A": frozenset({"trust"}), "B": frozenset()}, Reason.CODE_NOT_IN_CODEBOOK),
    ],
)
def test_a_document_that_does_not_count(finished: str, known: Any, reason: Reason) -> None:
    found = rows([document({}, finished=finished, codes_known=known, units=[(0, 10)])])
    assert [each.reason for each in found] == [reason]
    if known:
        assert found[0].because(Reason.CODE_NOT_IN_CODEBOOK) == ("B",)


def test_characters_come_in_stretches_of_the_stored_text() -> None:
    found = rows([document({("A", "trust"): [(2, 8)]}, length=12, excluded=[(4, 6)])], unit="character")
    assert [(each.start, each.end, each.remaining, each.marked_by) for each in found] == [
        (0, 2, 2, ()),
        (2, 4, 2, ("A",)),
        (4, 6, 0, ("A",)),
        (6, 8, 2, ("A",)),
        (8, 12, 4, ()),
    ]


def test_self_overlap_counted_twice() -> None:
    spans = {("A", "trust"): [(0, 3), (1, 4), (1, 4)]}
    (found,) = rows([document(spans, units=[(0, 10)])], rule=Rule.HALF)
    assert found.coders[0].reason is Reason.LESS_THAN_HALF


def test_rows_are_made_as_they_are_asked_for() -> None:
    good, bad = document({}, units=[(0, 5)]), document({("A", "trust"): [(0, 400)]}, units=[(0, 5)])
    found = diagnose([good, bad], coders="AB", codes=["trust"], unit="sentence")
    assert [each.start for each in islice(found, 1)] == [0]
    with pytest.raises(ValueError, match="not a span of its document"):
        next(found)


def test_a_document_without_the_bounds_that_are_asked_for_is_refused() -> None:
    with pytest.raises(ValueError, match="comes without its sentence bounds"):
        rows([document({})])


def test_an_empty_document_has_no_units() -> None:
    assert rows([document({}, length=0)], unit="document") == []
    assert rows([document({}, length=0)], unit="character") == []
