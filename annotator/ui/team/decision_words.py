# SPDX-License-Identifier: MIT
"""How a coder's own passages were decided, in words to that coder."""

from collections.abc import Callable

from annotator.domain import CodeId, DecisionReason, Verdict
from annotator.operations import OwnDecision

AS_MARKED = "As you marked it"
_VERDICTS = {
    Verdict.TAKEN: "Another version taken",
    Verdict.UNION: "Widened to all versions",
    Verdict.INTERSECTION: "Cut to what all marked",
    Verdict.MAJORITY: "What most marked",
    Verdict.OWN: "The lead’s own span",
    Verdict.REJECTED: "Rejected",
    Verdict.DEFERRED: "Not decided yet",
}
REASONS = {
    DecisionReason.AMBIGUOUS_TEXT: "the text is ambiguous",
    DecisionReason.CODEBOOK_GAP: "the codebook has a gap",
    DecisionReason.CODER_SLIP: "a slip",
    DecisionReason.EDGE_CASE: "an edge case",
    DecisionReason.OTHER_READING: "another reading",
    DecisionReason.BOUNDARY_ONLY: "only the boundary differs",
    DecisionReason.WEB_FURNITURE: "web furniture, not article",
}


def verdict(decision: OwnDecision) -> str:
    """Say what became of the passage."""
    return AS_MARKED if decision.was_followed else _VERDICTS[decision.verdict]


def shape(decision: OwnDecision) -> str:
    """Name the icon of what became of it."""
    if decision.was_followed:
        return "agreed"
    return {Verdict.REJECTED: "rejected", Verdict.DEFERRED: "deferred"}.get(decision.verdict, "boundary")


def grounds(decision: OwnDecision, name_of: Callable[[CodeId], str]) -> str:
    """Say the code, another one where it was changed, the reason and the note."""
    code = name_of(decision.code)
    if decision.result != decision.code and decision.verdict is not Verdict.REJECTED:
        code = f"{code}, now {name_of(decision.result)}"
    reason = REASONS.get(decision.reason, "")
    parts = [code, f"reason: {reason}" if reason else "", f"note: {decision.note}" if decision.note else ""]
    return "; ".join(part for part in parts if part)
