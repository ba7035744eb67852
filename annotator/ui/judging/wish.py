# SPDX-License-Identifier: MIT
"""Which differences are looked at, and in which order. Plain values."""

from dataclasses import dataclass, replace

from annotator.domain import CodeId, CoderId, DocumentId
from annotator.merging.adjudication_order import QueueFilter, QueueOrder, filtered, ordered
from annotator.merging.adjudication_queue import Entry, Progress, Queue, progress_of
from annotator.merging.decision_matching import ClusterState
from annotator.ui.judging.kinds import differs, kind_of


@dataclass(frozen=True, slots=True)
class Wish:
    """Empty parts do not restrict. ``kind`` is one that :mod:`kinds` names; ``coders``: one, or two who differ.

    ``states`` is the value of a state, ``open`` for all that wait for a decision. ``differing`` leaves out what
    all agree on.
    """

    code: str = ""
    kind: str = ""
    coders: tuple[str, ...] = ()
    document: str = ""
    states: str = ""
    order: QueueOrder = QueueOrder.WORST
    differing: bool = False

    @property
    def filter(self) -> QueueFilter:
        """The part that the engine knows."""
        return QueueFilter(
            codes=frozenset([CodeId(self.code)] if self.code else []),
            coders=frozenset(CoderId(coder) for coder in self.coders),
            documents=frozenset([DocumentId(self.document)] if self.document else []),
        )

    def keeps(self, entry: Entry) -> bool:
        """Whether kind and state are those asked for."""
        if self.kind and kind_of(entry) != self.kind:
            return False
        if self.states == OPEN:
            return not entry.state.is_settled
        if self.states and entry.state is not ClusterState(self.states):
            return False
        return differs(entry) or not self.differing

    def answered(self, queue: Queue) -> "Answer":
        """Order and filter a queue, and count how far that is which belongs to its code."""
        found = filtered(ordered(queue, by=self.order), which=self.filter)
        kept = replace(found, entries=tuple(entry for entry in found.entries if self.keeps(entry)))
        counted = [entry for entry in queue.entries if self.code in ("", entry.code)]
        return Answer(kept, progress_of(counted))


OPEN = "open"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is listed, and how far the judge is with the code that is looked at."""

    queue: Queue
    progress: Progress
