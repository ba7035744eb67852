# SPDX-License-Identifier: MIT
"""``annotator questions`` and ``annotator answer``: what a coder asks is listed, answered and closed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import ARTICLES, Answer

Call = Callable[..., Answer]


@pytest.fixture
def asked(project: Path, call: Call, tmp_path: Path) -> Path:
    """Ines asks about the first passage of the first article."""
    text = ARTICLES[0].read_text(encoding="utf-8")
    row = {
        "document": ARTICLES[0].name, "code": "trust", "start": 0, "end": 9, "quote": text[:9], "ask_lead": True,
        "memo": "Is it\x1b[31m?",
    }  # fmt: skip
    path = tmp_path / "asked.jsonl"
    path.write_text(json.dumps(row), encoding="utf-8")
    assert call("annotations", "import", project, path, "--coder", "Ines", "--as", "Ines").code == 0
    return project


def test_a_question_is_listed_and_answered(asked: Path, call: Call) -> None:
    listed = call("questions", asked)
    assert "1 question, 1 open" in listed.out
    assert "\x1b" not in listed.out
    [question] = call("questions", asked, "--json").json
    beginning = question["annotation_id"][:13]
    assert call("answer", asked, beginning, "One moment.", "--remark", "--as", "Ines").code == 0
    assert call("questions", asked, "--json").json[0]["open"] is True
    assert call("answer", asked, beginning, "Yes.", "--as", "Mara").code == 0
    [question] = call("questions", asked, "--json").json
    assert question["open"] is False
    assert [each["text"] for each in question["remarks"]] == ["One moment.", "Yes."]
    assert call("questions", asked, "--open", "--json").json == []
    assert "Mara (answer): Yes." in call("questions", asked).out


def test_refusals(asked: Path, call: Call) -> None:
    [question] = call("questions", asked, "--json").json
    only_lead = call("answer", asked, question["annotation_id"], "Yes.", "--as", "Ines")
    assert (only_lead.code, "Only the lead" in only_lead.err) == (1, True)
    for word in ("", "nothing", "'; --"):
        answer = call("answer", asked, word, "Yes.", "--as", "Mara")
        assert (answer.code, len(answer.err.splitlines())) == (2, 1)
    assert call("answer", asked, question["annotation_id"], " ", "--as", "Mara").code == 1
