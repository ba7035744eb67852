# SPDX-License-Identifier: MIT
import json
from dataclasses import replace

import pytest
from operations.foreign_corpus import annotation, corpus

from annotator.domain import Span, UsageError
from annotator.exchange.corpus import CorpusRead, Unplaced
from annotator.operations.corpus_answers import LEAVE_OUT, misplaced_as_json, read_corpus_answers
from annotator.operations.corpus_placing import misplaced


def test_what_a_dry_run_writes_is_read_with_what_was_sure_filled_in(tmp_path):
    sure = replace(annotation(6, 12), span=Span.of(7, 13))
    doubtful = replace(sure, before="", after="")
    several = misplaced(CorpusRead(corpus(), (Unplaced(sure, "line 2"), Unplaced(doubtful, "line 3"))))
    written = misplaced_as_json(several)
    assert [each["sure"] for each in written] == [True, False]
    (tmp_path / "answers.json").write_text(json.dumps({"misplaced": written}), encoding="utf-8")
    assert read_corpus_answers(tmp_path / "answers.json") == {"line 2": Span.of(6, 12)}
    written[1]["answer"] = LEAVE_OUT
    (tmp_path / "answers.json").write_text(json.dumps({"misplaced": written}), encoding="utf-8")
    assert read_corpus_answers(tmp_path / "answers.json") == {"line 2": Span.of(6, 12), "line 3": None}


def test_the_short_form(tmp_path):
    (tmp_path / "answers.json").write_text('{"answers": {"T4": {"start": 0, "end": 5}, "T5": "leave out", "T6": ""}}')
    assert read_corpus_answers(tmp_path / "answers.json") == {"T4": Span.of(0, 5), "T5": None}


@pytest.mark.parametrize(
    "words",
    [
        "", "[]", "{}", '{"answers": []}', '{"answers": {"a": "somewhere"}}',
        '{"answers": {"a": {"start": 5, "end": 5}}}',
        '{"answers": {"a": {"start": true, "end": 5}}}', '{"misplaced": [{}]}',
        '{"misplaced": [{"key": "a"}, {"key": "a"}]}', '{"answers": {"a": {"start": 0, "end": 1, "more": 2}}}',
    ],
)  # fmt: skip
def test_anything_else_is_refused_with_the_name_of_the_file(tmp_path, words):
    (tmp_path / "answers.json").write_text(words)
    with pytest.raises(UsageError, match="Nothing was done") as said:
        read_corpus_answers(tmp_path / "answers.json")
    assert said.value.where == "answers.json"
