# SPDX-License-Identifier: MIT
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from merging.made_clusters import CODERS, CODES, finished, identity, mark, marks, naive_clusters

from annotator.domain import DocumentId, Grouping, Span
from annotator.merging.clusters import Cluster, ClusterKind, basis_of, clusters_of, joined, shared_characters

EVERYONE = finished(0, 1, 2, 3)
DOCUMENT = DocumentId("01900000-0000-7000-8000-0000000000d1")


def grouping(number, *members):
    return Grouping(f"g{number}", DOCUMENT, "main", CODES[0], tuple(identity(each) for each in members))


def parts(clusters):
    return {frozenset(cluster.members) for cluster in clusters}


def names(*numbers):
    return frozenset(identity(number) for number in numbers)


@given(marks())
def test_clusters_are_those_found_character_by_character(given_marks):
    assert parts(clusters_of(given_marks, finished=EVERYONE)) == naive_clusters(given_marks)


@given(marks(codes=2), st.randoms())
def test_the_order_of_marks_and_coders_is_irrelevant(given_marks, chance):
    shuffled = random.Random(chance.random()).sample(given_marks, len(given_marks))
    backwards = dict(reversed(EVERYONE.items()))
    assert clusters_of(given_marks, finished=EVERYONE) == clusters_of(shuffled, finished=backwards)


def test_touching_ends_are_two_clusters():
    assert len(clusters_of([mark(1, 0, 0, 5), mark(2, 1, 5, 9)], finished=EVERYONE)) == 2


def test_a_word_and_a_longer_passage_with_it_are_one_cluster():
    (cluster,) = clusters_of([mark(1, 0, 0, 14), mark(2, 1, 8, 14)], finished=finished(0, 1))
    assert (cluster.kind, cluster.start, cluster.end) == (ClusterKind.BOUNDARY, 0, 14)


def test_identical_stacked_spans_of_a_coder_are_one():
    (cluster,) = clusters_of([mark(1, 0, 0, 5), mark(2, 0, 0, 5), mark(3, 1, 0, 5)], finished=finished(0, 1))
    assert cluster.versions == {CODERS[0]: (Span.of(0, 5),), CODERS[1]: (Span.of(0, 5),)}
    assert cluster.kind is ClusterKind.NONE
    assert len(cluster.marks) == 3


def test_own_overlaps_count_as_what_they_cover_together():
    (cluster,) = clusters_of([mark(1, 0, 0, 5), mark(2, 0, 3, 9), mark(3, 1, 0, 9)], finished=finished(0, 1))
    assert cluster.kind is ClusterKind.NONE


@pytest.mark.parametrize(
    ("several", "people", "kind"),
    [
        ([(0, 0, 9), (1, 0, 9)], (0, 1), ClusterKind.NONE),
        ([(0, 0, 9), (1, 2, 9)], (0, 1), ClusterKind.BOUNDARY),
        ([(0, 0, 9), (1, 0, 4), (1, 4, 9)], (0, 1), ClusterKind.SEGMENTATION),
        ([(0, 0, 9), (1, 0, 3), (1, 6, 9)], (0, 1), ClusterKind.SEGMENTATION),
        ([(0, 0, 9)], (0, 1), ClusterKind.OMISSION),
        ([(0, 0, 9), (1, 0, 3), (1, 6, 9)], (0, 1, 2), ClusterKind.OMISSION),
        ([(0, 0, 9)], (0,), ClusterKind.NONE),
    ],
)
def test_kinds_of_difference(several, people, kind):
    given_marks = [mark(number, *place) for number, place in enumerate(several)]
    (cluster,) = clusters_of(given_marks, finished=finished(*people))
    assert cluster.kind is kind


def test_silence_counts_only_of_those_who_finished_and_had_the_code():
    with_other_codes = finished(0, 1) | finished(2, codes=())
    (cluster,) = clusters_of([mark(1, 0, 0, 5), mark(2, 3, 0, 5)], finished=with_other_codes)
    assert cluster.silent == (CODERS[1],)
    assert cluster.members == (identity(1),), "who has not finished takes no part"


def test_a_split_holds_against_the_chain_and_a_join_makes_one():
    chain = [mark(1, 0, 0, 4), mark(2, 1, 2, 8), mark(3, 0, 6, 10)]
    assert len(clusters_of(chain, finished=EVERYONE)) == 1
    split = [grouping(1, 1, 2), grouping(2, 3)]
    assert parts(clusters_of(chain, finished=EVERYONE, groupings=split)) == {names(1, 2), names(3)}
    again = [*split, grouping(3, 1, 2, 3)]
    assert parts(clusters_of(chain, finished=EVERYONE, groupings=again)) == {names(1, 2, 3)}
    apart = [mark(1, 0, 0, 4), mark(2, 1, 6, 8)]
    assert parts(clusters_of(apart, finished=EVERYONE, groupings=[grouping(1, 1, 2)])) == {names(1, 2)}


def test_what_comes_after_a_split_belongs_where_it_shares_most():
    split = [grouping(1, 1, 2), grouping(2, 3)]
    later = [mark(1, 0, 0, 4), mark(2, 1, 2, 8), mark(3, 0, 6, 10), mark(4, 2, 7, 12), mark(5, 3, 14, 16)]
    expected = {names(1, 2), names(3, 4), names(5)}
    assert parts(clusters_of(later, finished=EVERYONE, groupings=split)) == expected


def test_a_grouping_of_what_is_gone_is_nothing():
    found = clusters_of([mark(1, 0, 0, 4)], finished=EVERYONE, groupings=[grouping(1, 7, 8)])
    assert parts(found) == {names(1)}


@given(marks(codes=2))
def test_the_basis_knows_place_code_and_coder(given_marks):
    assert basis_of(given_marks) == basis_of(reversed(given_marks))
    for place, each in enumerate(given_marks):
        moved = mark(99, 0, 0, 1)
        for other in (
            type(each)(each.annotation, each.coder, each.code, Span.of(each.span.start, each.span.end + 1)),
            type(each)(moved.annotation, each.coder, each.code, each.span),
            type(each)(each.annotation, each.coder, CODES[1 - CODES.index(each.code)], each.span),
            type(each)(each.annotation, CODERS[CODERS.index(each.coder) - 1], each.code, each.span),
        ):
            assert basis_of([*given_marks[:place], other, *given_marks[place + 1 :]]) != basis_of(given_marks)


def test_the_basis_does_not_change_with_the_program():
    expected = "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945"
    assert basis_of(()) == expected, "the SHA-256 of []"


def test_joined_and_shared():
    assert joined([Span.of(4, 6), Span.of(0, 3), Span.of(2, 4)]) == (Span.of(0, 4), Span.of(4, 6))
    assert shared_characters([Span.of(0, 5), Span.of(3, 8)], [Span.of(4, 6), Span.of(5, 7)]) == 3


def test_a_cluster_of_nobody_has_only_voters():
    cluster = Cluster.of((), code=CODES[0], voters=CODERS[:2])
    assert (cluster.members, cluster.silent) == ((), CODERS[:2])
