# SPDX-License-Identifier: MIT
from merging.made_clusters import CODERS, CODES
from merging.made_queue import article_queue, clusters, decision

from annotator.domain import DecisionReason, DecisionSource, Verdict
from annotator.merging.judging_figures import Followed, ReasonCount, followed, reason_counts

PLACES = [(0, 0, 4), (1, 0, 5), (0, 10, 14), (0, 20, 24), (1, 20, 24), (2, 20, 24)]


def test_whom_the_judge_followed():
    first, second, third = clusters(*PLACES)
    made = [
        decision(first, result=[(0, 5)]),
        decision(second, Verdict.REJECTED, number=2),
        decision(third, result=[(20, 24)], number=3, source=DecisionSource.RULE),
    ]
    assert followed(article_queue(PLACES, made)) == (
        Followed(CODERS[0], 0, 2), Followed(CODERS[1], 2, 2), Followed(CODERS[2], 1, 2),
    )  # fmt: skip
    assert followed(article_queue(PLACES)) == tuple(Followed(coder, 0, 0) for coder in CODERS[:3])


def test_reasons_by_code():
    first, second, third = clusters(*PLACES)
    made = [
        decision(first, result=[(0, 5)], reason=DecisionReason.CODEBOOK_GAP),
        decision(second, Verdict.REJECTED, number=2, reason=DecisionReason.CODER_SLIP),
        decision(third, Verdict.DEFERRED, number=3, reason=DecisionReason.CODEBOOK_GAP),
    ]
    assert reason_counts(article_queue(PLACES, made)) == (
        ReasonCount(CODES[0], DecisionReason.CODEBOOK_GAP, 2), ReasonCount(CODES[0], DecisionReason.CODER_SLIP, 1),
    )  # fmt: skip
    assert reason_counts(article_queue(PLACES)) == ()
