# SPDX-License-Identifier: MIT
"""``annotator quotes``."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import ARTICLES, Answer

Call = Callable[..., Answer]


def test_quotes_as_json_slice_the_texts(coded: Path, call: Call) -> None:
    found = call("quotes", coded, "--json").json["quotes"]
    assert len(found) == call("info", coded, "--json").json["annotations"]
    texts = {path.name: path.read_text(encoding="utf-8") for path in ARTICLES}
    for each in found:
        assert texts[each["document"]][each["start"] : each["end"]] == each["quote"]


def test_quotes_for_people_end_in_what_was_asked(coded: Path, call: Call) -> None:
    answer = call("quotes", coded, "--code", "trust", "--order", "date", "--context", "sentence")
    assert (answer.code, answer.err) == (0, "")
    assert "1. trust (" in answer.out
    assert answer.out.splitlines()[-1].endswith("What lies wholly in an accepted excluded region is left out.")


@pytest.mark.parametrize("ending", [".csv", ".docx", ".html", ".md"])
def test_files(coded: Path, call: Call, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"quotes{ending}"
    answer = call("quotes", coded, "--output", path, "--json")
    assert answer.json["path"] == str(path)
    assert answer.json["quotes"] == len(call("quotes", coded, "--json").json["quotes"])
    assert "Wrote" in call("quotes", coded, "--output", path).out


@pytest.mark.parametrize("wrong", [
    ("--context", "page"), ("--context", "-3"), ("--context", ""), ("--output", "a.pdf"), ("--code", "none"),
    ("--field", "outlet"), ("--attribute", "none=x"), ("--since", "spring"), ("--with", "trust"),
])  # fmt: skip
def test_wrong_usage_is_a_sentence(coded: Path, call: Call, wrong: tuple[str, ...]) -> None:
    answer = call("quotes", coded, *wrong)
    assert answer.code == 2
    assert answer.err
