# SPDX-License-Identifier: MIT
"""A new project from a folder, by way of the preview; more articles for an open one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.conftest import Driver, read_elsewhere

from annotator.domain import Coder
from annotator.ui.app import Windows
from annotator.ui.dialogs import files


def test_folder_preview_save(
    me: Coder, windows: Windows, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, target = tmp_path / "articles", tmp_path / "new.annotator"
    folder.mkdir()
    (folder / "one.txt").write_text("The first article.\n", encoding="utf-8")
    (folder / "bad.txt").write_bytes(b"\x00")
    monkeypatch.setattr(files, "ask_folder", lambda *_, **__: folder)
    monkeypatch.setattr(files, "ask_new_file", lambda *_, **__: target)
    window = windows.add()
    qtbot.waitUntil(window.start.rows["demo"].hasFocus)
    QTest.keyClick(window.start, "n", Qt.KeyboardModifier.ControlModifier)
    page = window._starts.intake
    qtbot.waitUntil(page.accept.isEnabled)
    assert window.stack.currentWidget() is page
    assert page.title == "New project from “articles”"
    assert page.accept.text() == "Save a project with 1 article…"
    assert not target.exists()
    QTest.keyClick(page, Qt.Key.Key_F6)
    assert page._panel.isAncestorOf(window.focusWidget())
    QTest.keyClick(page.accept, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.pages is not None and window.pages.desk.article is not None)
    assert [each.document.name for each in window.session.overview.documents] == ["one.txt"]
    assert read_elsewhere(Driver(window, qtbot).close())["states"] == {"one.txt": "not_started"}


def test_a_folder_without_articles_is_said(
    me: Coder, windows: Windows, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "ask_folder", lambda *_, **__: tmp_path)
    window = windows.add()
    window.start.new.emit()
    page = window._starts.intake
    qtbot.waitUntil(lambda: page.preview is not None)
    assert page.note == "Nothing in these files can come in."
    assert not page.accept.isEnabled()
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is window.start


def test_files_that_are_dropped_begin_a_project(me: Coder, windows: Windows, qtbot: QtBot, tmp_path: Path) -> None:
    source = tmp_path / "one.txt"
    source.write_text("An article.\n", encoding="utf-8")
    window = windows.add()
    qtbot.waitUntil(window.start.rows["demo"].hasFocus)
    window.drop.dropped.emit([source])
    page = window._starts.intake
    qtbot.waitUntil(page.accept.isEnabled)
    assert page.title == "New project from “one”"


def test_a_project_that_is_dropped_is_opened(
    me: Coder, windows: Windows, qtbot: QtBot, make_project: Callable[..., Path]
) -> None:
    path = make_project(lead=me)
    window = windows.add()
    qtbot.waitUntil(window.start.rows["demo"].hasFocus)
    window.drop.dropped.emit([path])
    qtbot.waitUntil(lambda: window.pages is not None)
    assert window.session.path == path


def test_a_project_that_is_there_is_opened(
    me: Coder, windows: Windows, qtbot: QtBot, make_project: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_project(lead=me)
    monkeypatch.setattr(files, "ask_file", lambda *_, **__: path)
    window = windows.add()
    qtbot.waitUntil(window.start.rows["demo"].hasFocus)
    QTest.keyClick(window.start, "o", Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.pages is not None)
    assert window.session.path == path


def test_a_file_that_is_no_project_is_one_sentence(me: Coder, windows: Windows, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "x.annotator"
    path.write_bytes(b"nothing of ours")
    window = windows.add()
    windows.open_path(path)
    qtbot.waitUntil(lambda: bool(window.banner.sentence))
    assert window.stack.currentWidget() is window.start
    assert path.read_bytes() == b"nothing of ours"
