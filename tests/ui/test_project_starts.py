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
    page = window._preview_page()
    qtbot.waitUntil(page.accept.isEnabled)
    assert window.stack.currentWidget() is page
    assert not target.exists()
    QTest.keyClick(page.accept, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.pages is not None and window.pages.desk.article is not None)
    assert [each.document.name for each in window.session.overview.documents] == ["one.txt"]
    assert read_elsewhere(Driver(window, qtbot).close())["states"] == {"one.txt": "not_started"}


def test_texts_in_another_encoding_by_keys_alone(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_bytes("Der Bürgermeister übt noch.".encode("cp1252"))
    new.write_bytes("Schon geübt.".encode())
    monkeypatch.setattr(files, "ask_files", lambda *_, **__: [old, new])
    driver.key("i", ctrl=True)
    page = driver.window._preview_page()
    driver.bot.waitUntil(page.accept.isEnabled)
    assert page.accept.text() == "Add 1 article"
    driver.window.activateWindow()
    page.encoding.list.setFocus()
    driver.bot.waitUntil(page.encoding.list.hasFocus)
    QTest.keyClick(page.encoding.list, Qt.Key.Key_Down)
    driver.bot.waitUntil(lambda: page.accept.text() == "Add 2 articles")
    assert page.encoding.list.hasFocus(), "choosing goes on"
    QTest.keyClick(page.encoding.list, Qt.Key.Key_End)
    driver.bot.waitUntil(page.encoding.name.hasFocus)
    QTest.keyClicks(page.encoding.name, "klingon")
    QTest.keyClick(page.encoding.name, Qt.Key.Key_Return)
    driver.bot.waitUntil(lambda: page.encoding.note.is_error)
    page.encoding.name.selectAll()
    QTest.keyClicks(page.encoding.name, "latin-1")
    QTest.keyClick(page.encoding.name, Qt.Key.Key_Return)
    driver.bot.waitUntil(lambda: not page.encoding.note.is_error and page.accept.isEnabled())
    QTest.keyClick(page.accept, Qt.Key.Key_Space)
    driver.saved()
    driver.bot.waitUntil(lambda: len(driver.window.session.overview.documents) == 4)
    lengths = {each.document.name: each.document.length for each in driver.window.session.overview.documents}
    assert (lengths["old.txt"], lengths["new.txt"]) == (27, 12)


@pytest.mark.parametrize("content", [{}, {"notes.docx": b"x"}])
def test_a_folder_without_texts_is_said(
    content: dict[str, bytes],
    me: Coder,
    windows: Windows,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, data in content.items():
        (tmp_path / name).write_bytes(data)
    folder = tmp_path if content else tmp_path / "gone"
    monkeypatch.setattr(files, "ask_folder", lambda *_, **__: folder)
    window = windows.add()
    window.start.new.emit()
    assert window.banner.sentence


def test_cancelling_goes_back(driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "more.txt"
    source.write_text("More.\n", encoding="utf-8")
    monkeypatch.setattr(files, "ask_files", lambda *_, **__: [source])
    driver.key("i", ctrl=True)
    page = driver.window._preview_page()
    driver.bot.waitUntil(page.accept.isEnabled)
    driver.window.activateWindow()
    driver.bot.waitUntil(page.accept.hasFocus)
    QTest.keyClick(page.accept, Qt.Key.Key_Escape)
    assert driver.window.stack.currentWidget() is driver.page


def test_a_text_that_is_there_already_is_said(driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "ask_files", lambda *_, **__: [tmp_path / "one.txt"])
    driver.key("i", ctrl=True)
    page = driver.window._preview_page()
    driver.bot.waitUntil(page.accept.isEnabled)
    driver.click(page.accept)
    driver.bot.waitUntil(lambda: driver.window.banner.sentence == "0 articles added, 1 already there by their text.")


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
