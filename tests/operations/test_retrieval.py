# SPDX-License-Identifier: MIT
import pytest
from operations.counted_study import TEXTS, make
from operations.replicas import ANNA, BEN

from annotator import operations
from annotator.counting.duplicates import Duplicates
from annotator.counting.selection import Selection
from annotator.domain import UsageError
from annotator.operations import FIRST_QUOTE, QuoteContext, QuoteOrder
from annotator.store import queries


@pytest.fixture
def study(tmp_path):
    made = make(tmp_path / "study.annotator")
    yield made
    operations.close_project(made)


def everything(project):
    """What is there, read without what retrieval reads by: all but what lies in the excluded stretch."""
    first = queries.documents(project.live)[0].id
    return [each for each in queries.annotations(project.live) if each.document != first or each.span.end > 22]


def ids(passages):
    return [each.annotation.id for each in passages]


@pytest.mark.parametrize("order", QuoteOrder)
@pytest.mark.parametrize("size", [1, 7, 1000])
def test_pages_give_every_passage_once_in_the_order_of_all(study, order, size):
    retrieval = operations.retrieve(study, order=order)
    found, cursor = [], FIRST_QUOTE
    while cursor is not None:
        page = retrieval.page(cursor, size=size)
        assert len(page.passages) <= size
        found += page.passages
        cursor = page.following
    assert ids(found) == ids(retrieval.passages())
    assert sorted(ids(found)) == sorted(each.id for each in everything(study))
    assert retrieval.count() == len(found)


def test_orders_are_what_they_say(study):
    places = {each.id: place for place, each in enumerate(queries.documents(study.live))}
    keys = {
        QuoteOrder.ARTICLE: lambda each: (places[each.document.id], each.start, -each.end),
        QuoteOrder.DATE: lambda each: (each.document.date or "~", places[each.document.id], each.start, -each.end),
        QuoteOrder.CODE: lambda each: (each.code.position, places[each.document.id], each.start, -each.end),
        QuoteOrder.CODER: lambda each: (each.coder.name, places[each.document.id], each.start, -each.end),
    }
    for order, key in keys.items():
        found = list(map(key, operations.retrieve(study, order=order).passages()))
        assert found == sorted(found)


def test_the_context_is_what_stands_around(study):
    for length in (0, 1, 5, 10_000):
        for each in operations.retrieve(study, context=QuoteContext(length)).passages():
            text = TEXTS[each.document.position]
            assert text[: each.start].endswith(each.before)
            assert text[each.end :].startswith(each.after)
            assert length <= len(each.before) + 8 or each.start < length + 8
            assert (length > 0) or (each.before, each.after) == ("", "")


@pytest.mark.parametrize("unit", ["sentence", "paragraph"])
def test_the_context_may_be_the_rest_of_a_unit(study, unit):
    from annotator.operations.unit_bounds import unit_bounds

    for each in operations.retrieve(study, context=QuoteContext(unit=unit)).passages():
        text = TEXTS[each.document.position]
        edges = unit_bounds(text, sha256=each.document.text_sha256, unit=unit)
        begin, end = each.start - len(each.before), each.end + len(each.after)
        assert begin in {start for start, _ in edges} or not each.before
        assert end in {finish for _, finish in edges} or not each.after


@pytest.mark.parametrize("wrong", [{"length": -1}, {"length": 10_001}, {"unit": "page"}])
def test_other_contexts_are_refused(wrong):
    with pytest.raises(UsageError):
        QuoteContext(**wrong)


def test_duplicates_are_settled_before_anything_else_is_asked(study):
    for policy in Duplicates:
        whole = set(ids(operations.retrieve(study, selection=Selection(duplicates=policy)).passages()))
        for further in ({"coders": (BEN.id,)}, {"since": "2026-03"}, {"words": "e"}):
            part = operations.retrieve(study, selection=Selection(duplicates=policy, **further))
            alone = operations.retrieve(study, selection=Selection(**further))
            assert set(ids(part.passages())) == whole & set(ids(alone.passages()))


def test_one_of_a_group_of_copies_counts(study):
    selection = Selection(duplicates=Duplicates.GROUP, coders=(ANNA.id,))
    found = list(operations.retrieve(study, selection=selection).passages())
    keys = [(each.document.duplicate_group or each.document.id, each.annotation.round, each.code.id) for each in found]
    assert len(set(keys)) == len(keys)


def test_nothing_is_an_empty_page(study):
    page = operations.retrieve(study, selection=Selection(words="nobody wrote this")).page()
    assert (page.passages, page.following) == ((), None)
