# SPDX-License-Identifier: MIT
"""``annotator import``: texts as they are, and bad input refused with nothing written."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import ARTICLES, Answer

Call = Callable[..., Answer]


def test_articles_come_in_exactly(project: Path, call: Call) -> None:
    documents = call("info", project, "--json").json["documents"]
    assert [each["name"] for each in documents] == [path.name for path in ARTICLES]
    for each, path in zip(documents, ARTICLES, strict=True):
        assert each["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
        assert each["characters"] == len(path.read_text(encoding="utf-8"))


def test_same_text_again_is_no_new_article(project: Path, call: Call, tmp_path: Path) -> None:
    copy = tmp_path / "other-name.txt"
    copy.write_bytes(ARTICLES[0].read_bytes())
    answer = call("import", project, copy, "--as", "Mara")
    assert answer.code == 0
    assert "Already there: other-name.txt" in answer.out
    assert len(call("info", project, "--json").json["documents"]) == 3


def _bad_inputs(folder: Path) -> dict[str, Path]:
    made = {
        "binary": b"\x7fELF\x00\x01\x02",
        "empty": b"",
        "undecodable": "Größe".encode("cp1252") + b"\x81",
    }
    for name, data in made.items():
        (folder / f"{name}.txt").write_bytes(data)
    (folder / "directory.txt").mkdir()
    return {name: folder / f"{name}.txt" for name in (*made, "directory", "missing")}


@pytest.mark.parametrize("kind", ["binary", "empty", "undecodable", "directory", "missing"])
def test_bad_input_is_one_sentence_and_nothing_is_written(kind: str, project: Path, call: Call, tmp_path: Path) -> None:
    before = call("info", project, "--json").json
    good = tmp_path / "good.txt"
    good.write_text("A good article.", encoding="utf-8")
    answer = call("import", project, good, _bad_inputs(tmp_path)[kind], "--as", "Mara")
    assert answer.code == 1
    assert answer.out == ""
    assert len(answer.err.splitlines()) == 1
    assert kind in answer.err
    after = call("info", project, "--json").json
    assert after["journal_digest"] == before["journal_digest"]


def test_encoding_can_be_named(project: Path, call: Call, tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("Die Größe".encode("cp1252"))
    assert call("import", project, path, "--as", "Mara").code == 1
    assert call("import", project, path, "--encoding", "cp1252", "--as", "Mara").code == 0
    assert call("info", project, "--json").json["documents"][-1]["characters"] == 9


def test_unknown_encoding_is_a_sentence(project: Path, call: Call) -> None:
    answer = call("import", project, ARTICLES[0], "--encoding", "klingon", "--as", "Mara")
    assert answer.code in (1, 2)
    assert "klingon" in answer.err


def test_name_with_control_characters_does_not_reach_the_terminal(project: Path, call: Call, tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31m.txt"
    path.write_bytes(b"")
    answer = call("import", project, path, "--as", "Mara")
    assert answer.code == 1
    assert "\x1b" not in answer.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_pipe_is_refused_and_not_waited_for(project: Path, call: Call, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert call("import", project, tmp_path / "pipe.txt", "--as", "Mara").code == 1
