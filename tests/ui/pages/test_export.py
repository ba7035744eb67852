# SPDX-License-Identifier: MIT
"""Export in the window: a folder, then what was written."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from ui.conftest import Driver

from annotator.ui.dialogs import files
from annotator.ui.pages.export import ExportPage


def test_files_are_written_and_listed(driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    driver.code("The council", "1")
    driver.key("0", alt=True)
    page = driver.window.stack.currentWidget()
    assert isinstance(page, ExportPage)
    driver.bot.waitUntil(lambda: page.state.startswith("1 annotation of 1 coder in 2 articles."))
    monkeypatch.setattr(files, "ask_folder", lambda *_, **__: tmp_path / "out")
    driver.window.activateWindow()
    driver.click(page.choose)
    driver.bot.waitUntil(lambda: "written to" in page.state)
    driver.bot.waitUntil(page.choose.hasFocus)
    assert "The council" in (tmp_path / "out" / "annotations_long.csv").read_text(encoding="utf-8")
    assert "annotations_long.csv" in {label.text() for label in page._report.findChildren(QLabel)}


def test_a_folder_that_is_a_file_is_refused(driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "file"
    target.write_bytes(b"x")
    driver.window.act("page_export")
    page = driver.window.stack.currentWidget()
    monkeypatch.setattr(files, "ask_folder", lambda *_, **__: target)
    driver.click(page.choose)
    driver.bot.waitUntil(lambda: "name a folder" in driver.window.banner.sentence)
    assert page.choose.isEnabled()
