# SPDX-License-Identifier: MIT
"""Each verdict and each reason has its words and its shape."""

from dataclasses import replace

from ui.models.values import DOCUMENT, MISTRUST, TRUST

from annotator.domain import AnnotationId, CodeId, DecisionReason, Span, Verdict
from annotator.operations import OwnDecision
from annotator.ui.icons import ICONS
from annotator.ui.team import decision_words

DECISION = OwnDecision(
    DOCUMENT.id, "main", TRUST.id, (AnnotationId("a"),), Verdict.UNION, TRUST.id, (Span.of(0, 3),), False,
    DecisionReason.CODER_SLIP, "Look at rule 3.", "",
)  # fmt: skip


def name_of(code: CodeId) -> str:
    return {TRUST.id: "Trust", MISTRUST.id: "Mistrust"}[code]


def test_every_verdict_has_words_and_a_shape() -> None:
    said = [decision_words.verdict(replace(DECISION, verdict=each)) for each in Verdict]
    assert len(set(said)) == len(said)
    assert {decision_words.shape(replace(DECISION, verdict=each)) for each in Verdict} <= set(ICONS)
    followed = replace(DECISION, was_followed=True)
    assert (decision_words.verdict(followed), decision_words.shape(followed)) == ("As you marked it", "agreed")


def test_grounds_name_code_reason_and_note() -> None:
    assert decision_words.grounds(DECISION, name_of) == "Trust; reason: a slip; note: Look at rule 3."
    other = replace(DECISION, result=MISTRUST.id, reason=DecisionReason.NOT_SET, note="")
    assert decision_words.grounds(other, name_of) == "Trust, now Mistrust"
    assert decision_words.grounds(replace(other, verdict=Verdict.REJECTED), name_of) == "Trust"
    assert set(decision_words.REASONS) == set(DecisionReason) - {DecisionReason.NOT_SET}
