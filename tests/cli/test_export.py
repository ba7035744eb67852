# SPDX-License-Identifier: MIT
"""``annotator export``."""

import csv
from collections.abc import Callable
from pathlib import Path

from cli.conftest import ARTICLES, Answer

Call = Callable[..., Answer]


def test_csv_has_one_row_for_each_annotation(coded: Path, call: Call, tmp_path: Path) -> None:
    answer = call("export", coded, "--format", "csv", "--output", tmp_path / "tables")
    assert (answer.code, answer.err) == (0, "")
    assert str(tmp_path / "tables" / "annotations_long.csv") in answer.out
    with (tmp_path / "tables" / "annotations_long.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == call("info", coded, "--json").json["annotations"]
    texts = {path.name: path.read_text(encoding="utf-8") for path in ARTICLES}
    for row in rows:
        assert texts[row["document"]][int(row["start_char"]) : int(row["end_char"])] == row["quote"]


def test_twice_gives_the_same_bytes(coded: Path, call: Call, tmp_path: Path) -> None:
    for name in ("one", "two"):
        call("export", coded, "--format", "csv", "--output", tmp_path / name)
    one, two = (tmp_path / name / "annotations_long.csv" for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()


def test_unknown_format_is_wrong_usage(coded: Path, call: Call, tmp_path: Path) -> None:
    answer = call("export", coded, "--format", "sas", "--output", tmp_path)
    assert answer.code == 2
    assert "csv" in answer.err


def test_file_in_the_way_is_a_sentence(coded: Path, call: Call, tmp_path: Path) -> None:
    (tmp_path / "tables").write_text("mine", encoding="utf-8")
    answer = call("export", coded, "--format", "csv", "--output", tmp_path / "tables")
    assert answer.code in (1, 3)
    assert (tmp_path / "tables").read_text(encoding="utf-8") == "mine"


def test_every_exchange_format_is_written_at_once(coded: Path, call: Call, tmp_path: Path) -> None:
    from annotator.operations import CORPUS_FORMATS

    formats = [word for name in CORPUS_FORMATS for word in ("--format", name)]
    answer = call("export", coded, *formats, "--output", tmp_path / "out", "--json")
    assert answer.code == 0
    assert {Path(each["path"]).suffix for each in answer.json["files"]} == {
        ".jsonl", ".qdpx", ".json", ".zip", ".csv", ".html", ".docx", ".md",
    }  # fmt: skip


def test_events_go_by_named_attributes(coded: Path, call: Call, tmp_path: Path) -> None:
    chosen = ("--format", "events", "--output", tmp_path / "out")
    assert call("export", coded, *chosen, "--holder", "target", "--target", "holder").code == 0
    assert call("export", coded, *chosen, "--holder", "nothing").code == 2
