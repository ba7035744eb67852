# SPDX-License-Identifier: MIT
"""A preview counts the decisions that new files reopen."""

import pytest
from operations.conftest import closed
from operations.replicas import ANNA, MARA
from operations.test_merging import annotate

from annotator import operations
from annotator.domain import Span
from annotator.store import team_queries


@pytest.fixture
def judged(project, documents, codes, sent):
    """Anna's passage is here and decided on; she goes on in her copy."""
    theirs = sent()
    made = annotate(theirs, ANNA, documents["plain.txt"], codes["trust"], 8, 14)
    path = operations.send_copy(theirs, path=theirs.path.with_name("first.annotator"))
    operations.merge(project, author=MARA.id, paths=[path])
    with project.action(author=MARA.id, verb="decide") as action:
        action.write(
            "decision",
            "01900000-0000-7000-8000-0000000000d1",
            {
                "document": documents["plain.txt"].id, "round": "main", "code": codes["trust"], "members": [made.id],
                "basis": "0" * 64, "verdict": "rejected", "result": codes["trust"], "judge": MARA.id,
            },
        )  # fmt: skip
    return theirs, made


def reopened(project, theirs):
    return operations.preview_merge(project, paths=[closed(theirs)]).review_again


def test_nothing_new_reopens_nothing(project, judged):
    assert reopened(project, judged[0]) == 0


def test_a_changed_member_reopens_its_decision_and_touches_it_not(project, judged):
    theirs, made = judged
    operations.resize(theirs, coder=ANNA.id, annotation=made.id, span=Span.of(8, 15))
    before = team_queries.decisions(project.live)
    assert reopened(project, theirs) == 1
    operations.merge(project, author=MARA.id, paths=[theirs.path])
    assert team_queries.decisions(project.live) == before


@pytest.mark.parametrize(("code", "start", "number"), [("trust", 10, 1), ("mistrust", 10, 0), ("trust", 20, 0)])
def test_a_new_passage_of_the_code_upon_a_judged_one_reopens_it(project, documents, codes, judged, code, start, number):
    annotate(judged[0], ANNA, documents["plain.txt"], codes[code], start, start + 6)
    assert reopened(project, judged[0]) == number


def test_a_memo_reopens_nothing(project, judged):
    theirs, made = judged
    operations.describe(theirs, coder=ANNA.id, annotation=made.id, memo="why")
    assert reopened(project, theirs) == 0


def test_what_a_coder_is_shown_of_a_decision_is_not_counted_beside_it(project, judged, tmp_path):
    theirs, made = judged
    operations.change_round(project, author=MARA.id, name="main", released=True)
    operations.hand_out(project, author=MARA.id, directory=tmp_path, coders=[ANNA.id])
    assert len(team_queries.decisions(project.live)) == 2
    operations.delete(theirs, coder=ANNA.id, annotations=[made.id])
    assert reopened(project, theirs) == 1
