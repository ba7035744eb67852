# SPDX-License-Identifier: MIT
"""A preview as JSON: saved with the answers so far, it can be used as the file of answers."""

import json

from operations.conftest import closed
from operations.replicas import MARA
from operations.test_merge_answers import FIRST_KIM, SECOND_KIM
from operations.test_merging import annotate

from annotator import operations
from annotator.merging.answers_file import read_answers
from annotator.merging.questions import SAME


def test_a_saved_preview_is_a_file_of_answers(project, documents, codes, sent, tmp_path):
    paths = []
    for kim, name in ((FIRST_KIM, "one.annotator"), (SECOND_KIM, "two.annotator")):
        theirs = sent(kim, name)
        annotate(theirs, kim, documents["plain.txt"], codes["trust"], 0, 7)
        paths.append(closed(theirs))
    preview = operations.preview_merge(project, paths=paths)
    [question] = preview.questions
    path = tmp_path / "preview.json"
    assert operations.export_merge_preview(preview, path=path, answers={question.id: SAME}).rows == 2
    said = json.loads(path.read_bytes())
    assert (said["dry_run"], said["added_changes"], said["number"]) == (True, 0, 0)
    assert [each["name"] for each in said["files"]] == ["one.annotator", "two.annotator"]
    assert read_answers(path.read_text(encoding="utf-8")) == {question.id: SAME}
    result = operations.merge(project, author=MARA.id, paths=paths, answers={question.id: SAME}).value
    after = operations.preview_as_json(result.preview, result=result)
    assert (after["dry_run"], after["number"]) == (False, result.number)
    assert after["backup"] == str(result.backup)
