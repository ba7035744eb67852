# SPDX-License-Identifier: MIT
"""The article on screen: what is there, what is on its way, what covers what."""

from dataclasses import replace

import pytest
from ui.models.values import ME, OTHER, TRUST, annotation, article, region

from annotator.domain import CodePoint, Span


def test_reading_order_is_start_then_length() -> None:
    model = article([annotation(5, 9), annotation(0, 3), annotation(5, 20)])
    assert [(entry.span.start, entry.span.end) for entry in model.ordered()] == [(0, 3), (5, 20), (5, 9)]


def test_what_covers_a_place_comes_smallest_first() -> None:
    model = article([annotation(0, 20), annotation(4, 8), annotation(8, 9)])
    assert [entry.span.length for entry in model.at(CodePoint(5))] == [4, 20]
    assert model.at(CodePoint(20)) == []


def test_replacing_tells_what_went_and_what_came() -> None:
    one, two, three = annotation(0, 3), annotation(4, 8), annotation(9, 12)
    model = article([one, two])
    changed = replace(two, memo="new")
    removed, added = model.replace([changed, three])
    assert set(removed) == {one.id, two.id}
    assert added == [changed, three]


def test_replacing_keeps_what_is_on_its_way() -> None:
    model = article([])
    waiting = annotation(0, 3)
    model.put(waiting, pending=True)
    assert model.replace([]) == ([], [])
    assert model.ordered() == [waiting]
    model.put(waiting)
    assert model.pending == set()


def test_dropping_forgets() -> None:
    waiting = annotation(0, 3)
    model = article([waiting])
    model.drop(waiting.id)
    model.drop("nobody")
    assert model.ordered() == []


def test_own_and_others() -> None:
    mine, theirs = annotation(0, 3), annotation(0, 3, coder=OTHER)
    model = article([mine, theirs])
    assert model.is_own(mine)
    assert not model.is_own(theirs)
    assert model.coder_of(theirs) == OTHER
    assert model.coder_of(replace(theirs, coder=TRUST.id)).name == "Unknown coder"


@pytest.mark.parametrize("other", [False, True])
def test_duplicates_are_the_coders_own(other: bool) -> None:
    entry = annotation(0, 3, coder=OTHER if other else ME)
    model = article([entry, region(4, 8)])
    found = model.duplicate(span=Span.of(0, 3), code=TRUST.id)
    assert found == (None if other else entry)
    assert model.duplicate(span=Span.of(4, 8), code=None) is not None
    assert model.duplicate(span=Span.of(0, 4), code=TRUST.id) is None


def test_around() -> None:
    inner, outer = annotation(4, 8), annotation(0, 20)
    model = article([inner, outer])
    assert model.around(inner) == [outer]
    assert model.around(outer) == []
