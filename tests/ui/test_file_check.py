# SPDX-License-Identifier: MIT
"""The check behind the first paint: one slice after the other, saves in between, what waits for it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui.conftest import Driver, read_elsewhere

from annotator import operations
from annotator.domain import Coder, LockedOrDamaged
from annotator.operations import CheckProgress
from annotator.ui import plain
from annotator.ui.app import Windows
from annotator.ui.docks.status_line import ALL_SAVED
from annotator.ui.file_check import CHECKING, DAMAGED, EDITING_PAUSED, STILL_CHECKING, HeldButton
from annotator.ui.main_window import MainWindow
from annotator.ui.widgets.buttons import Button

WORDS = "The council trusts its engineers with every key"
LONG = 50


class Slices:
    """Stands in for the store's slices: as many as a test wishes, and what it does during one."""

    def __init__(self, last: int = LONG) -> None:
        self.last = last
        self.seen: list[int] = []
        self.fault = ""

    def __call__(self, project: object, *, progress: CheckProgress) -> CheckProgress:
        self.seen.append(progress.tables)
        done = progress.tables + 1 >= self.last
        return CheckProgress(tables=progress.tables + 1, done=done, fault=self.fault if done else "")


@pytest.fixture
def slices(monkeypatch: pytest.MonkeyPatch) -> Slices:
    made = Slices()
    monkeypatch.setattr(operations, "check_slice", made)
    return made


@pytest.fixture
def open_unchecked(windows: Windows, qtbot: QtBot) -> Callable[[Path], Driver]:
    """Open a project and wait for its article only."""

    def open_(path: Path) -> Driver:
        window = windows.add()
        with qtbot.waitExposed(window):
            window.resize(1440, 900)
        windows.open(lambda: operations.open_project(path), path, window)
        qtbot.waitUntil(lambda: window.pages is not None and window.pages.desk.article is not None)
        made = Driver(window, qtbot)
        made.view.setFocus()
        return made

    return open_


def alter(path: Path, statement: str, table: str) -> None:
    """Change a row behind the tool's back, so that its structure stays as it was."""
    with sqlite3.connect(path) as stranger:
        name = f"{table}_update"
        trigger = stranger.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (name,)).fetchone()[0]
        stranger.execute(f"DROP TRIGGER {name}")
        stranger.execute(statement)
        stranger.execute(trigger)
    stranger.close()


def changes_in(path: Path) -> int:
    """Count the changes in a closed file."""
    with closing(sqlite3.connect(path)) as stranger:
        return int(stranger.execute("SELECT count(*) FROM change").fetchone()[0])


def test_it_begins_after_the_first_paint_and_ends_sound(
    slices: Slices, windows: Windows, make_project: Callable[..., Path], me: Coder, qtbot: QtBot
) -> None:
    path = make_project(lead=me)
    window = windows.add()
    windows.open(lambda: operations.open_project(path), path, window)
    qtbot.waitUntil(lambda: window.session.is_open)
    assert slices.seen == [], "not before the page was seen"
    said: list[str] = []
    window.session.check.changed.connect(lambda: said.append(window.status.checking.text))
    qtbot.waitUntil(lambda: window.session.check.waits == "")
    assert slices.seen == list(range(LONG))
    assert said == [CHECKING, ""]
    assert window.status.checking.isHidden()


def test_a_passage_is_saved_between_two_slices(
    slices: Slices, open_unchecked: Callable[[Path], Driver], make_project: Callable[..., Path], me: Coder
) -> None:
    slices.last = 1_000_000
    driver = open_unchecked(make_project(lead=me))
    driver.bot.waitUntil(lambda: len(slices.seen) > 3)
    driver.select(WORDS)
    driver.key("1")
    driver.bot.waitUntil(lambda: driver.window.session.is_saved)
    before = len(slices.seen)
    assert driver.window.status.state == ALL_SAVED
    assert driver.window.session.check.is_running
    driver.bot.waitUntil(lambda: len(slices.seen) > before)
    (row,) = read_elsewhere(driver.close())["annotations"]  # type: ignore[misc]
    assert row["quote"] == WORDS  # type: ignore[index]


