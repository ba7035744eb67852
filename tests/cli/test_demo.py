# SPDX-License-Identifier: MIT
"""``annotator demo --no-window``: a project, a table, a file, and words about where they are."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import Answer

from annotator import ui

Call = Callable[..., Answer]

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def demo(call: Call, tmp_path: Path) -> Answer:
    answer = call("demo", tmp_path / "demo", "--no-window")
    assert (answer.code, answer.err) == (0, "")
    return answer


def test_it_says_where_the_files_are(demo: Answer, tmp_path: Path) -> None:
    for name in ("demo.annotator", "annotations_long.csv"):
        assert str(tmp_path / "demo" / name) in demo.out
        assert (tmp_path / "demo" / name).is_file()


def test_it_prints_the_table_per_code(demo: Answer) -> None:
    for word in ("trust", "mistrust", "speculation", "expert_quote"):
        assert word in demo.out


def test_it_says_that_the_codings_are_machine_made(demo: Answer) -> None:
    assert "machine-made" in demo.out


def test_articles_and_codings_are_all_there(demo: Answer, call: Call, tmp_path: Path) -> None:
    info = call("info", tmp_path / "demo" / "demo.annotator", "--json").json
    assert len(info["documents"]) == 5
    assert info["annotations"] == 459 - 44, "the rows of both codings but for the excluded regions"
    assert sorted(info["by_coder"].values()) == [157, 258]
    assert info["regions"].get("accepted", 0) > 0
    with (tmp_path / "demo" / "annotations_long.csv").open(encoding="utf-8", newline="") as stream:
        assert len(list(csv.DictReader(stream))) == info["annotations"]


def test_again_opens_the_one_that_is_there(demo: Answer, call: Call, tmp_path: Path) -> None:
    path = tmp_path / "demo" / "demo.annotator"
    before = call("info", path, "--json").json["journal_digest"]
    assert call("demo", tmp_path / "demo", "--no-window").code == 0
    assert call("info", path, "--json").json["journal_digest"] == before


def test_folder_of_something_else_is_refused(call: Call, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("mine", encoding="utf-8")
    answer = call("demo", tmp_path / "mine", "--no-window")
    assert answer.code == 1
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.txt"]


def test_it_needs_no_name_and_works_in_a_folder_of_its_own(call: Call, tmp_path: Path) -> None:
    assert call("demo", "--no-window").code == 0
    assert (tmp_path / "annotator-demo" / "demo.annotator").is_file()


def test_with_a_window_the_project_is_opened_there(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path | None] = []

    def run(path: Path | None) -> int:
        opened.append(path)
        return 0

    monkeypatch.setattr(ui, "run", run)
    assert call("demo", tmp_path / "demo").code == 0
    assert opened == [tmp_path / "demo" / "demo.annotator"]
