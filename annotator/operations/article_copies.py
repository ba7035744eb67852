# SPDX-License-Identifier: MIT
"""Copies of one article in several outlets: proposed by what their texts share, confirmed by the lead.

A confirmed group counts as one cluster in the bootstrap of agreement and as one article where copies are
counted once. What the lead confirmed is what holds; for all other articles what was computed does.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.domain import CoderId, Document, DocumentId, Refused
from annotator.domain.identifiers import derived_uuid
from annotator.operations.outcome import EVERYTHING, Outcome
from annotator.operations.passages import document_of, require_lead
from annotator.operations.projects import Project
from annotator.store import queries

_CONFIRM, _PART = "confirm duplicates", "part duplicates"


@dataclass(frozen=True, slots=True)
class ArticlePair:
    """Two articles and how much of them is the same: shares of their 5-grams (:mod:`annotator.text.similar`)."""

    first: DocumentId
    second: DocumentId
    shared: int
    containment: float
    jaccard: float


@dataclass(frozen=True, slots=True)
class SimilarGroup:
    """Articles that are joined by similar pairs, in the order of the project, and these pairs.

    ``is_confirmed`` says that the lead has confirmed exactly these articles as copies of one.
    """

    documents: tuple[Document, ...]
    pairs: tuple[ArticlePair, ...]
    is_confirmed: bool


def similar_articles(project: Project) -> tuple[SimilarGroup, ...]:
    """Give the groups of articles that are taken for copies of one: those that the lead confirmed and the computed.

    Every text is read. What the lead has settled of an article holds against what is computed of it.
    """
    from annotator.text.similar import similar_pairs

    documents = queries.documents(project.live)
    by_text = {each.text_sha256: each.id for each in documents}
    pairs = tuple(
        ArticlePair(by_text[each.first], by_text[each.second], each.shared, each.containment, each.jaccard)
        for each in similar_pairs((each.text_sha256, project.texts.body(each.text_sha256)) for each in documents)
    )
    confirmed = confirmed_groups(documents)
    known = {each.id: each for each in documents}
    return tuple(
        SimilarGroup(
            tuple(known[each] for each in group),
            tuple(pair for pair in pairs if {pair.first, pair.second} <= set(group)),
            group in confirmed,
        )
        for group in groups_that_hold(documents, _joined(documents, pairs))
    )


def _joined(documents: Sequence[Document], pairs: Sequence[ArticlePair]) -> list[list[DocumentId]]:
    """Give the groups of articles that chains of pairs join, in the order of the documents."""
    group_of = {each.id: [each.id] for each in documents}
    for pair in pairs:
        first, second = group_of[pair.first], group_of[pair.second]
        if first is not second:
            first += second
            group_of |= dict.fromkeys(second, first)
    places = {each.id: place for place, each in enumerate(documents)}
    groups = {id(group): sorted(group, key=places.__getitem__) for group in group_of.values()}
    return list(groups.values())


def confirmed_groups(documents: Sequence[Document]) -> tuple[tuple[DocumentId, ...], ...]:
    """Give the groups that the lead confirmed, each and all in the order of the documents; two articles at least."""
    found: dict[str, list[DocumentId]] = {}
    for each in documents:
        if each.duplicate_group:
            found.setdefault(each.duplicate_group, []).append(each.id)
    return tuple(tuple(group) for group in found.values() if len(group) > 1)


def groups_that_hold(
    documents: Sequence[Document], computed: Sequence[Sequence[DocumentId]]
) -> tuple[tuple[DocumentId, ...], ...]:
    """Give the groups by which articles are counted: the confirmed ones, and what is left of the computed ones.

    An article with which the lead has settled anything leaves its computed group; one that was confirmed
    alone is alone.
    """
    settled = frozenset(each.id for each in documents if each.duplicate_group)
    places = {each.id: place for place, each in enumerate(documents)}
    left = (tuple(each for each in group if each not in settled) for group in computed)
    groups = (*confirmed_groups(documents), *(group for group in left if len(group) > 1))
    return tuple(sorted(groups, key=lambda group: places[group[0]]))


def group_of_copies(documents: Iterable[DocumentId]) -> str:
    """Give the identity of the group of just these articles.

    It is derived, so that two copies of the project in which the same was said agree when they are merged.
    """
    return derived_uuid("duplicates", *sorted(documents))


def confirm_duplicates(
    project: Project, *, author: CoderId, documents: Sequence[DocumentId]
) -> Outcome[tuple[Document, ...]]:
    """Say that these articles are copies of one, as the lead, and of no others; one alone is a copy of nothing.

    What they had been confirmed with before is then on its own. Raises Refused for an article that is not
    in the project, or for none.
    """
    require_lead(project, author, what="says which articles are copies of one another")
    chosen = [document_of(project, each) for each in dict.fromkeys(documents)]
    if not chosen:
        raise Refused("Name the articles that are copies of one another.")
    group = group_of_copies(each.id for each in chosen)
    changed = [each for each in chosen if each.duplicate_group != group]
    if not changed:
        return Outcome(())
    with project.action(author=author, verb=_CONFIRM) as action:
        for each in changed:
            action.write("document", each.id, {"duplicate_group": group})
    return Outcome(_anew(project, chosen), EVERYTHING, _CONFIRM)


def part_duplicates(
    project: Project, *, author: CoderId, documents: Sequence[DocumentId]
) -> Outcome[tuple[Document, ...]]:
    """Take back what was said of these articles, as the lead: what is computed of them holds again."""
    require_lead(project, author, what="says which articles are copies of one another")
    chosen = [each for each in (document_of(project, each) for each in documents) if each.duplicate_group]
    if not chosen:
        return Outcome(())
    with project.action(author=author, verb=_PART) as action:
        for each in chosen:
            action.write("document", each.id, {"duplicate_group": ""})
    return Outcome(_anew(project, chosen), EVERYTHING, _PART)


def _anew(project: Project, documents: Sequence[Document]) -> tuple[Document, ...]:
    return tuple(document_of(project, each.id) for each in documents)