def test_merge_and_export_wait_with_the_words_beside(
    slices: Slices,
    open_unchecked: Callable[[Path], Driver],
    make_project: Callable[..., Path],
    me: Coder,
) -> None:
    slices.last = 1_000_000
    driver = open_unchecked(make_project(lead=me))
    window = driver.window
    window.act("page_export")
    page = window.stack.currentWidget()
    assert not page.foot.export.isEnabled()  # type: ignore[attr-defined]
    assert page.foot.missing == STILL_CHECKING  # type: ignore[attr-defined]
    assert page.foot._missing.isVisible()  # type: ignore[attr-defined]
    window.act("page_merge")
    merge = window.stack.currentWidget()
    assert not merge.foot.merge.isEnabled()  # type: ignore[attr-defined]
    window.act("send_copy")
    assert "being checked" in window.banner.sentence
    slices.last = 1
    driver.bot.waitUntil(lambda: not window.session.check.waits)
    assert page.foot.export.isEnabled()  # type: ignore[attr-defined]
    assert page.foot.missing == ""  # type: ignore[attr-defined]
    assert not merge.foot.merge.isEnabled(), "no file is chosen"  # type: ignore[attr-defined]


def test_an_altered_text_stops_all_editing_and_loses_nothing(
    driver: Driver, open_unchecked: Callable[[Path], Driver]
) -> None:
    driver.code(WORDS, "1")
    path = driver.close()
    kept = changes_in(path)
    alter(path, "UPDATE text SET body = replace(body, 'remarkable', 'remarkably') WHERE body LIKE '%short%'", "text")
    again = open_unchecked(path)
    window = again.window
    again.bot.waitUntil(lambda: bool(window.session.check.fault))
    assert window.session.check.waits == DAMAGED
    assert "is not the one that was stored" in window.banner.sentence
    assert "nothing more is lost" in window.banner.sentence
    assert not window.banner._close.isVisible()
    before = list(again.window.pages.desk.article.ordered())  # type: ignore[union-attr]
    again.select("Nobody has asked for a receipt")
    again.key("2")
    assert window.banner.sentence == EDITING_PAUSED
    assert again.window.pages.desk.article.ordered() == before  # type: ignore[union-attr]
    again.click(window.banner._close)
    assert "is not the one that was stored" in window.banner.sentence, "what is kept comes back"
    again.key("z", ctrl=True)
    again.key(Qt.Key.Key_Return, ctrl=True)
    window.act("page_export")
    assert not window.stack.currentWidget().foot.export.isEnabled()  # type: ignore[union-attr]
    window.act("send_copy")
    assert "no copy of it is made" in window.banner.sentence
    again.close()
    assert changes_in(path) == kept


def test_the_newest_backup_opens_beside_the_damaged_file(
    driver: Driver, open_unchecked: Callable[[Path], Driver], windows: Windows
) -> None:
    driver.code(WORDS, "1")
    overview = driver.window.session.overview
    path = driver.close()
    folder = operations.data_folder() / "backups" / overview.project / overview.file
    folder.mkdir(parents=True)
    (folder / "20260101T000000000000Z-before-merge-9.annotator").write_bytes(path.read_bytes())
    alter(path, "UPDATE change SET verb = 'recode' WHERE verb = 'annotate'", "change")
    again = open_unchecked(path)
    again.bot.waitUntil(lambda: "copy of the newest backup" in again.window.banner.sentence)
    again.click(again.window.banner.button)
    again.bot.waitUntil(lambda: len(windows.all) == 2 and windows.all[1].session.is_open)
    other: MainWindow = windows.all[1]
    again.bot.waitUntil(lambda: other.session.check.waits == "")
    assert other.session.path is not None
    assert other.session.path.parent == path.parent
    assert other.session.path.name.startswith("study (backup ")
    assert other.session.overview.annotations == 1


def test_a_slice_that_fails_is_a_fault(
    monkeypatch: pytest.MonkeyPatch,
    open_unchecked: Callable[[Path], Driver],
    make_project: Callable[..., Path],
    me: Coder,
) -> None:
    def fail(project: object, *, progress: CheckProgress) -> CheckProgress:
        raise LockedOrDamaged("The stick was pulled out.")

    monkeypatch.setattr(operations, "check_slice", fail)
    driver = open_unchecked(make_project(lead=me))
    driver.bot.waitUntil(lambda: bool(driver.window.session.check.fault))
    assert "The stick was pulled out." in driver.window.banner.sentence
    assert driver.window.banner.button.text() == "Open a copy…"


def test_a_held_button_says_first_what_the_page_misses(driver: Driver) -> None:
    check = driver.window.session.check
    button, words = Button(driver.window._theme, "Merge"), plain.label()
    held = HeldButton(check, button, words)
    held.allow(False, missing="No file is chosen")
    assert (button.isEnabled(), words.text()) == (False, "No file is chosen")
    held.allow(True)
    assert (button.isEnabled(), words.text()) == (True, "")
    button.deleteLater()
    words.deleteLater()
