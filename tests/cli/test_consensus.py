# SPDX-License-Identifier: MIT
"""``annotator consensus``."""

import csv
from collections.abc import Callable
from pathlib import Path

from cli.conftest import ARTICLES, Answer

Call = Callable[..., Answer]


def test_writes_three_tables(coded: Path, call: Call, tmp_path: Path) -> None:
    call("adjudicate", coded, "--rule", 2, "--boundary", "union", "--as", "Mara")
    answer = call("consensus", coded, "--output", tmp_path / "out", "--json")
    assert [Path(each["path"]).name for each in answer.json] == ["consensus.csv", "decisions.csv", "accuracy.csv"]
    with (tmp_path / "out" / "consensus.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == answer.json[0]["rows"] > 0
    texts = {path.name: path.read_text(encoding="utf-8") for path in ARTICLES}
    for row in rows:
        assert texts[row["document"]][int(row["start_char"]) : int(row["end_char"])] == row["quote"]
    assert "Wrote" in call("consensus", coded, "--output", tmp_path / "out").out


def test_an_unknown_round_is_wrong_usage(coded: Path, call: Call, tmp_path: Path) -> None:
    assert call("consensus", coded, "--output", tmp_path / "out", "--round", "nowhere").code == 2
    assert not (tmp_path / "out").exists()


def test_the_export_holds_them_once_anything_is_decided(coded: Path, call: Call, tmp_path: Path) -> None:
    call("export", coded, "--format", "csv", "--output", tmp_path / "before")
    assert not (tmp_path / "before" / "consensus.csv").exists()
    call("adjudicate", coded, "--rule", 1, "--as", "Mara")
    call("export", coded, "--format", "csv", "--output", tmp_path / "after")
    assert (tmp_path / "after" / "consensus.csv").exists()
