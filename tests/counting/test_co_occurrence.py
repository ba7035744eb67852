# SPDX-License-Identifier: MIT
"""Co-occurrence against brute force over pairs of passages and over single characters and units."""

from itertools import permutations

import pytest
from counting.coded_articles import CODERS, CODES, LENGTH, coded_articles, covered, places
from counting.test_relations import stand
from hypothesis import given
from hypothesis import strategies as st

from annotator.counting.articles import Basis, CodedArticle, Frame
from annotator.counting.co_occurrence import TOO_MANY_PAIRS, UNDEFINED, Figures, co_occurrences
from annotator.counting.relations import grouped_by_coder
from annotator.counting.selecting import selected
from annotator.counting.selection import Relation
from annotator.domain import Annotation, Document, Span


def units_of(article, relation):
    """The units as sets of characters; a character is one of its own."""
    if relation is Relation.ARTICLE:
        return [set(range(LENGTH))]
    if relation in (Relation.SENTENCE, Relation.PARAGRAPH):
        return [set(range(*unit)) for unit in article.units]
    return [{place} for place in range(LENGTH) if place not in covered(article.excluded)]


def by_hand(articles, coder, first, second, relation):
    pairs, in_pairs, totals, units = 0, {first: set(), second: set()}, {first: 0, second: 0}, [0, 0, 0, 0]
    is_known = False
    for article in articles:
        groups = grouped_by_coder(article.annotations)
        for who, name in {*groups, *article.finished}:
            if who != coder:
                continue
            group = groups.get((who, name), [])
            is_known |= {first, second} <= article.finished.get((who, name), frozenset())
            for one, other in permutations(group, 2):
                if (one.code, other.code) == (first, second) and stand(one, other, relation, article.units):
                    pairs += 1
                    in_pairs[first].add(one.id)
                    in_pairs[second].add(other.id)
            held = {
                code: set().union(*(places(each) for each in group if each.code == code)) for code in (first, second)
            }
            for code in held:
                totals[code] += sum(each.code == code for each in group)
            for unit in units_of(article, relation):
                touched = [bool(unit & held[first]), bool(unit & held[second])]
                units = [before + now for before, now in zip(units, (*touched, all(touched), True), strict=True)]
    if not pairs and not is_known:
        return None
    return Figures(
        pairs, len(in_pairs[first]), len(in_pairs[second]), totals[first], totals[second], units[0], units[1], units[2],
        units[3],
    )  # fmt: skip


@given(coded_articles(), st.sampled_from(Relation))
def test_each_coder_is_counted_as_by_hand(articles, relation):
    rows = co_occurrences(articles, Frame(codes=CODES, coders=CODERS), relation=relation)
    assert len(rows) == len(CODERS) * (6 if relation is Relation.INSIDE else 3)
    for row in rows:
        wanted = by_hand(articles, row.coder, row.first, row.second, relation)
        assert row.figures == wanted
        assert (row.status == UNDEFINED) is (wanted is None)
        if wanted:
            assert row.passages == wanted.first_in_pairs + wanted.second_in_pairs


@given(coded_articles(), st.sampled_from(Relation))
def test_the_mean_is_of_each_figure(articles, relation):
    for row in co_occurrences(articles, Frame(codes=CODES, coders=CODERS, basis=Basis.MEAN), relation=relation):
        behind = [one for coder in CODERS if (one := by_hand(articles, coder, row.first, row.second, relation))]
        assert row.coders == len(behind)
        if behind:
            assert row.figures.pairs == pytest.approx(sum(each.pairs for each in behind) / len(behind))
            assert row.figures.units == pytest.approx(sum(each.units for each in behind) / len(behind))


@given(coded_articles(), st.sampled_from(Relation), st.sampled_from(Basis))
def test_every_row_leads_to_its_passages(articles, relation, basis):
    for row in co_occurrences(articles, Frame(codes=CODES, coders=CODERS, basis=basis), relation=relation):
        found = [
            each
            for article in articles
            for each in selected(article.annotations, row.selection, units=lambda article=article: article.units)
        ]
        assert len(found) == row.passages


@given(coded_articles(), st.sampled_from(Relation))
def test_coefficients_lie_between_0_and_1(articles, relation):
    for row in co_occurrences(articles, Frame(codes=CODES, coders=CODERS), relation=relation):
        if row.figures:
            for value in (row.figures.c_coefficient, row.figures.jaccard):
                assert value is None or 0 <= value <= 1


def test_a_passage_that_holds_many_has_no_c():
    spans = [("trust", 0, 20), ("doubt", 1, 2), ("doubt", 3, 4), ("trust", 0, 19), ("doubt", 5, 6)]
    passages = [
        Annotation(f"{place}", "d", "anna", code, Span.of(*span), "") for place, (code, *span) in enumerate(spans)
    ]
    article = CodedArticle(document=Document("d", "d", "", LENGTH), annotations=passages)
    frame = Frame(codes=("trust", "doubt"), coders=("anna",))
    (row,) = co_occurrences([article], frame, relation=Relation.OVERLAP)
    assert (row.figures.pairs, row.figures.c_coefficient, row.status) == (6, None, TOO_MANY_PAIRS)
    assert row.figures.jaccard == pytest.approx(3 / 20)
    assert row.figures.expected == pytest.approx(20 * 3 / 24)
