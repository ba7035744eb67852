# SPDX-License-Identifier: MIT
"""Accuracy: each coder against the consensus. It is no agreement, and agreement never looks at the consensus.

Over the decided articles that a coder finished, per code: ``precision`` is the part of what the coder
marked that is in the consensus, ``recall`` the part of the consensus that the coder marked, ``f1``
their harmonic mean 2 precision recall / (precision + recall). It is counted twice: in characters,
and in passages, where a passage is found if the other side has at least one of its characters under
the same code. A value whose denominator is zero is None.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.domain import CodeId, CoderId, Span
from annotator.merging.adjudication_queue import Entry, Queue
from annotator.merging.clusters import joined, shared_characters
from annotator.merging.consensus import result


@dataclass(frozen=True, slots=True)
class Scores:
    """What was found of what: ``right`` of ``marked`` are in the consensus, ``found`` of ``standing`` were marked."""

    right: int = 0
    marked: int = 0
    found: int = 0
    standing: int = 0

    @property
    def precision(self) -> float | None:
        """The part of what the coder marked that is in the consensus."""
        return self.right / self.marked if self.marked else None

    @property
    def recall(self) -> float | None:
        """The part of the consensus that the coder marked."""
        return self.found / self.standing if self.standing else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where either is undefined, 0 where both are."""
        precision, recall = self.precision, self.recall
        if precision is None or recall is None:
            return None
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def __add__(self, other: "Scores") -> "Scores":
        return Scores(
            self.right + other.right, self.marked + other.marked,
            self.found + other.found, self.standing + other.standing,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Accuracy:
    """One coder and code over ``documents`` decided articles."""

    coder: CoderId
    code: CodeId
    documents: int
    characters: Scores
    passages: Scores


def accuracy(queue: Queue) -> tuple[Accuracy, ...]:
    """Compare each coder with the consensus, by coder and code in the order of the queue.

    ``queue`` holds all codes: what one code's cluster became may stand under another.
    """
    totals: dict[tuple[CoderId, CodeId], tuple[int, Scores, Scores]] = {}
    by_article: dict[str, list[Entry]] = {}
    for entry in queue.entries:
        by_article.setdefault(entry.document, []).append(entry)
    for article in queue.articles:
        if not article.is_decided:
            continue
        entries = by_article.get(article.document.id, [])
        for code in queue.codes:
            standing = _standing(entries, code.id)
            for coder in article.finished:
                marked = _marked(entries, coder, code.id)
                documents, characters, passages = totals.get((coder, code.id), (0, Scores(), Scores()))
                characters += _in_characters(marked, standing)
                passages += _in_passages(marked, standing)
                totals[coder, code.id] = (documents + 1, characters, passages)
    return tuple(
        Accuracy(coder.id, code.id, *totals[coder.id, code.id])
        for coder in queue.coders
        for code in queue.codes
        if (coder.id, code.id) in totals
    )


def _standing(entries: Sequence[Entry], code: CodeId) -> tuple[Span, ...]:
    return joined(
        span
        for entry in entries
        if (entry.decision.result if entry.decision else entry.code) == code
        for span in result(entry)
    )


def _marked(entries: Sequence[Entry], coder: CoderId, code: CodeId) -> tuple[Span, ...]:
    versions = (entry.version(coder) for entry in entries if entry.code == code)
    return joined(span for version in versions if version is not None for span in version.spans)


def _in_characters(marked: Sequence[Span], standing: Sequence[Span]) -> Scores:
    shared = shared_characters(marked, standing)
    return Scores(shared, sum(span.length for span in marked), shared, sum(span.length for span in standing))


def _in_passages(marked: Sequence[Span], standing: Sequence[Span]) -> Scores:
    right = sum(any(span.overlaps(other) for other in standing) for span in marked)
    found = sum(any(span.overlaps(other) for other in marked) for span in standing)
    return Scores(right, len(marked), found, len(standing))
