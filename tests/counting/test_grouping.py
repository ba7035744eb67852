# SPDX-License-Identifier: MIT
"""Frequencies against counting by hand, one character and one coder at a time."""

import pytest
from counting.coded_articles import CODERS, CODES, coded_articles, covered, places
from hypothesis import given
from hypothesis import strategies as st

from annotator.counting.articles import Basis, Frame
from annotator.counting.grouping import UNDEFINED, grouped, ratio
from annotator.counting.groupings import by_attribute, by_field, by_period, frequencies_by
from annotator.counting.periods import Period, period_of
from annotator.counting.selecting import is_wanted, selected

KINDS = ("all", "article", "round", "field", "attribute", "month")


def grouping_of(kind, articles):
    return {
        "all": lambda: frequencies_by(()), "article": lambda: frequencies_by(("article",)),
        "round": lambda: frequencies_by(("round",)), "field": lambda: by_field("outlet", ("Post",)),
        "attribute": lambda: by_attribute("speaker", ("Ada",)),
        "month": lambda: by_period(Period.MONTH, [each.document for each in articles]),
    }[kind]()  # fmt: skip


def group(kind, document, round_name, speaker):
    return {
        "all": (), "article": (document.id,), "round": (round_name,), "field": (document.outlet,),
        "attribute": (speaker,), "month": (period_of(document.date, Period.MONTH),),
    }[kind]  # fmt: skip


def by_hand(articles, kind, coder, code, wanted):
    """Give annotations, articles, characters and articles coded; None where nothing is known."""
    annotations, characters, with_code, coded = 0, 0, set(), set()
    for article in articles:
        here = [
            each
            for each in article.annotations
            if (each.coder, each.code) == (coder, code)
            and group(kind, article.document, each.round, each.attributes["speaker"]) == wanted
        ]
        annotations += len(here)
        for name in {each.round for each in here}:
            characters += len(
                set().union(*(places(each) for each in here if each.round == name)) - covered(article.excluded)
            )
        if here:
            with_code.add(article.document.id)
        silent = any(
            who == coder
            and code in known
            and (kind == "attribute" or group(kind, article.document, name, "") == wanted)
            for (who, name), known in article.finished.items()
        )
        if here or silent:
            coded.add(article.document.id)
    return (annotations, len(with_code), characters, len(coded)) if coded else None


@given(coded_articles(), st.sampled_from(KINDS))
def test_each_coder_is_counted_as_by_hand(articles, kind):
    rows = grouped(articles, Frame(codes=CODES, coders=CODERS), grouping_of(kind, articles))
    assert len({(row.coder, row.code, row.group) for row in rows}) == len(rows)
    for row in rows:
        wanted = by_hand(articles, kind, row.coder, row.code, row.group)
        found = (row.annotations, row.articles, row.characters, row.articles_coded)
        assert found == (wanted or (None,) * 4)
        assert row.status == ("" if wanted else UNDEFINED)
        assert row.passages == (row.annotations or 0)
    total = sum(row.passages for row in rows)
    assert total == sum(len(article.annotations) for article in articles)


@given(coded_articles(), st.sampled_from(KINDS))
def test_the_mean_is_over_those_who_have_a_figure(articles, kind):
    grouping = grouping_of(kind, articles)
    for row in grouped(articles, Frame(codes=CODES, coders=CODERS, basis=Basis.MEAN), grouping):
        behind = [one for coder in CODERS if (one := by_hand(articles, kind, coder, row.code, row.group))]
        assert row.coders == len(behind)
        if not behind:
            assert row.annotations is None
            continue
        means = [sum(each) / len(behind) for each in zip(*behind, strict=True)]
        assert [row.annotations, row.articles, row.characters, row.articles_coded] == pytest.approx(means)
        assert row.passages == sum(each[0] for each in behind)


@given(coded_articles(), st.sampled_from(KINDS), st.sampled_from(Basis))
def test_every_row_leads_to_its_passages(articles, kind, basis):
    for row in grouped(articles, Frame(codes=CODES, coders=CODERS, basis=basis), grouping_of(kind, articles)):
        found = [
            each
            for article in articles
            if is_wanted(article.document, row.selection)
            for each in selected(article.annotations, row.selection)
        ]
        assert len(found) == row.passages


@given(coded_articles(), st.sampled_from(KINDS))
def test_shares_add_up(articles, kind):
    rows = grouped(articles, Frame(codes=CODES, coders=CODERS), grouping_of(kind, articles))
    for coder in CODERS:
        for name in {row.group for row in rows}:
            shares = [row.share for row in rows if (row.coder, row.group) == (coder, name) and row.share is not None]
            assert not shares or sum(shares) == pytest.approx(1)
        for code in CODES:
            shares = [row.group_share for row in rows if (row.coder, row.code) == (coder, code)]
            known = [each for each in shares if each is not None]
            assert not known or sum(known) == pytest.approx(1)


def test_nothing_is_divided_by_nothing():
    assert [ratio(1, 0), ratio(None, 2), ratio(1, None), ratio(0, 2)] == [None, None, None, 0]
