# SPDX-License-Identifier: MIT
from dataclasses import replace

from ui.judging.conftest import entry_at, span_of

from annotator.domain import CodeId, Decision, DecisionId, DecisionReason, DecisionSource, Span, Verdict
from annotator.merging.adjudication_queue import Entry, Progress, Queue
from annotator.merging.clusters import ClusterKind
from annotator.merging.decision_matching import ClusterState
from annotator.ui import icons
from annotator.ui.judging import kinds
from annotator.ui.judging.voices import Voices


def decided(entry: Entry, verdict: Verdict, **fields: object) -> Entry:
    decision = Decision(
        DecisionId("d"), entry.document, entry.ref.round, entry.code, entry.ref.members, entry.ref.basis, verdict,
        entry.code, (), entry.versions[0].coder, "2024-01-01T00:00:00Z",
    )  # fmt: skip
    state = {Verdict.REJECTED: ClusterState.REJECTED, Verdict.DEFERRED: ClusterState.DEFERRED}
    decision = replace(decision, **fields)
    return replace(entry, decision=decision, state=state.get(verdict, ClusterState.ACCEPTED))


def name_of(code: CodeId) -> str:
    return "a code"


def line(queue: Queue, entry: Entry) -> str:
    article = queue.article(entry.document)
    return kinds.state_line(entry, Voices(queue, article), article, name_of)


def test_every_kind_and_state_has_a_word_and_a_shape(queue: Queue) -> None:
    assert set(kinds.KIND_WORDS) == set(kinds.KIND_SHAPES) == {*ClusterKind, kinds.OTHER_CODE, kinds.ALONE}
    assert set(kinds.KIND_SHAPES.values()) <= set(icons.ICONS)
    assert set(kinds.STATE_WORDS) == set(ClusterState)
    boundary = entry_at(queue, "trusts")
    shapes = {kinds.shape_of(replace(boundary, state=state)) for state in ClusterState}
    assert shapes <= set(icons.ICONS)
    assert set(kinds.REASON_WORDS) == set(DecisionReason) - {DecisionReason.NOT_SET}


def test_kinds_of_the_round(queue: Queue) -> None:
    said = {
        words: kinds.KIND_WORDS[kinds.kind_of(entry_at(queue, words, code=code))]
        for words, code in (("trusts", 0), ("Nobody", 0), ("They may", 0), ("receipt", 1))
    }
    assert said == {"trusts": "Boundary", "Nobody": "Missed", "They may": "Other code", "receipt": "Agreed"}


def test_verdicts_in_a_line(queue: Queue) -> None:
    entry = entry_at(queue, "trusts")
    assert line(queue, decided(entry, Verdict.UNION)) == "Accepted: union"
    assert line(queue, decided(entry, Verdict.TAKEN, taken=entry.versions[1].coder)) == "Accepted: take B"
    rejected = decided(entry, Verdict.REJECTED, reason=DecisionReason.CODER_SLIP)
    assert line(queue, rejected) == "Rejected: coder slip"
    assert line(queue, decided(entry, Verdict.DEFERRED)) == "Deferred"
    by_rule = decided(entry, Verdict.MAJORITY, source=DecisionSource.RULE)
    assert line(queue, by_rule) == "Accepted by rule: majority"
    assert kinds.shape_of(by_rule) == "by_rule"
    other = decided(entry, Verdict.UNION, result=CodeId("other"))
    assert line(queue, other) == "Accepted: union, as a code"


def test_rows_have_a_line_where_there_is_something_to_say(queue: Queue) -> None:
    entries = [*queue.entries, decided(entry_at(queue, "trusts"), Verdict.UNION)]
    assert [kinds.has_line(entry) for entry in entries] == [bool(line(queue, entry)) for entry in entries]


def test_what_waits_says_for_whom(queue: Queue) -> None:
    waiting = next(entry for entry in queue.entries if entry.state is ClusterState.WAITING)
    assert line(queue, waiting) == "Waiting: 1 of 2 coders finished"
    assert kinds.shape_of(waiting) == "waiting"


def test_conflict_and_news(queue: Queue) -> None:
    entry = entry_at(queue, "They may")
    assert line(queue, entry) == "A: a code; C: a code"
    again = replace(decided(entry, Verdict.UNION), state=ClusterState.TO_REVIEW, appeared=("x",), gone=("y", "z"))
    assert line(queue, again) == "To review again: 1 annotation came, 2 went"


def test_differences_in_words(queue: Queue) -> None:
    def said(words: str, code: int = 0) -> str:
        entry = entry_at(queue, words, code=code)
        return kinds.difference_words(entry, Voices(queue, queue.article(entry.document)), common=20)

    assert said("trusts") == "Marked by A, B and C; all share 20 characters, in the stronger tint."
    assert said("Nobody") == "Marked by B, not by A and C."
    assert said("receipt", 1) == "All mark the same words."


def test_common_words() -> None:
    assert kinds.common_spans([[Span.of(0, 9)], [Span.of(3, 5), Span.of(7, 12)]]) == (Span.of(3, 5), Span.of(7, 9))
    assert kinds.common_spans([]) == ()
    assert kinds.common_spans([[span_of("trusts")]]) == (span_of("trusts"),)


def test_progress_in_words() -> None:
    assert kinds.progress_words(Progress(accepted=33, by_rule=6, rejected=8, undecided=55)) == (
        "41 of 96 decided: 27 accepted, 6 by rule, 8 rejected"
    )
    assert kinds.progress_words(Progress()) == "0 of 0 decided"
