# SPDX-License-Identifier: MIT
"""What the judge has chosen but not yet accepted, for one difference. Plain values; what is missing, in words."""

from dataclasses import dataclass, replace

from annotator import operations
from annotator.domain import Certainty, CodeId, CoderId, DecisionReason, Span, Verdict
from annotator.merging.adjudication_queue import ArticleState, Entry, Queue
from annotator.merging.decision_matching import ClusterState
from annotator.operations import Judgement
from annotator.ui import words

CHOOSE = "Choose what becomes of it."
SELECT = "Select the words in the text."
NOTHING_LEFT = "No characters are left by this: choose another."
NOTE = "Write a note: this goes against every coder."
AS_IT_IS = "This is decided as it is."
_SETTLED = (ClusterState.ACCEPTED, ClusterState.REJECTED, ClusterState.DEFERRED)


@dataclass(frozen=True, slots=True)
class Draft:
    """A judgement on ``entry`` in the making; ``verdict`` is None while nothing is chosen."""

    entry: Entry
    verdict: Verdict | None = None
    taken: CoderId | None = None
    own: tuple[Span, ...] = ()
    result: CodeId | None = None
    reason: DecisionReason = DecisionReason.NOT_SET
    note: str = ""
    certainty: Certainty = Certainty.NOT_SET

    @classmethod
    def of(cls, entry: Entry) -> "Draft":
        """Begin with what was decided; where all agree with what they agree on, else with nothing."""
        decision = entry.decision
        if decision is not None and entry.state in _SETTLED:
            return cls(
                entry, decision.verdict, decision.taken,
                own=decision.spans if decision.verdict is Verdict.OWN else (),
                result=decision.result if decision.result != entry.code else None,
                reason=decision.reason, note=decision.note, certainty=decision.certainty,
            )  # fmt: skip
        if entry.state is ClusterState.AGREED and entry.versions:
            return cls(entry, Verdict.TAKEN, entry.versions[0].coder)
        return cls(entry)

    @property
    def spans(self) -> tuple[Span, ...]:
        """What would be left."""
        if self.verdict is None:
            return ()
        if self.verdict is Verdict.OWN:
            return self.own
        return operations.result_spans(self.entry, verdict=self.verdict, taken=self.taken)

    @property
    def code(self) -> CodeId:
        """The code that it would carry."""
        return self.result or self.entry.code

    @property
    def is_changed(self) -> bool:
        """Whether accepting it would change anything."""
        if self.entry.state not in _SETTLED:
            return True
        return self != replace(Draft.of(self.entry), entry=self.entry)

    def judgement(self) -> Judgement:
        """Give it as the engine takes it; only where nothing is missing."""
        assert self.verdict is not None
        taken = self.taken if self.verdict is Verdict.TAKEN else None
        own = self.own if self.verdict is Verdict.OWN else ()
        result = self.result if self.result != self.entry.code else None
        return Judgement(
            self.verdict, taken=taken, spans=own, result=result, reason=self.reason, note=self.note.strip(),
            certainty=self.certainty,
        )  # fmt: skip

    def chosen(self, verdict: Verdict, *, taken: CoderId | None = None) -> "Draft":
        """Choose another verdict."""
        return replace(self, verdict=verdict, taken=taken)

    def missing(self, queue: Queue, article: ArticleState) -> str:
        """Say what is missing before it can be accepted; empty where nothing is. ``queue`` is the whole one."""
        entry = self.entry
        if entry.state is ClusterState.WAITING:
            left = article.needed - len(article.finished)
            return f"Waiting: {words.counted(left, 'coder')} more must finish this article before it can be decided."
        if self.verdict is None:
            return CHOOSE
        if self.verdict is Verdict.OWN and not self.own:
            return SELECT
        if self.verdict not in (Verdict.REJECTED, Verdict.DEFERRED) and not self.spans:
            return NOTHING_LEFT
        if not self.note.strip() and operations.needs_note(queue, entry=entry, judgement=self.judgement()):
            return NOTE
        return "" if self.is_changed else AS_IT_IS
