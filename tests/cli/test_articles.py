# SPDX-License-Identifier: MIT
"""``annotator articles``: the list, and values set by hand."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import ARTICLES, Answer

Call = Callable[..., Answer]
NAME = ARTICLES[0].name


def test_articles_are_listed_with_what_is_known_of_them(project: Path, call: Call) -> None:
    listed = call("articles", project)
    assert (listed.code, listed.err) == (0, "")
    assert [line.split()[0] for line in listed.out.splitlines()] == ["name", *(each.name for each in ARTICLES)]
    assert call("articles", project, "list").out == listed.out
    found = call("articles", project, "list", "--json").json
    assert [each["article"] for each in found] == [each.name for each in ARTICLES]
    assert set(found[0]) == {
        "article", "id", "sha256", "characters", "title", "outlet", "author", "date", "url", "metadata",
        "duplicate_group",
    }  # fmt: skip


def test_values_are_set_and_taken_away(project: Path, call: Call) -> None:
    assert call("articles", project, "fields", "--add", "sponsor", "--as", "Mara").code == 0
    words = ("outlet=Daily=Mail", "Sponsor=the state", "Address (URL)=https://example.org/?a=b")
    made = call("articles", project, "set", NAME, *words, "--as", "Mara")
    assert (made.code, made.out) == (0, "3 values changed.\n")
    found = call("articles", project, "list", "--json").json[0]
    assert (found["outlet"], found["url"]) == ("Daily=Mail", "https://example.org/?a=b")
    assert found["metadata"] == {"sponsor": "the state"}
    assert "the state" in call("articles", project).out
    assert call("articles", project, "set", NAME, *words, "--as", "Mara").out == "Nothing changed.\n"
    call("articles", project, "set", found["id"], "sponsor=", "--as", "Mara")
    assert call("articles", project, "list", "--json").json[0]["metadata"] == {}
    assert call("check", project).out.endswith("No fault found.\n")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ((NAME, "date=yesterday"), 1, "“Date” takes a date"),
        ((NAME, "colour=red"), 1, "there is no field “colour”"),
        ((NAME, "outlet"), 2, "is not FIELD=VALUE"),
        ((NAME, "=x"), 2, "is not FIELD=VALUE"),
        ((NAME, "outlet=a", "outlet=b"), 2, "named twice"),
        (("nowhere.txt", "outlet=a"), 2, "There is no article"),
        ((NAME,), 2, ""),
    ],
)
def test_what_cannot_be_set_is_told(project: Path, call: Call, words: tuple[str, ...], code: int, told: str) -> None:
    before = call("info", project, "--json").json["journal_digest"]
    answer = call("articles", project, "set", *words, "--as", "Mara")
    assert (answer.code, answer.out) == (code, "")
    assert told in answer.err
    assert call("info", project, "--json").json["journal_digest"] == before


def test_nothing_in_a_list_steers_the_terminal(project: Path, call: Call) -> None:
    call("articles", project, "set", NAME, "outlet=\x1b[31mred\nand more", "--as", "Mara")
    assert "\x1b" not in call("articles", project).out
    assert r"\x1b[31mred and more" in call("articles", project).out


def test_a_project_without_articles_says_so(tmp_path: Path, call: Call) -> None:
    path = tmp_path / "empty.annotator"
    call("new", path, "--as", "Mara")
    assert call("articles", path).out == "The project has no articles.\n"


def test_a_project_that_is_not_there(call: Call) -> None:
    assert call("articles", "nowhere.annotator").code == 1
