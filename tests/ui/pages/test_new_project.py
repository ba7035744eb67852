# SPDX-License-Identifier: MIT
"""The preview of what would be taken; nothing is written before the verb."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.domain import UsageError
from annotator.ui.pages.new_project import NewProjectPage, look_at, telling_words, texts_in
from annotator.ui.theme.current import Theme


def fill(folder: Path) -> None:
    (folder / "b.txt").write_bytes("Öne <b>article</b>".encode())
    (folder / "a.TXT").write_bytes(b"\x00binary")
    (folder / ".hidden.txt").write_bytes(b"x")
    (folder / "notes.docx").write_bytes(b"x")
    (folder / "folder.txt").mkdir()


def test_what_a_folder_holds(tmp_path: Path) -> None:
    fill(tmp_path)
    assert [path.name for path in texts_in(tmp_path)] == ["a.TXT", "b.txt"]


def test_files_are_read_and_refused_with_their_reason(tmp_path: Path) -> None:
    fill(tmp_path)
    refused, taken = look_at(texts_in(tmp_path))
    assert (taken.length, taken.words, taken.refused) == (18, "Öne <b>article</b>", "")
    assert "binary" in refused.refused


def test_the_page_lists_both_and_takes_the_good_ones(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    fill(tmp_path)
    page = NewProjectPage(theme)
    qtbot.addWidget(page)
    page.wait("New project")
    assert not page.accept.isEnabled()
    page.show_candidates("New project from “x”", look_at(texts_in(tmp_path)), is_new=True)
    labels = page.findChildren(QLabel)
    assert any(label.text() == "Öne <b>article</b>" for label in labels)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
    assert page.accept.text() == "Save a project with 1 article…"
    assert page._subtitle.text().startswith("1 article will be taken, 1 file will not.")
    with qtbot.waitSignal(page.accepted) as told:
        page.accept.click()
    assert [each.path for each in told.args[0]] == [tmp_path / "b.txt"]


def test_nothing_to_take_leaves_the_button_dim(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    page = NewProjectPage(theme)
    qtbot.addWidget(page)
    page.show_candidates("Add", look_at([tmp_path / "gone.txt"]), is_new=False)
    assert not page.accept.isEnabled()
    assert page._note.text()
    assert "encoding" in page._note.text()


def test_a_chosen_encoding_is_for_those_that_do_not_say_their_own(tmp_path: Path) -> None:
    plain, marked, old = (tmp_path / name for name in ("plain.txt", "marked.txt", "old.txt"))
    plain.write_bytes("für".encode())
    marked.write_bytes(b"\xff\xfe" + "für".encode("utf-16-le"))
    old.write_bytes(("x" * 200 + " für ältere Leser").encode("cp1252"))
    paths = [plain, marked, old]
    assert [bool(each.refused) for each in look_at(paths)] == [False, False, True]
    assert [each.encoding for each in look_at(paths, encoding="cp1252")] == ["", "", "cp1252"]
    assert "für ältere" in look_at(paths, encoding="cp1252")[2].words, "the words that tell whether it is the right one"
    assert look_at([old], encoding="utf-16-be")[0].refused or "für" not in look_at([old], encoding="utf-16-be")[0].words
    with pytest.raises(UsageError):
        look_at(paths, encoding="klingon")


def test_words_that_tell() -> None:
    assert telling_words("only ascii") == "only ascii"
    assert telling_words("a" * 100 + "é") == "…" + "a" * 30 + "é"
