# SPDX-License-Identifier: MIT
from dataclasses import replace

import pytest

from annotator.domain import CoderId, Refused, UsageError
from annotator.merging.questions import (
    APART,
    SAME,
    AlarmDetail,
    Choice,
    Question,
    QuestionKind,
    VersionsDetail,
    is_of,
    require_answered,
    require_known,
    unanswered,
)

MAY = Question("may", QuestionKind.PERSON, ("a",), "Who?", "", (Choice(SAME, ""), Choice(APART, "")), default=APART)
MUST = Question("must", QuestionKind.ALARM, ("a",), "Gone?", "", (Choice("take", ""),), required=True)


def test_only_required_questions_must_be_answered():
    assert unanswered([MAY, MUST], {}) == (MUST,)
    assert unanswered([MAY, MUST], {"must": "take"}) == ()
    require_answered([MAY], {})


def test_missing_answers_are_named_in_one_sentence():
    with pytest.raises(Refused, match=r"^An answer is missing: Gone\?\. Nothing was merged\.$"):
        require_answered([MAY, MUST], {"must": ""})
    with pytest.raises(Refused, match=r"^5 answers are missing: .*; and 2 more\. Nothing was merged\.$"):
        require_answered([MUST] * 5, {})


@pytest.mark.parametrize("answers", [{"other": SAME}, {"may": "perhaps"}])
def test_what_was_not_asked_or_offered_is_refused(answers):
    with pytest.raises(UsageError):
        require_known([MAY, MUST], answers)


def test_an_empty_answer_is_none():
    require_known([MAY, MUST], {"may": ""})


def test_what_is_about_a_coder_is_theirs_to_answer():
    lost = AlarmDetail(CoderId("anna"), "Anna", 30, 0, "", (), "", "", ())
    alarm = replace(MUST, detail=lost)
    name = replace(MAY, kind=QuestionKind.NAME, detail=VersionsDetail("anna", ()))
    wording = replace(MAY, kind=QuestionKind.DEFINITION, detail=VersionsDetail("anna", ()))
    asked = (alarm, name, wording, MAY, MUST)
    assert [is_of(each, CoderId("anna")) for each in asked] == [True, True, False, False, False]
    assert not any(is_of(each, CoderId("ben")) for each in asked)
