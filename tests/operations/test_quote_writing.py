# SPDX-License-Identifier: MIT
import csv
import zipfile

import pytest
from operations.counted_study import TEXTS, make

from annotator import operations
from annotator.counting.selection import Selection
from annotator.domain import UsageError


class EndedError(Exception):
    pass


@pytest.fixture
def study(tmp_path):
    made = make(tmp_path / "study.annotator")
    yield made
    operations.close_project(made)


def write(study, path, **further):
    return operations.write_quotes(study, retrieval=operations.retrieve(study), path=path, **further)


@pytest.mark.parametrize("ending", operations.QUOTE_ENDINGS)
def test_all_are_written_the_same_each_time(study, tmp_path, ending):
    numbers = [write(study, tmp_path / f"{name}{ending}").written[0].rows for name in ("one", "two")]
    assert numbers == [operations.retrieve(study).count()] * 2
    assert (tmp_path / f"one{ending}").read_bytes() == (tmp_path / f"two{ending}").read_bytes()


def test_the_table_slices_the_texts(study, tmp_path):
    write(study, tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        text, begin, end = TEXTS[int(row["document"][0])], int(row["start_char"]), int(row["end_char"])
        assert text[begin:end] == row["quote"]
        assert text[begin - len(row["before"]) : end + len(row["after"])] == row["before"] + row["quote"] + row["after"]
        assert row["offset_unit"] == "unicode-codepoint"
        assert len(row["text_sha256"]) == 64
    assert [int(row["number"]) for row in rows] == list(range(1, len(rows) + 1))
    assert {row["speaker"] for row in rows} == {"", "Ada", "Bo; Cy"}


@pytest.mark.parametrize("ending", [".docx", ".html", ".md"])
def test_lists_bear_quotes_and_sources(study, tmp_path, ending):
    path = tmp_path / f"a{ending}"
    write(study, path)
    if ending == ".docx":
        with zipfile.ZipFile(path) as archive:
            text = archive.read("word/document.xml").decode()
    else:
        text = path.read_text(encoding="utf-8")
    for words in ("Quotes from Study", "Evidence of trust", "Anna", "Title 1", "Post", "As in the interview"):
        assert words in text


def test_nothing_is_written_too(study, tmp_path):
    nothing = operations.retrieve(study, selection=Selection(words="nobody wrote this"))
    for ending in operations.QUOTE_ENDINGS:
        report = operations.write_quotes(study, retrieval=nothing, path=tmp_path / f"a{ending}")
        assert report.written[0].rows == 0


def test_no_cell_is_a_formula_for_spreadsheets(study, tmp_path):
    write(study, tmp_path / "a.csv", for_spreadsheets=True)
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_another_ending_is_a_sentence_and_an_end_leaves_nothing(study, tmp_path):
    with pytest.raises(UsageError):
        write(study, tmp_path / "a.pdf")

    def stop(_):
        raise EndedError

    with pytest.raises(EndedError):
        write(study, tmp_path / "a.csv", progress=stop)
    assert not list(tmp_path.glob("a.*"))
