# SPDX-License-Identifier: MIT
"""A difference and a decision in words and shapes: each shape has its word, none stands for itself."""

from collections.abc import Callable, Mapping, Sequence

from annotator.domain import CodeId, CoderId, Decision, DecisionReason, DecisionSource, Span, Verdict
from annotator.merging.adjudication_queue import ArticleState, Entry, Progress
from annotator.merging.clusters import ClusterKind
from annotator.merging.decision_matching import ClusterState
from annotator.ui import words
from annotator.ui.judging.voices import Voices, grouped

OTHER_CODE = "other_code"
"""Stands beside the kinds of clusters: somebody put another code on these words instead."""

ALONE = "alone"
"""Only one coder has finished: there is nothing to compare yet."""

KIND_WORDS: Mapping[str, str] = {
    ClusterKind.NONE: "Agreed",
    ClusterKind.BOUNDARY: "Boundary",
    ClusterKind.SEGMENTATION: "Segmentation",
    ClusterKind.OMISSION: "Missed",
    OTHER_CODE: "Other code",
    ALONE: "Not compared yet",
}
KIND_SHAPES: Mapping[str, str] = {
    ClusterKind.NONE: "agreed",
    ClusterKind.BOUNDARY: "boundary",
    ClusterKind.SEGMENTATION: "segmentation",
    ClusterKind.OMISSION: "missed",
    OTHER_CODE: "other_code",
    ALONE: "waiting",
}
STATE_WORDS: Mapping[ClusterState, str] = {
    ClusterState.WAITING: "Waiting",
    ClusterState.AGREED: "Agreed, not taken",
    ClusterState.DIFFERS: "Differs",
    ClusterState.INCOMPLETE: "Marked by some",
    ClusterState.ACCEPTED: "Accepted",
    ClusterState.REJECTED: "Rejected",
    ClusterState.DEFERRED: "Deferred",
    ClusterState.TO_REVIEW: "To review again",
}
_STATE_SHAPES: Mapping[ClusterState, str] = {
    ClusterState.WAITING: "waiting",
    ClusterState.ACCEPTED: "finished",
    ClusterState.REJECTED: "rejected",
    ClusterState.DEFERRED: "deferred",
    ClusterState.TO_REVIEW: "to_review",
}
VERDICT_WORDS: Mapping[Verdict, str] = {
    Verdict.TAKEN: "take",
    Verdict.UNION: "union",
    Verdict.INTERSECTION: "intersection",
    Verdict.MAJORITY: "majority",
    Verdict.OWN: "own span",
    Verdict.REJECTED: "rejected",
    Verdict.DEFERRED: "deferred",
}
REASON_WORDS: Mapping[DecisionReason, str] = {
    DecisionReason.AMBIGUOUS_TEXT: "Ambiguous text",
    DecisionReason.CODEBOOK_GAP: "Guideline gap",
    DecisionReason.CODER_SLIP: "Coder slip",
    DecisionReason.EDGE_CASE: "Edge case",
    DecisionReason.OTHER_READING: "Other reading",
    DecisionReason.BOUNDARY_ONLY: "Boundary only",
    DecisionReason.WEB_FURNITURE: "Web furniture",
}
UNDECIDED = "Not decided yet"
"""What is said of a state in which only the kind of the difference is news."""
NameOf = Callable[[CodeId], str]


def kind_of(entry: Entry) -> str:
    """Give the kind by which a difference is told: another code before everything else."""
    if len(entry.coders) == 1:
        return ALONE
    return OTHER_CODE if entry.has_conflict else entry.kind


def differs(entry: Entry) -> bool:
    """Whether coders differ at all."""
    return entry.kind is not ClusterKind.NONE or entry.has_conflict


def shape_of(entry: Entry) -> str:
    """Name the icon: what was decided, else how they differ."""
    by_rule = entry.decision is not None and entry.decision.source is DecisionSource.RULE
    if entry.state is ClusterState.ACCEPTED and by_rule:
        return "by_rule"
    return _STATE_SHAPES.get(entry.state) or KIND_SHAPES[kind_of(entry)]


_TOLD = (ClusterState.WAITING, ClusterState.TO_REVIEW)


