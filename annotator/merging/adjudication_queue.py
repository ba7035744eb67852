# SPDX-License-Identifier: MIT
"""What a judge works through: the clusters of a round with their versions, decisions and progress, as plain values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from annotator.domain import (
    AnnotationId,
    Code,
    CodeId,
    Coder,
    CoderId,
    Decision,
    DecisionId,
    DecisionSource,
    Document,
    DocumentId,
    Round,
    Span,
)
from annotator.merging.clusters import Cluster, ClusterKind
from annotator.merging.code_conflicts import CodeConflict
from annotator.merging.decision_matching import DRAWN, ClusterState


@dataclass(frozen=True, slots=True)
class ClusterRef:
    """Which cluster a verb means, as it was when it was shown: a verb refuses one that has changed since."""

    document: DocumentId
    round: str
    code: CodeId
    members: tuple[AnnotationId, ...]
    basis: str
    decision: DecisionId | None = None

    @classmethod
    def drawn(cls, *, document: DocumentId, round_name: str, code: CodeId) -> "ClusterRef":
        """Name a place where nobody marked anything, for a span that the judge draws."""
        return cls(document, round_name, code, (), DRAWN)


@dataclass(frozen=True, slots=True)
class Version:
    """What one coder marked in a cluster; ``spans`` have own overlaps joined, ``memos`` leaves empty ones out."""

    coder: CoderId
    spans: tuple[Span, ...]
    annotations: tuple[AnnotationId, ...]
    memos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One cluster of the queue, or a span that the judge drew, or what is left of a decision.

    ``cluster`` is None for the last two. ``versions`` and ``silent`` follow the lanes of the article.
    ``superseded`` are earlier decisions on clusters that grew together, ``shared`` those of other
    clusters that had annotations of this one; ``appeared`` and ``gone`` the annotations that came and
    went since ``decision``. ``quote`` is the beginning of the words
    from ``start`` to ``end``. ``judge_coded``: who decided has also coded this article.
    """

    ref: ClusterRef
    start: int
    end: int
    kind: ClusterKind
    state: ClusterState
    quote: str
    cluster: Cluster | None = None
    versions: tuple[Version, ...] = ()
    silent: tuple[CoderId, ...] = ()
    conflicts: tuple[CodeConflict, ...] = ()
    decision: Decision | None = None
    superseded: tuple[Decision, ...] = ()
    shared: tuple[Decision, ...] = ()
    appeared: tuple[AnnotationId, ...] = ()
    gone: tuple[AnnotationId, ...] = ()
    judge_coded: bool = False

    @property
    def document(self) -> DocumentId:
        """The article."""
        return self.ref.document

    @property
    def code(self) -> CodeId:
        """The code whose annotations compete."""
        return self.ref.code

    @property
    def has_conflict(self) -> bool:
        """Whether somebody put another code here instead."""
        return bool(self.conflicts)

    @property
    def former(self) -> tuple[Decision, ...]:
        """All decisions but the present one that had to do with these annotations."""
        return (*self.superseded, *self.shared)

    @property
    def coders(self) -> tuple[CoderId, ...]:
        """Everyone whose marks or silence count here."""
        return (*(version.coder for version in self.versions), *self.silent)

    def version(self, coder: CoderId) -> Version | None:
        """Give what a coder marked, or None."""
        return next((each for each in self.versions if each.coder == coder), None)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many clusters are how far; ``by_rule`` is a part of ``accepted``."""

    accepted: int = 0
    rejected: int = 0
    by_rule: int = 0
    deferred: int = 0
    to_review: int = 0
    waiting: int = 0
    undecided: int = 0

    @property
    def decided(self) -> int:
        """Accepted or rejected."""
        return self.accepted + self.rejected

    @property
    def left(self) -> int:
        """Everything else."""
        return self.deferred + self.to_review + self.waiting + self.undecided

    @property
    def total(self) -> int:
        """All clusters."""
        return self.decided + self.left

    def __add__(self, other: "Progress") -> "Progress":
        return Progress(
            accepted=self.accepted + other.accepted, rejected=self.rejected + other.rejected,
            by_rule=self.by_rule + other.by_rule, deferred=self.deferred + other.deferred,
            to_review=self.to_review + other.to_review, waiting=self.waiting + other.waiting,
            undecided=self.undecided + other.undecided,
        )  # fmt: skip


_COUNTED_AS = {
    ClusterState.ACCEPTED: Progress(accepted=1),
    ClusterState.REJECTED: Progress(rejected=1),
    ClusterState.DEFERRED: Progress(deferred=1),
    ClusterState.TO_REVIEW: Progress(to_review=1),
    ClusterState.WAITING: Progress(waiting=1),
}


def progress_of(entries: Iterable[Entry]) -> Progress:
    """Count clusters by how far they are."""
    return reduce(Progress.__add__, map(_counted, entries), Progress())


def _counted(entry: Entry) -> Progress:
    counted = _COUNTED_AS.get(entry.state, Progress(undecided=1))
    is_rule = entry.decision is not None and entry.decision.source is DecisionSource.RULE
    return replace(counted, by_rule=1) if counted.accepted and is_rule else counted


@dataclass(frozen=True, slots=True)
class Lane:
    """One coder's place in the picture of an article: a name, or a letter where names are hidden."""

    coder: CoderId
    label: str


