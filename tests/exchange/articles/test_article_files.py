# SPDX-License-Identifier: MIT
"""What lies in folders: in the order in which people count, without what is hidden, linked or no file at all."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import Refused
from annotator.exchange.articles import article_files
from annotator.exchange.articles.article_files import (
    HIDDEN,
    LINKS,
    SPECIAL,
    FoundFile,
    UnreadFolder,
    find_files,
    is_passed_over,
    natural_key,
    storable_name,
)
from annotator.exchange.findings import Findings


def names(*paths: Path) -> tuple[list[str], dict[str, int]]:
    findings = Findings()
    found = [each.name for each in find_files(paths, findings=findings)]
    return found, {each.sentence: each.count for each in findings}


def fill(folder: Path, *files: str) -> None:
    for file in files:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text("x")


def test_folders_are_gone_through_in_the_order_of_numbers(tmp_path: Path) -> None:
    fill(tmp_path, "article 10.txt", "article 2.txt", "Article 1.txt", "b/2.txt", "b/10.txt", "a/x.txt")
    assert names(tmp_path)[0] == ["a/x.txt", "Article 1.txt", "article 2.txt", "article 10.txt", "b/2.txt", "b/10.txt"]


def test_files_come_as_they_are_named(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a.txt", ".hidden.txt")
    found = list(find_files([tmp_path / "b.txt", tmp_path / ".hidden.txt", tmp_path / "none"], findings=Findings()))
    assert [(each.name, isinstance(each, FoundFile) and each.is_named) for each in found] == [
        ("b.txt", True), (".hidden.txt", True), ("none", True),
    ]  # fmt: skip


def test_hidden_linked_and_special_things_are_counted(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", ".git/config", "__MACOSX/._a.txt", "Thumbs.db", "~$a.docx", "sub/.DS_Store")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "sub" / "link.txt").symlink_to(tmp_path / "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    found, findings = names(tmp_path)
    assert found == ["a.txt"]
    assert findings == {HIDDEN: 5, LINKS: 2, SPECIAL: 1}


def test_what_cannot_be_gone_through_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    (found,) = find_files([tmp_path / "empty"], findings=Findings())
    assert isinstance(found, UnreadFolder)
    assert "no file in this folder" in found.error.sentence
    monkeypatch.setattr(article_files, "DEEPEST_FOLDERS", 3)
    fill(tmp_path, "1/2/3/4/a.txt", "1/b.txt")
    found, _ = names(tmp_path)
    assert found == ["1/2/3", "1/b.txt"]


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article_files, "MOST_FILES", 2)
    fill(tmp_path, "1", "2", "3")
    with pytest.raises(Refused, match="more than 2 files"):
        names(tmp_path)


@pytest.mark.parametrize("name", [".a", "x/.a", "__MACOSX/a.txt", "a/Thumbs.db", "x/~$b.docx", "DESKTOP.INI"])
def test_what_systems_leave_behind(name: str) -> None:
    assert is_passed_over(name)


@given(st.permutations(["a1", "A2", "a10", "a²", "01", "1", "x.", "b/9x", "b/10"]))
def test_the_order_depends_on_the_names_alone(words: list[str]) -> None:
    expected = ["01", "1", "a1", "A2", "a10", "a²", "b/9x", "b/10", "x."]
    assert sorted(words, key=natural_key) == expected


def test_numbers_sort_by_value_however_long_they_are() -> None:
    assert natural_key("2") < natural_key("010") < natural_key("9" * 9000) < natural_key("a")


def test_names_are_made_storable() -> None:
    assert storable_name("a\x1b[31m\n\u202etxt.exe") == "a\ufffd[31m\ufffd\ufffdtxt.exe"
    assert storable_name(os.fsdecode(b"caf\xe9.txt")) == "caf\ufffd.txt"
    assert len(storable_name("x" * 400 + ".txt")) == 290
    assert storable_name("x" * 400 + ".txt").endswith(".txt")
