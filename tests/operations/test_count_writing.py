# SPDX-License-Identifier: MIT
import csv

import pytest
from operations.counted_study import make

from annotator import operations
from annotator.domain import UsageError
from annotator.operations import CountChoice, CountKind


@pytest.fixture
def study(tmp_path):
    made = make(tmp_path / "study.annotator")
    yield made
    operations.close_project(made)


@pytest.mark.parametrize("kind", CountKind)
@pytest.mark.parametrize("ending", operations.COUNT_ENDINGS)
def test_every_kind_is_written_the_same_each_time(study, tmp_path, kind, ending):
    counts = operations.count(study, choice=CountChoice(kind=kind))
    for name in ("one", "two"):
        report = operations.write_counts(study, counts=counts, path=tmp_path / f"{name}{ending}")
        assert report.files == (tmp_path / f"{name}{ending}",)
    assert (tmp_path / f"one{ending}").read_bytes() == (tmp_path / f"two{ending}").read_bytes()


def test_the_table_says_how_it_was_counted(study, tmp_path):
    counts = operations.count(study, choice=CountChoice(kind=CountKind.CROSS))
    report = operations.write_counts(study, counts=counts, path=tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(counts.rows) == report.written[0].rows
    assert all("never added up" in row["caption"] and "Every annotation counts." in row["caption"] for row in rows)
    assert [int(row["passages"]) for row in rows] == [row.passages for row in counts.rows]


def test_a_form_for_spreadsheets(study, tmp_path):
    counts = operations.count(study, choice=CountChoice(kind=CountKind.NETWORK))
    operations.write_counts(study, counts=counts, path=tmp_path / "a.csv", for_spreadsheets=True)
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_another_ending_is_a_sentence(study, tmp_path):
    counts = operations.count(study, choice=CountChoice(kind=CountKind.TRENDS))
    with pytest.raises(UsageError):
        operations.write_counts(study, counts=counts, path=tmp_path / "a.docx")
    assert not list(tmp_path.glob("a.*"))
