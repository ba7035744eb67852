# SPDX-License-Identifier: MIT
"""Queues, entries and decisions made by hand, without a project."""

from dataclasses import replace

from merging.made_clusters import CODERS, CODES, finished, mark

from annotator.domain import (
    Code,
    Coder,
    Decision,
    DecisionId,
    Document,
    DocumentId,
    Round,
    Span,
    Verdict,
)
from annotator.merging.adjudication_queue import (
    ArticleState,
    ClusterRef,
    Entry,
    Lane,
    Queue,
    Version,
    progress_of,
)
from annotator.merging.clusters import ClusterKind, clusters_of
from annotator.merging.decision_matching import judged

NAMES = ("Mara", "Anna", "Ben", "Chloe")
DOCUMENTS = tuple(DocumentId(f"01900000-0000-7000-8000-0000000000d{digit}") for digit in "12")
CODEBOOK = (Code(CODES[0], "Trust", "trust"), Code(CODES[1], "Mistrust", "mistrust"))


def spans(*pairs):
    return tuple(Span.of(*pair) for pair in pairs)


def decision(cluster=None, verdict=Verdict.UNION, result=(), number=1, **more):
    made = Decision(
        id=DecisionId(f"01900000-0000-7000-8000-00000000de{number:02d}"), document=DOCUMENTS[0], round="main",
        code=cluster.code if cluster else CODES[0], members=cluster.members if cluster else (),
        basis=cluster.basis if cluster else "", verdict=verdict, result=cluster.code if cluster else CODES[0],
        spans=spans(*result), judge=CODERS[3], judged=f"2026-01-01T00:00:{number:02d}Z",
    )  # fmt: skip
    return replace(made, **more)


def clusters(*places, people=(0, 1, 2)):
    return clusters_of([mark(number, *place) for number, place in enumerate(places)], finished=finished(*people))


def article_queue(places, decisions=(), *, people=(0, 1, 2), document=0, needed=2, disagreement=0.0):
    """Make the queue of one article; places are (coder, start, end[, code])."""
    lanes = tuple(Lane(CODERS[place], NAMES[place]) for place in people)
    found = judged(clusters(*places, people=people), decisions, is_waiting=len(people) < needed)
    entries = tuple(_entry(each, DOCUMENTS[document]) for each in found)
    article = ArticleState(
        Document(DOCUMENTS[document], f"{document}.txt", "", 100, position=document),
        tuple(lane.coder for lane in lanes), needed, lanes, disagreement, progress_of(entries),
    )  # fmt: skip
    coders = tuple(Coder(lane.coder, lane.label) for lane in lanes)
    return Queue(Round("main"), coders, CODEBOOK, (article,), entries)


def together(*queues):
    """Put the queues of several articles behind each other."""
    return replace(
        queues[0],
        articles=tuple(article for queue in queues for article in queue.articles),
        entries=tuple(entry for queue in queues for entry in queue.entries),
    )


def _entry(found, document):
    cluster, made = found.cluster, found.decision
    ref = ClusterRef(
        document, "main", cluster.code if cluster else made.code, cluster.members if cluster else (),
        cluster.basis if cluster else "", made.id if made else None,
    )  # fmt: skip
    versions = (
        tuple(Version(coder, own, (), (f"memo of {coder}",)) for coder, own in cluster.versions.items())
        if cluster
        else ()
    )
    return Entry(
        ref, cluster.start if cluster else made.spans[0].start, cluster.end if cluster else made.spans[-1].end,
        cluster.kind if cluster else ClusterKind.NONE, found.state, "words", cluster=cluster, versions=versions,
        silent=cluster.silent if cluster else (), decision=made, superseded=found.others, shared=found.shared,
    )  # fmt: skip
