# SPDX-License-Identifier: MIT
"""``annotator import``: texts as they are, and bad input refused with nothing written."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import ARTICLES, Answer

from annotator.cli import import_articles
from annotator.exchange.containers import packed

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


FRENCH = "L'été dernier, le président a déclaré qu'il n'était pas très confiant là-bas. «Voilà», dit-il. " * 4


def test_a_guess_is_named_and_not_taken(project: Path, call: Call, tmp_path: Path) -> None:
    path = tmp_path / "fr.txt"
    path.write_bytes(FRENCH.encode("cp1252"))
    answer = call("import", project, path, "--as", "Mara")
    assert answer.code == 1
    assert "perhaps cp1252. Say --encoding cp1252 where that is right, or --guess." in answer.err
    assert call("import", project, path, "--guess", "--as", "Mara").code == 0


def test_folders_and_archives_come_in(project: Path, call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "in" / "sub"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("From a folder.", encoding="utf-8")
    (tmp_path / "b.zip").write_bytes(packed({"c/d.txt": b"From an archive."}))
    assert call("import", project, tmp_path / "in", tmp_path / "b.zip", "--as", "Mara").code == 0
    documents = call("info", project, "--json").json["documents"]
    assert [each["name"] for each in documents][-2:] == ["sub/a.txt", "c/d.txt"]


def test_one_refused_file_refuses_all_unless_it_is_skipped(project: Path, call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("Good.", encoding="utf-8")
    (folder / "b.txt").write_bytes(b"\0bad")
    (folder / "c.txt").write_bytes(b"\0bad too")
    (folder / "d.jpg").write_bytes(b"\xff\xd8\xff")
    before = call("info", project, "--json").json["journal_digest"]
    for options in ([], ["--dry-run"]):
        answer = call("import", project, folder, *options, "--as", "Mara")
        assert answer.code == 1
        assert "b.txt" in answer.err
        assert "1 more is refused too" in answer.err
        assert call("info", project, "--json").json["journal_digest"] == before
    answer = call("import", project, folder, "--skip-refused", "--as", "Mara")
    assert answer.code == 0
    assert "Refused: b.txt" in answer.out
    assert "Refused: d.jpg" in answer.out
    assert answer.out.endswith("Took in 1 article.\n")


def test_a_picture_in_a_folder_is_passed_over_but_not_one_that_is_named(
    project: Path, call: Call, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "d.jpg").write_bytes(b"\xff\xd8\xff")
    assert call("import", project, folder, "--as", "Mara").code == 1
    (folder / "a.txt").write_text("Good.", encoding="utf-8")
    assert call("import", project, folder, "--as", "Mara").code == 0
    assert call("import", project, folder / "d.jpg", "--as", "Mara").code == 1


def test_columns_of_a_table_are_chosen(project: Path, call: Call, tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_text("a|b|c\nLong text of it|Short|7\n", encoding="utf-8")
    named = ["--table-text", "b", "--table-title", "a", "--table-id", "c", "--delimiter", "|"]
    read = call("import", project, path, *named, "--dry-run", "--json").json
    (row,) = read["articles"]
    assert (row["name"], row["title"], row["characters"]) == ("news.csv/7", "Long text of it", 5)
    assert call("import", project, path, "--table-text", "z", "--as", "Mara").code == 1
    assert call("import", project, path, "--delimiter", "||", "--as", "Mara").code == 2


def test_near_duplicates_and_repeats_have_their_options(project: Path, call: Call, tmp_path: Path) -> None:
    quote = "We do not trust them, and we never have, she said."
    words = " ".join(f"word{number}" for number in range(300))
    (tmp_path / "a.txt").write_text(f"{quote}\nShe rose. {quote} {words}", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"Again {words}", encoding="utf-8")
    named = [tmp_path / "a.txt", tmp_path / "b.txt", "--near-duplicates", "skip", "--repeated-passages", "propose"]
    answer = call("import", project, *named, "--as", "Mara")
    assert answer.code == 0
    assert "Left out: b.txt" in answer.out
    assert "1 repeated passage proposed as excluded." in answer.out
    assert answer.out.endswith("Took in 1 article.\n")


def test_progress_is_told_on_a_terminal_only(
    project: Path, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("Text.", encoding="utf-8")
    assert call("import", project, tmp_path / "a.txt", "--dry-run").err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    import_articles._progress(1, 2)
    import_articles._progress(2, 2)
