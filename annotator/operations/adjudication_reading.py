# SPDX-License-Identifier: MIT
"""Reading what is to be judged: the queue of a round, and what a verdict would leave of a cluster."""

from collections.abc import Mapping, Sequence

from annotator.domain import (
    AnnotationId,
    Codebook,
    CodeId,
    CoderId,
    Decision,
    Document,
    DocumentId,
    Grouping,
    Round,
    Span,
    Verdict,
)
from annotator.merging import adjudication_rules
from annotator.merging.adjudication_order import QueueOrder, ordered
from annotator.merging.adjudication_queue import (
    ArticleState,
    ClusterRef,
    Entry,
    Lane,
    Queue,
    Version,
    in_lanes,
    progress_of,
)
from annotator.merging.clusters import Cluster, ClusterKind, Finished, Mark, clusters_of
from annotator.merging.code_conflicts import CodeConflict, code_conflicts
from annotator.merging.decision_matching import Judged, judged
from annotator.operations.agreement_gathering import chosen_codes, finished_in
from annotator.operations.coding_rounds import chosen_round
from annotator.operations.decisions import decisions_of
from annotator.operations.passages import document_of
from annotator.operations.projects import Project
from annotator.operations.reading import LONGEST_QUOTE
from annotator.store import identities, queries, team_queries


def adjudication(
    project: Project,
    *,
    round_name: str | None = None,
    codes: Sequence[str] = (),
    documents: Sequence[DocumentId] = (),
) -> Queue:
    """Read the clusters of a round (None: the active one), the worst article first.

    ``codes`` are short names or identities; no codes or documents means all of them. Raises
    UsageError for a round or code that is not there, Refused for a document that is not.
    """
    reader = _Reader(project, chosen_round(project, round_name), codes)
    return ordered(reader.queue(documents), by=QueueOrder.WORST)


def result_spans(entry: Entry, *, verdict: Verdict, taken: CoderId | None = None) -> tuple[Span, ...]:
    """Give what a verdict would leave of an entry; ValueError for OWN and for a coder who marked nothing."""
    return adjudication_rules.spans_by(entry.cluster, verdict, taken=taken) if entry.cluster else ()


def tied_spans(entry: Entry) -> tuple[Span, ...]:
    """Give the characters that exactly half of the coders cover."""
    return adjudication_rules.ties(entry.cluster) if entry.cluster else ()


