# SPDX-License-Identifier: MIT
"""Copies of one article: proposed, confirmed, parted, and what holds where agreement clusters articles."""

import pytest
from operations.conftest import closed
from operations.replicas import ANNA, MARA

from annotator import operations
from annotator.domain import Document, DocumentId, Refused
from annotator.operations.agreement_gathering import near_identical_documents
from annotator.operations.article_copies import confirmed_groups, groups_that_hold
from annotator.store import queries

LINES = [f"Sentence number {n} tells what delegate {n * 7} said about treaty {n * 13} today." for n in range(60)]


@pytest.fixture
def articles(project, tmp_path):
    """Take in three versions of one column and give their identities; two articles of another kind are there."""
    for name, kept in (("a.txt", LINES), ("b.txt", LINES[:40]), ("c.txt", LINES[20:])):
        (tmp_path / name).write_text("\n".join(kept), encoding="utf-8")
    operations.import_texts(project, author=MARA.id, paths=[tmp_path / name for name in ("a.txt", "b.txt", "c.txt")])
    return [each.id for each in queries.documents(project.live)][2:]


def confirm(project, *documents):
    return operations.confirm_duplicates(project, author=MARA.id, documents=documents)


def found(project):
    return [[each.id for each in group.documents] for group in operations.similar_articles(project)]


def clusters(project):
    return [list(group) for group in operations.gather(project).groups]


def test_groups_are_proposed_with_the_figures_of_their_pairs(project, articles):
    (group,) = operations.similar_articles(project)
    assert [each.id for each in group.documents] == articles
    assert not group.is_confirmed
    assert {(pair.first, pair.second) for pair in group.pairs} == {
        (articles[0], articles[1]), (articles[0], articles[2]), (articles[1], articles[2]),
    }  # fmt: skip
    assert all(0.10 <= pair.containment <= 1 and pair.jaccard <= pair.containment for pair in group.pairs)


def test_what_the_lead_confirms_holds_against_what_is_computed(project, articles):
    first, second, third = articles
    assert clusters(project) == [articles]
    made = confirm(project, first, second)
    assert (made.verb, [each.id for each in made.value]) == ("confirm duplicates", [first, second])
    assert found(project) == clusters(project) == [[first, second]]
    assert operations.similar_articles(project)[0].is_confirmed
    confirm(project, third)
    assert found(project) == [[first, second]]
    operations.part_duplicates(project, author=MARA.id, documents=[first, second, third])
    assert found(project) == [articles]
    operations.undo(project, coder=MARA.id)
    assert found(project) == [[first, second]]


def test_articles_that_share_nothing_may_be_confirmed_too(project, articles, documents):
    pair = [documents["plain.txt"].id, documents["rare.txt"].id]
    confirm(project, *pair)
    assert found(project) == clusters(project) == [pair, articles]
    assert operations.similar_articles(project)[0].pairs == ()


def test_an_article_that_is_confirmed_alone_is_alone(project, articles):
    first, second, third = articles
    confirm(project, first)
    assert found(project) == clusters(project) == [[second, third]]


def test_the_same_again_writes_nothing(project, articles):
    confirm(project, *articles)
    before = operations.info(project).journal_digest
    assert not confirm(project, *reversed(articles)).verb
    operations.part_duplicates(project, author=MARA.id, documents=[])
    assert operations.info(project).journal_digest == before


def test_two_copies_in_which_the_same_was_confirmed_agree(project, articles, sent):
    theirs = sent(coder=MARA, name="mara.annotator")
    confirm(project, *articles)
    operations.confirm_duplicates(theirs, author=MARA.id, documents=articles)
    operations.merge(project, author=MARA.id, paths=[closed(theirs)])
    assert operations.check(project) == []


def test_only_the_lead_confirms_and_only_what_is_there(project, articles):
    with pytest.raises(Refused, match="Only the lead"):
        operations.confirm_duplicates(project, author=ANNA.id, documents=articles)
    with pytest.raises(Refused, match="Only the lead"):
        operations.part_duplicates(project, author=ANNA.id, documents=articles)
    with pytest.raises(Refused, match="Name the articles"):
        confirm(project)
    with pytest.raises(Refused, match="not in the project"):
        confirm(project, articles[0], DocumentId("nowhere"))


def test_history_tells_of_it(project, articles):
    confirm(project, *articles)
    assert "and 2 other articles are copies of one article" in next(iter(operations.whole_history(project))).sentence


def documents_in(**groups):
    return [Document(DocumentId(name), name, "", 1, duplicate_group=group) for name, group in groups.items()]


@pytest.mark.parametrize(
    ("groups", "computed", "held"),
    [
        ({"a": "", "b": "", "c": ""}, ["ab"], ["ab"]),
        ({"a": "1", "b": "", "c": "1"}, ["abc"], ["ac"]),
        ({"a": "1", "b": "2", "c": "3"}, ["abc"], []),
        ({"a": "", "b": "1", "c": "", "d": "1"}, ["ac"], ["ac", "bd"]),
        ({"a": "", "b": "1", "c": "1", "d": ""}, ["abcd"], ["ad", "bc"]),
    ],
)
def test_what_holds(groups, computed, held):
    documents = documents_in(**groups)
    assert ["".join(group) for group in groups_that_hold(documents, computed)] == held
    assert set(confirmed_groups(documents)) <= set(groups_that_hold(documents, computed))


def test_a_sample_draws_by_the_same_groups(project, articles):
    confirm(project, *articles[:2])
    assert [list(each) for each in near_identical_documents(project, queries.documents(project.live))] == [articles[:2]]
