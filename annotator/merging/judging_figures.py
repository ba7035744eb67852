# SPDX-License-Identifier: MIT
"""Looking back at the judging: whom it followed, and which codes were hard for which reason."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.domain import CodeId, CoderId, Decision, DecisionReason, DecisionSource
from annotator.merging.adjudication_queue import Entry, Queue


@dataclass(frozen=True, slots=True)
class Followed:
    """How often a person's decision was exactly what a coder had said, of those in which the coder had a say."""

    coder: CoderId
    followed: int
    decided: int


@dataclass(frozen=True, slots=True)
class ReasonCount:
    """How often a reason was given for a code: many gaps say that its entry in the codebook needs rewriting."""

    code: CodeId
    reason: DecisionReason
    count: int


def followed(queue: Queue) -> tuple[Followed, ...]:
    """Count, for each coder, the settled decisions of persons that follow what the coder said.

    Rejecting follows those who marked nothing.
    """
    decided: Counter[CoderId] = Counter()
    alike: Counter[CoderId] = Counter()
    for entry, decision in _by_person(queue):
        for coder in entry.coders:
            version = entry.version(coder)
            said = version.spans if version else ()
            decided[coder] += 1
            alike[coder] += said == decision.spans and decision.result == entry.code
    return tuple(Followed(coder.id, alike[coder.id], decided[coder.id]) for coder in queue.coders)


def reason_counts(queue: Queue) -> tuple[ReasonCount, ...]:
    """Count reasons by code, the most frequent first; decisions without a reason are left out."""
    counts = Counter(
        (entry.code, entry.decision.reason)
        for entry in queue.entries
        if entry.decision is not None and entry.decision.reason is not DecisionReason.NOT_SET
    )
    place = {code.id: number for number, code in enumerate(queue.codes)}
    rows = [ReasonCount(code, reason, count) for (code, reason), count in counts.items()]
    return tuple(sorted(rows, key=lambda row: (-row.count, place.get(row.code, len(place)), row.reason)))


def _by_person(queue: Queue) -> Iterator[tuple[Entry, Decision]]:
    for entry in queue.entries:
        if entry.state.is_settled and entry.decision is not None and entry.decision.source is DecisionSource.PERSON:
            yield entry, entry.decision
