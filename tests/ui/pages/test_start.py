# SPDX-License-Identifier: MIT
"""The first page: name, three ways in, recent projects."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator import operations
from annotator.domain import Coder
from annotator.ui.app import Windows
from annotator.ui.dialogs import files
from annotator.ui.pages.specimen import Specimen
from annotator.ui.pages.start import StartPage, recent_words
from annotator.ui.session import NAME_NEEDED
from annotator.ui.theme.current import Theme

NOW = datetime(2026, 3, 14, 15, 0)


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> StartPage:
    made = StartPage(theme)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    return made


def test_the_first_start_has_no_list(page: StartPage) -> None:
    page.show_recent([])
    assert page.recent == []
    assert not page._recent_box.isVisible()


def test_recent_projects(page: StartPage, tmp_path: Path, qtbot: QtBot) -> None:
    there = tmp_path / "My <b>study.annotator"
    there.write_bytes(b"x")
    page.show_recent([str(there), str(tmp_path / "gone.annotator")])
    first, second = page.recent
    assert first.words.title == "My <b>study"
    assert second.words.detail.startswith("Not found in")
    assert second.words.aside == "Locate…"
    with qtbot.waitSignal(page.opened) as told:
        first.click()
    assert told.args == [str(there)]
    with qtbot.waitSignal(page.located) as told:
        second.click()
    assert told.args == [str(tmp_path / "gone.annotator")], "a missing one asks where it is"


def test_a_row_goes_by_del_and_by_the_menu(page: StartPage, tmp_path: Path, qtbot: QtBot) -> None:
    paths = [str(tmp_path / f"{name}.annotator") for name in "abc"]
    page.show_recent(paths)
    page.activateWindow()
    with qtbot.waitSignal(page.forgotten) as told:
        QTest.keyClick(page.recent[1], Qt.Key.Key_Delete)
    assert told.args == [paths[1]]
    assert [row.words.title for row in page.recent] == ["a", "c"]
    qtbot.waitUntil(page.recent[1].hasFocus)
    menu = page.recent[0].make_menu()
    assert [action.text() for action in menu.actions()] == ["Locate…", "Remove from this list\tDel"]
    with qtbot.waitSignal(page.forgotten):
        menu.actions()[1].trigger()
    QTest.keyClick(page.recent[0], Qt.Key.Key_Delete)
    assert page.recent == []
    qtbot.waitUntil(page.rows["open"].hasFocus)
    QTest.keyClick(page.rows["open"], Qt.Key.Key_Delete)


def test_a_located_project_takes_the_place_of_the_missing_one(
    me: Coder, windows: Windows, qtbot: QtBot, make_project: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_project(lead=me)
    other = path.with_name("kept.annotator")
    operations.save_settings(replace(operations.load_settings(), recent=("/gone/study.annotator", str(other))))
    windows.preferences._settings = operations.load_settings()
    monkeypatch.setattr(files, "ask_file", lambda *_, **__: None)
    window = windows.add()
    QTest.keyClick(window.start.recent[0], Qt.Key.Key_Return)
    assert len(window.start.recent) == 2, "cancelled"
    monkeypatch.setattr(files, "ask_file", lambda *_, **__: path)
    QTest.keyClick(window.start.recent[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.pages is not None)
    assert operations.load_settings().recent == (str(path.resolve()), str(other))
    window.act("start")
    window.activateWindow()
    qtbot.waitUntil(window.start.recent[0].hasFocus)
    assert window.start.rows["demo"].words.key == "", "Enter goes on with the project worked on last"
    assert [row.words.title for row in window.start.recent] == ["study", "kept"]
    QTest.keyClick(window.start.recent[1], Qt.Key.Key_Delete)
    assert operations.load_settings().recent == (str(path.resolve()),)


def test_a_synchronised_folder_is_warned_of(tmp_path: Path) -> None:
    for folder, warned in (("Dropbox", True), ("Boxer", False)):
        (tmp_path / folder).mkdir()
        path = tmp_path / folder / "a.annotator"
        path.write_bytes(b"x")
        assert bool(recent_words(path, now=NOW).warning) is warned


def test_keys_press_the_rows(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.demo):
        QTest.keyClick(page.rows["demo"], Qt.Key.Key_Return)
    with qtbot.waitSignal(page.new):
        QTest.keyClick(page.rows["new"], Qt.Key.Key_Space)


def test_a_narrow_page_drops_the_explanation(page: StartPage) -> None:
    assert page._left.isVisible()
    page.resize(600, 500)
    assert not page._left.isVisible()


def test_without_a_name_nothing_opens(windows: Windows, qtbot: QtBot) -> None:
    window = windows.add()
    qtbot.waitUntil(window.start.name.hasFocus)
    assert window.start.recent == []
    QTest.mouseClick(window.start.rows["demo"], Qt.MouseButton.LeftButton)
    assert window.start._name_note.text() == NAME_NEEDED
    assert window.start.name.hasFocus()


def test_a_name_then_the_demo_by_keys_alone(windows: Windows, qtbot: QtBot) -> None:
    window = windows.add()
    qtbot.waitUntil(window.start.name.hasFocus)
    QTest.keyClicks(window.start.name, "Mara Lindqvist")
    QTest.keyClick(window.start.name, Qt.Key.Key_Return)
    assert operations.me() is not None
    assert window.start.rows["demo"].hasFocus()
    QTest.keyClick(window.start.rows["demo"], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.pages is not None and window.pages.desk.article is not None)
    assert window.session.coder.name == "Mara Lindqvist"
    assert len(window.session.overview.documents) >= 3


def test_what_is_no_name_is_refused_in_words(windows: Windows, qtbot: QtBot) -> None:
    window = windows.add()
    qtbot.waitUntil(window.start.name.hasFocus)
    QTest.keyClicks(window.start.name, "default")
    QTest.mouseClick(window.start.rows["demo"], Qt.MouseButton.LeftButton)
    assert "does not" in window.banner.sentence
    assert operations.me() is None


@pytest.mark.parametrize("width", [1240, 1260, 1440, 1900])
def test_the_specimen_is_shown_whole_at_every_width(page: StartPage, width: int, qtbot: QtBot) -> None:
    specimen = page._left.findChild(Specimen)
    page.resize(width, 900)
    qtbot.waitUntil(lambda: specimen.height() >= specimen.heightForWidth(specimen.width()))
    content = specimen.parentWidget()
    assert content.width() <= page._left.width(), "nothing is cut off at the side"
