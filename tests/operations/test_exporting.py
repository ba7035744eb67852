# SPDX-License-Identifier: MIT
"""The tables of the demonstration, read back by the csv module alone."""

import csv
import hashlib

import pytest

from annotator import operations
from annotator.domain import Refused


@pytest.fixture
def demo(tmp_path):
    project = operations.open_demo(tmp_path / "demo")
    yield project
    operations.close_project(project)


def rows(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_annotation_has_a_row_whose_quote_stands_in_its_text(demo, tmp_path):
    report = operations.export_csv(demo, directory=tmp_path / "out" / "deeper")
    assert [path.name for path in report.files] == ["annotations_long.csv", "excluded_regions.csv", "agreement.csv"]
    texts = {
        summary.document.text_sha256: operations.article(demo, document=summary.document.id).text
        for summary in operations.overview(demo).documents
    }
    for path in report.files[:2]:
        table = rows(path)
        assert len(table) == {each.path: each.rows for each in report.written}[path] > 0
        for row in table:
            text = texts[row["text_sha256"]]
            assert hashlib.sha256(text.encode()).hexdigest() == row["text_sha256"]
            assert text[int(row["start_char"]) : int(row["end_char"])] == row["quote"]
    assert len(rows(report.files[0])) == operations.overview(demo).annotations


def test_the_agreement_table_is_what_is_measured(demo, tmp_path):
    report = operations.export_csv(demo, directory=tmp_path / "out")
    table = rows(report.files[2])
    answer = operations.measure_agreement(demo)
    assert [(row["measure"], row["code_id"], row["value"]) for row in table] == [
        (result.measure, result.code, repr(result.value)) for result in answer.results
    ]
    assert {row["code"] for row in table} == {row["code"] for row in rows(report.files[0])}


def test_the_same_project_gives_the_same_bytes(demo, tmp_path):
    first = operations.export_csv(demo, directory=tmp_path / "one").files
    second = operations.export_csv(demo, directory=tmp_path / "two").files
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    again = operations.export_csv(demo, directory=tmp_path / "one").files
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in second]


def test_a_file_in_the_place_of_the_folder_is_left_alone(demo, tmp_path):
    (tmp_path / "out").write_text("mine")
    with pytest.raises(Refused, match="file"):
        operations.export_csv(demo, directory=tmp_path / "out")
    assert (tmp_path / "out").read_text() == "mine"
