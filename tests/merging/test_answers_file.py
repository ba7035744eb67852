# SPDX-License-Identifier: MIT
import json

import pytest

from annotator.domain import UsageError
from annotator.merging.answers_file import questions_as_json, read_answers
from annotator.merging.questions import APART, SAME, Choice, PersonDetail, Question, QuestionKind

PERSON = Question(
    "person:a:b", QuestionKind.PERSON, ("a.annotator",), "Is “Kim” “kim”?", "",
    (Choice(SAME, "Yes"), Choice(APART, "No")), default=APART, detail=PersonDetail("a", "Kim", "b", "kim", 3),
)  # fmt: skip
ALARM = Question("alarm:x", QuestionKind.ALARM, ("a.annotator",), "Gone?", "", (Choice("take", ""),), required=True)


def test_what_a_dry_run_writes_is_read_back_with_what_was_filled_in():
    written = json.loads(json.dumps({"questions": questions_as_json([PERSON, ALARM])}))
    assert [each["answer"] for each in written["questions"]] == [APART, ""]
    assert written["questions"][0]["detail"]["annotations"] == 3
    assert read_answers(json.dumps(written)) == {"person:a:b": APART}
    written["questions"][0]["answer"], written["questions"][1]["answer"] = SAME, "take"
    assert read_answers(json.dumps(written)) == {"person:a:b": SAME, "alarm:x": "take"}


def test_the_short_form_is_read():
    assert read_answers('{"answers": {"a": "same", "b": ""}}') == {"a": "same"}


@pytest.mark.parametrize(
    "text",
    [
        "", "nothing", "[]", "{}", '{"answers": []}', '{"answers": {"a": 1}}', '{"questions": 3}', '{"questions": [1]}',
        '{"questions": [{"id": 7}]}', '{"questions": [{"id": "a"}, {"id": "a"}]}', "[" * 100_000,
    ],
)  # fmt: skip
def test_anything_else_is_refused_in_one_sentence(text):
    with pytest.raises(UsageError) as said:
        read_answers(text)
    assert said.value.sentence.endswith("Nothing was merged.")
