# SPDX-License-Identifier: MIT
"""The menu of forms that a report is saved in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from ui.conftest import Driver
from ui.measured import measured

from annotator.domain import Coder
from annotator.ui.dialogs import files
from annotator.ui.pages.agreement import AgreementPage


@pytest.fixture
def page(open_window: Callable[[Path], Driver], make_project: Callable[..., Path], me: Coder) -> AgreementPage:
    driver = open_window(make_project(lead=me))
    driver.window.act("page_agreement")
    return driver.window.stack.currentWidget()


def test_every_form_is_offered(page: AgreementPage) -> None:
    menu = page.saving.menu(measured())
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == [
        "Folder with all forms…", "Web page (HTML)…", "PDF…", "Markdown…", "LaTeX tables…", "Table of figures (CSV)…",
    ]  # fmt: skip


def test_who_thinks_better_of_it_writes_nothing(page: AgreementPage, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ask_new_file", "ask_folder"):
        monkeypatch.setattr(files, name, lambda *_, **__: None)
    for action in page.saving.menu(measured()).actions():
        action.trigger()
    assert not page.measuring.call_off(), "nothing was begun"