def has_line(entry: Entry) -> bool:
    """Whether :func:`state_line` says anything: asked for every row of a list, so it makes no words."""
    return entry.decision is not None or entry.has_conflict or entry.state in _TOLD


def state_line(entry: Entry, voices: Voices, article: ArticleState, name_of: NameOf) -> str:
    """Say what was decided or stands in the way; where nothing is decided, who put another code instead, if so."""
    if entry.state is ClusterState.WAITING:
        return f"Waiting: {len(article.finished)} of {article.needed} coders finished"
    if entry.state is ClusterState.TO_REVIEW:
        return f"To review again: {_news(entry)}"
    decision = entry.decision
    if decision is not None:
        return verdict_words(decision, voices, name_of)
    return conflict_words(entry, voices, name_of)


def verdict_words(decision: Decision, voices: Voices, name_of: NameOf) -> str:
    """Say a decision in one line."""
    if decision.verdict is Verdict.DEFERRED:
        return "Deferred"
    if decision.verdict is Verdict.REJECTED:
        reason = REASON_WORDS.get(decision.reason, "")
        return f"Rejected: {reason.lower()}" if reason else "Rejected"
    how = "Accepted by rule" if decision.source is DecisionSource.RULE else "Accepted"
    what = VERDICT_WORDS[decision.verdict]
    if decision.verdict is Verdict.TAKEN and decision.taken is not None:
        what = f"take {voices.letter(decision.taken)}"
    code = f", as {name_of(decision.result)}" if decision.result != decision.code else ""
    return f"{how}: {what}{code}"


def conflict_words(entry: Entry, voices: Voices, name_of: NameOf) -> str:
    """Say who put which code here, where that is not one and the same."""
    parts = [f"{voices.letters(each.there)}: {name_of(each.code)}" for each in entry.conflicts]
    if not parts:
        return ""
    here = sorted({coder for conflict in entry.conflicts for coder in conflict.here})
    return "; ".join([f"{voices.letters(here)}: {name_of(entry.code)}", *parts])


def difference_words(entry: Entry, voices: Voices, *, common: int) -> str:
    """Say how they differ; ``common`` counts the characters that all who marked anything have marked."""
    marked, silent = [version.coder for version in entry.versions], entry.silent
    if not marked:
        return "Nobody has marked anything here."
    said = f"Marked by {voices.letters(marked)}"
    if silent:
        return f"{said}, not by {voices.letters(silent)}."
    if len(grouped(entry)) == 1:
        return "All mark the same words." if len(marked) > 1 else f"{said}."
    shared = f"all share {words.counted(common, 'character')}, in the stronger tint" if common else "no words in common"
    if entry.kind is ClusterKind.SEGMENTATION:
        return f"{said}, cut up differently; {shared}."
    return f"{said}; {shared}."


def common_spans(versions: Sequence[Sequence[Span]]) -> tuple[Span, ...]:
    """Give the words that every one of these has marked."""
    if not versions:
        return ()
    common = list(versions[0])
    for spans in versions[1:]:
        common = [shared for one in common for two in spans if (shared := one.intersection(two)) is not None]
    return tuple(sorted(common))


def progress_words(progress: Progress) -> str:
    """Say how far it is, in full."""
    said = f"{progress.decided:,} of {progress.total:,} decided"
    parts = [
        f"{number:,} {word}"
        for number, word in (
            (progress.accepted - progress.by_rule, "accepted"), (progress.by_rule, "by rule"),
            (progress.rejected, "rejected"), (progress.deferred, "deferred"),
            (progress.to_review, "to review again"), (progress.waiting, "waiting"),
        )
        if number
    ]  # fmt: skip
    return f"{said}: {', '.join(parts)}" if parts else said


def coders_of(entry: Entry) -> frozenset[CoderId]:
    """Give who marked or kept silent here."""
    return frozenset(entry.coders)


def _news(entry: Entry) -> str:
    parts = []
    if entry.appeared:
        parts.append(f"{words.counted(len(entry.appeared), 'annotation')} came")
    if entry.gone:
        parts.append(f"{len(entry.gone):,} went" if parts else f"{words.counted(len(entry.gone), 'annotation')} went")
    return ", ".join(parts) or "its annotations have changed"
