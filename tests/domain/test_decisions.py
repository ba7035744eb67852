# SPDX-License-Identifier: MIT
import pytest

from annotator.domain import (
    AnnotationId,
    CodeId,
    CoderId,
    Decision,
    DecisionId,
    DecisionReason,
    DecisionSource,
    DocumentId,
    Span,
    Verdict,
)

UUID = "01900000-0000-7000-8000-00000000000b"


def decision(verdict, spans=()):
    return Decision(
        id=DecisionId(UUID), document=DocumentId(UUID), round="main", code=CodeId(UUID), members=(AnnotationId(UUID),),
        basis="0" * 64, verdict=verdict, result=CodeId(UUID), spans=spans, judge=CoderId(UUID), judged="",
    )  # fmt: skip


@pytest.mark.parametrize("verdict", Verdict)
def test_only_what_is_put_off_is_not_done_with(verdict):
    assert decision(verdict).settles is (verdict is not Verdict.DEFERRED)


def test_a_decision_is_a_persons_without_a_reason_unless_said_otherwise():
    made = decision(Verdict.OWN, spans=(Span.of(0, 3),))
    assert (made.reason, made.source, made.blind, made.taken) == (
        DecisionReason.NOT_SET, DecisionSource.PERSON, False, None,
    )  # fmt: skip
    assert made == decision(Verdict.OWN, spans=(Span.of(0, 3),))
