# SPDX-License-Identifier: MIT
"""The preview of what would be taken; nothing is written before the verb."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.ui.pages.new_project import NewProjectPage, look_at, texts_in
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
    assert (taken.length, taken.beginning, taken.refused) == (18, "Öne <b>article</b>", "")
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
    assert told.args == [[tmp_path / "b.txt"]]


def test_nothing_to_take_leaves_the_button_dim(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    page = NewProjectPage(theme)
    qtbot.addWidget(page)
    page.show_candidates("Add", look_at([tmp_path / "gone.txt"]), is_new=False)
    assert not page.accept.isEnabled()
    assert page._note.text()
