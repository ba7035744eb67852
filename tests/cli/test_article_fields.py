# SPDX-License-Identifier: MIT
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import Answer

Call = Callable[..., Answer]


def test_fields_are_added_changed_ordered_and_taken_away(project: Path, call: Call) -> None:
    assert "has no fields of its own" in call("articles", project, "fields").out
    words = ("--add", "sponsor", "--label", "Paid by", "--kind", "choice", "--choices", "state, party")
    added = call("articles", project, "fields", *words, "--as", "Mara")
    assert (added.code, added.out) == (0, "sponsor “Paid by” (choice: state, party)\n")
    call("articles", project, "fields", "--add", "reach", "--kind", "number", "--as", "Mara")
    changed = call("articles", project, "fields", "--add", "Sponsor", "--choices", "state,party,firm", "--as", "Mara")
    assert changed.out == "Sponsor “Paid by” (choice: state, party, firm)\nreach (number)\n"
    ordered = call("articles", project, "fields", "--order", "reach", "--json", "--as", "Mara").json
    assert [each["name"] for each in ordered] == ["reach", "Sponsor"]
    removed = call("articles", project, "fields", "--remove", "reach", "--as", "Mara")
    assert removed.out.startswith("Sponsor")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--add", "title"), 1, "Every article has the field “Title” already"),
        (("--add", "x", "--kind", "choice"), 1, "name what can be chosen"),
        (("--kind", "choice"), 2, "--add NAME"),
        (("--add", "x", "--kind", "colour"), 2, ""),
        (("--add", ""), 1, "A field has a name"),
        (("--remove", "x"), 2, "There is no field “x”"),
        (("--order", "x"), 2, "There is no field “x”"),
    ],
)
def test_what_cannot_be_is_told(project: Path, call: Call, words: tuple[str, ...], code: int, told: str) -> None:
    answer = call("articles", project, "fields", *words, "--as", "Mara")
    assert (answer.code, answer.out) == (code, "")
    assert told in answer.err


def test_only_the_lead_says_which_fields_there_are(project: Path, call: Call) -> None:
    call("people", project, "--add", "Anna", "--as", "Mara")
    answer = call("articles", project, "fields", "--add", "x", "--as", "Anna")
    assert (answer.code, "Only the lead" in answer.err) == (1, True)
