# SPDX-License-Identifier: MIT
import json

import pytest
from operations.foreign_corpus import number_of_changes, taken_in
from operations.replicas import ANNA, MARA

from annotator import operations
from annotator.domain import Refused, Span, UsageError
from annotator.exchange.findings import FindingKind
from annotator.store import queries


@pytest.fixture
def write(tmp_path):
    def written(*rows):
        path = tmp_path / "flat.jsonl"
        path.write_text("".join(json.dumps({"document": "plain.txt", **row}) + "\n" for row in rows))
        return path

    return written


ROW = {"code": "trust", "start": 0, "end": 7, "quote": "Beijing", "memo": "first"}


def test_rows_are_the_same_by_either_way_in(project, documents, write):
    operations.add_coder(project, author=MARA.id, coder=ANNA)
    path = write(ROW, {"code": "exclude", "start": 15, "end": 21, "quote": "Moscow"})
    operations.import_annotations(project, author=MARA.id, path=path, coder=ANNA)
    before = number_of_changes(project)
    assert taken_in(project, path, coder="Anna").already_there == 2
    assert number_of_changes(project) == before
    assert taken_in(project, write({**ROW, "memo": "second"}), coder="Anna").updated == 1


def test_a_moved_quote_can_be_placed(project, documents, write):
    path = write({**ROW, "start": 1, "end": 8})
    with pytest.raises(Refused) as said:
        taken_in(project, path, coder="Mara")
    assert "line 1" in said.value.where
    taken_in(project, path, coder="Mara", answers={"line 1": Span.of(0, 7)})
    assert [each.quote for each in queries.annotations(project.live, documents["plain.txt"].id)] == ["Beijing"]


def test_an_excluded_passage_that_does_not_stand_is_left_out_where_the_rest_may_be(project, documents, write):
    path = write(ROW, {"code": "exclude", "start": 16, "end": 22, "quote": "Moscow"})
    with pytest.raises(Refused, match="--reanchor") as said:
        taken_in(project, path, coder="Mara")
    assert "line 2" in said.value.where
    report = taken_in(project, path, coder="Mara", reanchor=True)
    assert (report.annotations, report.regions) == (1, 0)
    assert [each.places for each in report.findings if each.kind is FindingKind.DROPPED] == [("line 2",)]


def test_articles_codes_and_a_coder_must_be_named(project, write):
    with pytest.raises(UsageError, match="--coder"):
        taken_in(project, write(ROW))
    for wrong in ({"document": "nothing.txt"}, {"code": "nothing"}, {"code": "exclude", "start": 1, "end": 8}):
        with pytest.raises(Refused):
            taken_in(project, write({**ROW, **wrong}), coder="Mara")
