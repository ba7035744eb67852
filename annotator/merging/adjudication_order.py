# SPDX-License-Identifier: MIT
"""In which order a judge goes through the queue, and which part of it is looked at."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from annotator.domain import CodeId, CoderId, DocumentId
from annotator.merging.adjudication_queue import Entry, Queue
from annotator.merging.clusters import ClusterKind
from annotator.merging.decision_matching import ClusterState

Key: TypeAlias = "Callable[[Entry], tuple[int | str | float, ...]]"


class QueueOrder(StrEnum):
    """WORST: the article with most disagreement first. TEXT: as the articles stand in the project.

    KIND, CODE and PAIR bring together what differs alike, each in the order of the text; PAIR the
    differences between the same coders.
    """

    WORST = "worst"
    TEXT = "text"
    KIND = "kind"
    CODE = "code"
    PAIR = "pair"


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What is looked at; an empty part does not restrict.

    ``coders``: where any of these has a say; two or more of them: where two of these differ.
    """

    kinds: frozenset[ClusterKind] = frozenset()
    codes: frozenset[CodeId] = frozenset()
    coders: frozenset[CoderId] = frozenset()
    documents: frozenset[DocumentId] = frozenset()
    states: frozenset[ClusterState] = frozenset()
    conflicts_only: bool = False


def ordered(queue: Queue, *, by: QueueOrder) -> Queue:
    """Put articles and entries into an order; within an article the order of the text decides."""
    articles = sorted(queue.articles, key=lambda each: (each.document.position, each.document.name, each.document.id))
    if by is QueueOrder.WORST:
        articles.sort(key=lambda each: -each.disagreement)
    place = {article.document.id: number for number, article in enumerate(articles)}
    codes = {code.id: number for number, code in enumerate(queue.codes)}
    kinds = list(ClusterKind)

    def in_text(entry: Entry) -> tuple[int | str, ...]:
        return place[entry.document], entry.start, entry.end, codes.get(entry.code, len(codes)), entry.ref.basis

    keys: dict[QueueOrder, Key] = {
        QueueOrder.KIND: lambda entry: (-kinds.index(entry.kind), *in_text(entry)),
        QueueOrder.CODE: lambda entry: (codes.get(entry.code, len(codes)), *in_text(entry)),
        QueueOrder.PAIR: lambda entry: (_pair(entry), *in_text(entry)),
    }
    return replace(queue, articles=tuple(articles), entries=tuple(sorted(queue.entries, key=keys.get(by, in_text))))


def filtered(queue: Queue, *, which: QueueFilter) -> Queue:
    """Leave only these entries; articles and their progress stay whole."""
    return replace(queue, entries=tuple(entry for entry in queue.entries if _is_wanted(entry, which)))


def _is_wanted(entry: Entry, which: QueueFilter) -> bool:
    return (
        (not which.kinds or entry.kind in which.kinds)
        and (not which.codes or entry.code in which.codes)
        and (not which.documents or entry.document in which.documents)
        and (not which.states or entry.state in which.states)
        and (not which.conflicts_only or entry.has_conflict)
        and (not which.coders or _concerns(entry, which.coders))
    )


def _concerns(entry: Entry, coders: frozenset[CoderId]) -> bool:
    here = [coder for coder in entry.coders if coder in coders]
    if len(coders) == 1:
        return bool(here)
    versions = {entry.version(coder) for coder in here}
    return len({version.spans if version else () for version in versions}) > 1


def _pair(entry: Entry) -> str:
    """Name the two first coders, by identity, who differ; empty where nobody does."""
    said = {coder: version.spans if (version := entry.version(coder)) else () for coder in sorted(entry.coders)}
    pairs = [(one, two) for one in said for two in said if one < two and said[one] != said[two]]
    return " ".join(min(pairs)) if pairs else ""