@dataclass(frozen=True, slots=True)
class ArticleState:
    """One article: who finished it, how many must have, in what order its coders stand, how far it is.

    ``disagreement`` is the share of pairs of values (a coder, a code, a character) that differ.
    """

    document: Document
    finished: tuple[CoderId, ...]
    needed: int
    lanes: tuple[Lane, ...]
    disagreement: float
    progress: Progress

    @property
    def is_waiting(self) -> bool:
        """Whether fewer coders have finished than are needed."""
        return len(self.finished) < self.needed

    @property
    def is_decided(self) -> bool:
        """Whether nothing is left: every cluster accepted or rejected, or none among enough coders."""
        return self.progress.left == 0 and (self.progress.total > 0 or not self.is_waiting)


@dataclass(frozen=True, slots=True)
class Queue:
    """The clusters of one round: articles in the order of the queue, entries in theirs."""

    round: Round
    coders: tuple[Coder, ...]
    codes: tuple[Code, ...]
    articles: tuple[ArticleState, ...]
    entries: tuple[Entry, ...]
    is_blind: bool = False

    @property
    def progress(self) -> Progress:
        """How far the whole round is."""
        return reduce(Progress.__add__, (article.progress for article in self.articles), Progress())

    @property
    def articles_decided(self) -> int:
        """How many articles are decided."""
        return sum(article.is_decided for article in self.articles)

    def entry(self, ref: ClusterRef) -> Entry | None:
        """Give the entry of a reference, or None where it has changed since."""
        return next((entry for entry in self.entries if entry.ref == ref), None)

    def of(self, document: DocumentId) -> tuple[Entry, ...]:
        """Give the entries of an article, in the order of the queue."""
        return tuple(entry for entry in self.entries if entry.document == document)

    def article(self, document: DocumentId) -> ArticleState:
        """Give the state of an article; KeyError where the queue has none."""
        for article in self.articles:
            if article.document.id == document:
                return article
        raise KeyError(document)

    def name_of(self, coder: CoderId) -> str:
        """Give a coder's name, empty where it is hidden or unknown."""
        return next((each.name for each in self.coders if each.id == coder), "")

    def replacing(self, other: "Queue") -> "Queue":
        """Put the articles of another queue in the place of the same ones of this; the order of articles stays."""
        fresh = {article.document.id: article for article in other.articles}
        entries: list[Entry] = []
        placed: set[DocumentId] = set()
        for entry in self.entries:
            if entry.document not in fresh:
                entries.append(entry)
            elif entry.document not in placed:
                placed.add(entry.document)
                entries += other.of(entry.document)
        entries += [entry for entry in other.entries if entry.document not in placed]
        articles = tuple(fresh.get(article.document.id, article) for article in self.articles)
        return replace(self, articles=articles, entries=tuple(entries))


def in_lanes(entry: Entry, lanes: Sequence[Lane]) -> Entry:
    """Put an entry's coders into the order of the lanes."""
    place = {lane.coder: number for number, lane in enumerate(lanes)}
    return replace(
        entry,
        versions=tuple(sorted(entry.versions, key=lambda version: place.get(version.coder, len(place)))),
        silent=tuple(sorted(entry.silent, key=lambda coder: place.get(coder, len(place)))),
    )
