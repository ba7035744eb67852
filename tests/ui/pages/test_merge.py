# SPDX-License-Identifier: MIT
"""Merging in the window: a preview that writes nothing, then one verb."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from ui.conftest import Driver, read_elsewhere

from annotator import operations
from annotator.domain import Coder, Span
from annotator.ui.dialogs import files
from annotator.ui.pages.merge import MergePage


@pytest.fixture
def incoming(make_project: Callable[..., Path], me: Coder, tmp_path: Path) -> tuple[Path, Path, Path]:
    """A project, a copy of it with another coder's work, and a file that is none."""
    path = make_project(lead=me)
    project = operations.open_project(path)
    copy = operations.send_copy(project, path=tmp_path / "from <b>jonas.annotator")
    operations.close_project(project)
    other = operations.person("Jonas <i>Weber</i>")
    project = operations.open_project(copy)
    operations.set_active_coder(project, coder=other)
    overview = operations.overview(project)
    document, code = overview.documents[0].document.id, overview.codebook.codes[0].id
    operations.annotate(project, coder=other.id, document=document, code=code, span=Span.of(27, 38))
    operations.close_project(project)
    broken = tmp_path / "broken.annotator"
    broken.write_bytes(b"no project at all")
    return path, copy, broken


def test_preview_then_merge(
    incoming: tuple[Path, Path, Path], open_window: Callable[[Path], Driver], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, copy, broken = incoming
    driver = open_window(path)
    driver.window.act("page_merge")
    page = driver.window.stack.currentWidget()
    assert isinstance(page, MergePage)
    assert not page.merge.isEnabled()
    monkeypatch.setattr(files, "ask_files", lambda *_, **__: [copy, broken])
    driver.click(page.add)
    driver.bot.waitUntil(page.merge.isEnabled)
    assert page.title == "Merge 2 files"
    assert page.subtitle == "This is a preview. Nothing has been written yet."
    assert page.merge.text() == "Merge 1 file"
    labels = {label.text() for label in page.table.findChildren(QLabel)}
    assert {"from <b>jonas.annotator", "Jonas <i>Weber</i>", "Ready", "broken.annotator", "Refused"} <= labels
    assert page.table.total.startswith("1 file: 1 annotations are new, 0 changed")
    assert driver.window.session.overview.annotations == 0, "nothing is written by looking"
    driver.click(page.merge)
    driver.bot.waitUntil(lambda: page.subtitle.startswith("1 file merged. The project as it was before lies in"))
    driver.bot.waitUntil(lambda: driver.window.session.overview.annotations == 1)
    found = read_elsewhere(driver.close())
    assert found["annotations"][0]["coder"] == "Jonas <i>Weber</i>"


def test_nothing_new_leaves_the_button_dim(
    incoming: tuple[Path, Path, Path], open_window: Callable[[Path], Driver]
) -> None:
    path, _, broken = incoming
    driver = open_window(path)
    driver.window.act("page_merge")
    page = driver.window.stack.currentWidget()
    page.preview([broken])
    driver.bot.waitUntil(lambda: page._missing.text() == "No file here can be merged")
    assert not page.merge.isEnabled()
    driver.click(page.cancel)
    assert page.title == "Merge"


def test_the_project_itself_is_refused_in_words(driver: Driver) -> None:
    driver.window.act("page_merge")
    page = driver.window.stack.currentWidget()
    page.preview([driver.window.session.path])
    driver.bot.waitUntil(lambda: "This is the project itself" in " ".join(
        label.text() for label in page.table.findChildren(QLabel)
    ))  # fmt: skip
