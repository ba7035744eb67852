# SPDX-License-Identifier: MIT
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import Answer

Call = Callable[..., Answer]
LINES = [f"Sentence number {n} tells what delegate {n * 7} said about treaty {n * 13} today." for n in range(60)]


@pytest.fixture
def copies(tmp_path: Path, call: Call) -> Path:
    path = tmp_path / "copies.annotator"
    assert call("new", path, "--as", "Mara").code == 0
    for name, kept in (("a.txt", LINES), ("b.txt", LINES[:40]), ("c.txt", [line[::-1] for line in LINES])):
        (tmp_path / name).write_text("\n".join(kept), encoding="utf-8")
    assert call("import", path, *(tmp_path / name for name in ("a.txt", "b.txt", "c.txt")), "--as", "Mara").code == 0
    return path


def test_groups_are_listed_confirmed_and_parted(copies: Path, call: Call) -> None:
    listed = call("articles", copies, "similar")
    assert listed.out.startswith("1. 2 articles, proposed:\n   a.txt: ")
    assert "a.txt and b.txt: 100% of the smaller, 66% of both together" in listed.out
    assert call("articles", copies, "similar", "--confirm", 1, "--as", "Mara").out.startswith(
        "1. 2 articles, confirmed:"
    )
    (group,) = call("articles", copies, "similar", "--json").json
    assert (group["confirmed"], [each["article"] for each in group["articles"]]) == (True, ["a.txt", "b.txt"])
    assert group["pairs"][0]["containment"] == 1
    known = call("articles", copies, "list", "--json").json
    assert known[0]["duplicate_group"] == known[1]["duplicate_group"] != known[2]["duplicate_group"] == ""
    assert "proposed" in call("articles", copies, "similar", "--part", 1, "--as", "Mara").out


def test_articles_are_declared_copies_by_name_and_one_alone_a_copy_of_none(copies: Path, call: Call) -> None:
    words = ("--together", "a.txt", "--together", "c.txt", "--as", "Mara")
    (group,) = call("articles", copies, "similar", *words, "--json").json
    assert [each["article"] for each in group["articles"]] == ["a.txt", "c.txt"]
    alone = call("articles", copies, "similar", "--together", "a.txt", "--as", "Mara")
    assert alone.out == "No articles look like copies of one another.\n"


@pytest.mark.parametrize("words", [("--confirm", 0), ("--confirm", 2), ("--part", -1), ("--together", "nowhere.txt")])
def test_what_is_not_there_is_told(copies: Path, call: Call, words: tuple[object, ...]) -> None:
    answer = call("articles", copies, "similar", *words, "--as", "Mara")
    assert (answer.code, answer.out) == (2, "")
