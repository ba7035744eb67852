# SPDX-License-Identifier: MIT
"""``annotator counts``."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import Answer

Call = Callable[..., Answer]
KINDS = ("frequencies", "co-occurrence", "cross", "trends", "network")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_for_people_and_for_programs(coded: Path, call: Call, kind: str) -> None:
    answer = call("counts", coded, kind)
    assert (answer.code, answer.err) == (0, "")
    assert "figures of coders are never added up" in answer.out
    found = call("counts", coded, kind, "--json").json
    assert set(found) == {"title", "caption", "rows"}
    assert found["title"] == answer.out.splitlines()[0]


@pytest.mark.parametrize("ending", [".csv", ".svg", ".pdf", ".png"])
def test_files(coded: Path, call: Call, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"counts{ending}"
    answer = call("counts", coded, "frequencies", "--basis", "mean", "--output", path)
    assert answer.out.startswith(f"Wrote {path}")
    assert path.stat().st_size
    assert call("counts", coded, "frequencies", "--output", path, "--json").json["path"] == str(path)


def test_counts_agree_with_quotes(coded: Path, call: Call) -> None:
    for row in call("counts", coded, "frequencies", "--duplicates", "document", "--json").json["rows"]:
        quotes = call(
            "quotes", coded, "--code", row["code"], "--coder", row["coder"], "--duplicates", "document", "--json"
        ).json["quotes"]
        assert len(quotes) == row["passages"]


@pytest.mark.parametrize("wrong", [
    ("none",), ("cross", "--values-of", "none"), ("cross", "--values-of-attribute", "none"),
    ("frequencies", "--output", "a.docx"), ("network", "--speaker", "none"), ("trends", "--period", "hour"),
])  # fmt: skip
def test_wrong_usage_is_a_sentence(coded: Path, call: Call, wrong: tuple[str, ...]) -> None:
    answer = call("counts", coded, *wrong)
    assert answer.code == 2
    assert answer.err