class _Reader:
    """What all articles of a round share, read once."""

    def __init__(self, project: Project, chosen: Round, codes: Sequence[str]) -> None:
        self._project, self._round = project, chosen
        codebook: Codebook = queries.codebook(project.live)
        self._codes = chosen_codes(codebook, codes)
        self._is_wanted = frozenset(code.id for code in self._codes)
        self._finished = finished_in(project, chosen.name)
        self._needed = _needed(project, chosen)
        self._decisions: Mapping[DocumentId, list[Decision]] = {}
        self._groupings: dict[DocumentId, list[Grouping]] = {}
        self._people = {coder.id: coder for coder in queries.coders(project.live)}
        self._identities = identities.load(project.live)

    def queue(self, wanted: Sequence[DocumentId]) -> Queue:
        documents = [document_of(self._project, each) for each in wanted] or queries.documents(self._project.live)
        self._read_judging(wanted[0] if len(wanted) == 1 else None)
        articles, entries = [], []
        for document in documents:
            article, found = self._article(document)
            articles.append(article)
            entries += found
        shown = {lane.coder for article in articles for lane in article.lanes}
        coders = tuple(coder for identity, coder in self._people.items() if identity in shown)
        return Queue(self._round, coders, self._codes, tuple(articles), tuple(entries))

    def _read_judging(self, document: DocumentId | None) -> None:
        """Read what was judged on one article or on all."""
        self._decisions = decisions_of(self._project, self._round.name, document=document)
        for grouping in team_queries.groupings(self._project.live, document):
            if grouping.round == self._round.name:
                self._groupings.setdefault(grouping.document, []).append(grouping)

    def _article(self, document: Document) -> tuple[ArticleState, list[Entry]]:
        finished: Finished = self._finished.get(document.id, {})
        needed = self._needed.get(document.id, self._round.coders_needed)
        marks, memos = self._marks(document)
        clusters = clusters_of(marks, finished=finished, groupings=self._groupings.get(document.id, ()))
        decisions = self._decisions.get(document.id, [])
        lanes = tuple(Lane(coder, self._name(coder)) for coder in sorted(finished, key=self._name))
        found = judged(clusters, decisions, is_waiting=len(finished) < needed)
        conflicts = {clusters[place].members: several for place, several in code_conflicts(clusters).items()}
        text = self._project.texts.body(document.text_sha256) if found else ""
        entries = [
            in_lanes(self._entry(document, each, conflicts=conflicts, memos=memos, text=text), lanes)
            for each in found
            if _code_of(each) in self._is_wanted
        ]
        disagreement = self._disagreement(document, clusters, coders=len(finished))
        finishers = tuple(lane.coder for lane in lanes)
        return ArticleState(document, finishers, needed, lanes, disagreement, progress_of(entries)), entries

    def _marks(self, document: Document) -> tuple[list[Mark], dict[AnnotationId, str]]:
        marks, memos = [], {}
        for each in queries.annotations(self._project.live, document.id):
            if each.round == self._round.name:
                marks.append(Mark(each.id, each.coder, each.code, each.span))
                memos[each.id] = each.memo
        return marks, memos

    def _entry(
        self,
        document: Document,
        found: Judged,
        *,
        conflicts: Mapping[tuple[AnnotationId, ...], tuple[CodeConflict, ...]],
        memos: Mapping[AnnotationId, str],
        text: str,
    ) -> Entry:
        cluster, decision = found.cluster, found.decision
        start, end = _place(cluster, decision)
        members = cluster.members if cluster else decision.members if decision else ()
        before = decision.members if decision else ()
        judge = self._identities.coder(decision.judge) if decision else None
        return Entry(
            ref=ClusterRef(
                document.id,
                self._round.name,
                _code_of(found),
                members,
                cluster.basis if cluster else decision.basis if decision else "",
                decision.id if decision else None,
            ),
            start=start,
            end=end,
            kind=cluster.kind if cluster else ClusterKind.NONE,
            state=found.state,
            quote=text[start : min(end, start + LONGEST_QUOTE)],
            cluster=cluster,
            versions=_versions(cluster, memos) if cluster else (),
            silent=cluster.silent if cluster else (),
            conflicts=conflicts.get(members, ()),
            decision=decision,
            superseded=found.others,
            shared=found.shared,
            appeared=tuple(each for each in members if each not in before) if cluster and decision else (),
            gone=tuple(each for each in before if cluster is None or each not in members),
            judge_coded=judge in self._finished.get(document.id, {}),
        )

    def _disagreement(self, document: Document, clusters: Sequence[Cluster], *, coders: int) -> float:
        pairs = coders * (coders - 1) // 2 * document.length * len(self._codes)
        wanted = (cluster for cluster in clusters if cluster.code in self._is_wanted)
        return sum(map(adjudication_rules.disagreement, wanted)) / pairs if pairs else 0.0

    def _name(self, coder: CoderId) -> str:
        return self._people[coder].name if coder in self._people else coder


def _needed(project: Project, chosen: Round) -> dict[DocumentId, int]:
    """Give how many coders an article waits for: as the round says, but no more than it is assigned to."""
    known = identities.load(project.live)
    assigned: dict[DocumentId, set[CoderId]] = {}
    for each in team_queries.assignments(project.live, chosen.name):
        assigned.setdefault(each.document, set()).add(known.coder(each.coder))
    return {document: min(chosen.coders_needed, len(coders)) for document, coders in assigned.items()}


def _versions(cluster: Cluster, memos: Mapping[AnnotationId, str]) -> tuple[Version, ...]:
    found = []
    for coder, spans in cluster.versions.items():
        annotations = tuple(mark.annotation for mark in cluster.marks if mark.coder == coder)
        found.append(Version(coder, spans, annotations, tuple(memos[each] for each in annotations if memos[each])))
    return tuple(found)


def _code_of(found: Judged) -> CodeId:
    if found.cluster is not None:
        return found.cluster.code
    return found.decision.code if found.decision else CodeId("")


def _place(cluster: Cluster | None, decision: Decision | None) -> tuple[int, int]:
    if cluster is not None:
        return cluster.start, cluster.end
    spans = decision.spans if decision else ()
    return (spans[0].start, spans[-1].end) if spans else (0, 0)
