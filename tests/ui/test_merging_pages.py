# SPDX-License-Identifier: MIT
"""The pages of merging and of the history in their window: keys, work in the status line, the way back."""

from pathlib import Path

from PySide6.QtCore import Qt
from ui.conftest import Driver

from annotator.ui.pages.history import HistoryPageView
from annotator.ui.pages.merge import MergePage


def test_keys_and_the_menu_lead_to_both(driver: Driver) -> None:
    driver.key(Qt.Key.Key_4, alt=True)
    page = driver.window.stack.currentWidget()
    assert isinstance(page, MergePage)
    driver.window.menus.actions["page_history"].trigger()
    history = driver.window.stack.currentWidget()
    assert isinstance(history, HistoryPageView)
    assert history.bar.tabs["page_history"].isChecked()
    driver.key(Qt.Key.Key_4, at=driver.window, alt=True)
    assert driver.window.stack.currentWidget() is page, "a page is made once"
    page.history_asked.emit()
    assert driver.window.stack.currentWidget() is history
    driver.saved()


def test_reading_is_seen_and_called_off_in_the_status_line(driver: Driver, tmp_path: Path) -> None:
    driver.window.act("page_merge")
    page, work = driver.window.stack.currentWidget(), driver.window.status.work
    assert isinstance(page, MergePage)
    page.add_files([tmp_path / "a.annotator", tmp_path / "b.annotator"])
    assert work.words == "Reading 2 files"
    work.cancel.click()
    assert work.words == ""
    assert not page.reading.is_running
    assert page.paths == ()
    driver.saved()
