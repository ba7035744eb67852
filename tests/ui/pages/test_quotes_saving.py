# SPDX-License-Identifier: MIT
"""The forms that passages are saved in are those that are written; a dialog that is left writes nothing."""

from pathlib import Path

import pytest
from ui.conftest import Driver

from annotator import operations
from annotator.ui.dialogs import files
from annotator.ui.pages.quotes_saving import FORMS


def test_there_is_a_form_for_every_ending() -> None:
    assert {Path(form.name).suffix for form in FORMS} == set(operations.QUOTE_ENDINGS)


def test_a_dialog_that_is_left_writes_nothing(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    driver.code("engineers", "1")
    driver.window.act("page_quotes")
    page = driver.window.stack.currentWidget()
    monkeypatch.setattr(files, "ask_new_file", lambda *_, **__: None)
    page.saving.save(FORMS[0])
    assert not page.work.is_busy
    driver.bot.waitUntil(lambda: driver.window.session.jobs.waiting == 0)
