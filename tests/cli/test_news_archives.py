# SPDX-License-Identifier: MIT
"""``annotator news-archives``, and a download taken in by ``annotator import``."""

import json
from collections.abc import Callable
from pathlib import Path

from cli.conftest import Answer

Call = Callable[..., Answer]

DOWNLOAD = "".join(
    f"Title {number}\nThe Paper\nMarch {number}, 2020\n\nLength: 4 words\nByline: Jane Doe\nBody\n\n"
    f"Text number {number} stands here.\n\nEnd of Document\n"
    for number in (1, 2, 3)
)


def test_rules_are_listed_shown_added_and_taken_away(call: Call, tmp_path: Path) -> None:
    assert "nexis_uni_english: Nexis Uni document, English." in call("news-archives", "list").out
    text = call("news-archives", "show", "nexis_uni_english").out
    own = tmp_path / "mine.json"
    own.write_text(json.dumps(json.loads(text) | {"name": "My own"}), "utf-8")
    assert call("news-archives", "add", own).out == "Kept mine\n"
    first = call("news-archives", "list", "--json").json[0]
    assert first == {"key": "mine", "name": "My own", "own": True, "fault": ""}
    assert call("news-archives", "remove", "my own").out == "Took away mine.\n"
    assert call("news-archives", "remove", "mine").code == 1
    own.write_text("{}", "utf-8")
    refused = call("news-archives", "add", own)
    assert (refused.code, "no name" in refused.err) == (1, True)


def test_a_download_is_tried_before_it_is_taken(call: Call, tmp_path: Path) -> None:
    (tmp_path / "download.txt").write_text(DOWNLOAD, "utf-8")
    tried = call("news-archives", "try", tmp_path / "download.txt")
    assert "3 articles by “Nexis Uni document, English”." in tried.out
    assert call("news-archives", "try", tmp_path / "download.txt", "--json").json[0]["articles"][2]["number"] == 3
    (tmp_path / "plain.txt").write_text("No download.\n", "utf-8")
    plain = call("news-archives", "try", tmp_path / "plain.txt")
    assert (plain.code, "Nothing in this file" in plain.err) == (1, True)


def test_a_download_becomes_articles_with_what_is_known_of_them(project: Path, call: Call, tmp_path: Path) -> None:
    (tmp_path / "download.txt").write_text(DOWNLOAD.replace("Text number 2 stands here.\n", ""), "utf-8")
    trial = call("import", project, tmp_path / "download.txt", "--dry-run")
    assert "3 articles by the rule “Nexis Uni document, English”; 1 doubtful one" in trial.out
    assert "No text was found under its head." in trial.out
    taken = call("import", project, tmp_path / "download.txt", "--as", "Mara", "--json").json
    assert [row["metadata"]["date"] for row in taken["articles"]] == ["2020-03-01", "2020-03-02", "2020-03-03"]
    assert taken["archives"][0]["articles"] == 3
    assert len(taken["report"]["documents"]) == 3
    again = call("import", project, tmp_path / "download.txt", "--as", "Mara")
    assert "Took in 0 articles." in again.out


def test_a_download_stays_whole_on_request(project: Path, call: Call, tmp_path: Path) -> None:
    (tmp_path / "download.txt").write_text(DOWNLOAD, "utf-8")
    whole = call("import", project, tmp_path / "download.txt", "--archive", "none", "--dry-run", "--json").json
    assert len(whole["articles"]) == 1
    wrong = call("import", project, tmp_path / "download.txt", "--archive", "nonsense", "--dry-run")
    assert (wrong.code, "There is no rule" in wrong.err) == (2, True)
