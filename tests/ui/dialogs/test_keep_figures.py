# SPDX-License-Identifier: MIT
"""Keeping figures: under a name, with their date, never changed by what comes later."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel
from ui.conftest import Driver
from ui.measured import measured

from annotator import operations
from annotator.ui.dialogs.keep_figures import KeepFiguresDialog, alphas, moment_words


@pytest.fixture
def dialog(driver: Driver) -> Iterator[KeepFiguresDialog]:
    made = KeepFiguresDialog(driver.window._theme, driver.window.session, driver.window, measured=measured(2))
    made.open()
    yield made
    made.close()


def words(dialog: KeepFiguresDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_a_name_is_needed_and_the_list_shows_what_is_kept(dialog: KeepFiguresDialog, driver: Driver) -> None:
    driver.bot.waitUntil(lambda: "Nothing is kept yet." in words(dialog))
    assert not dialog.keep.isEnabled()
    driver.bot.keyClicks(dialog.name, "before <b>March</b>")
    driver.click(dialog.keep)
    driver.bot.waitUntil(
        lambda: any(text.startswith("before <b>March</b>: alpha of Trust .") for text in words(dialog))
    )
    assert dialog.name.text() == ""
    kept = []
    driver.window.session.read(operations.kept_figures, done=kept.extend)
    driver.bot.waitUntil(lambda: bool(kept))
    assert kept[0].snapshot.position == 7
    assert "Expert quote undefined" in alphas(kept[0])


def test_a_name_that_is_too_long_is_refused_in_words(dialog: KeepFiguresDialog, driver: Driver) -> None:
    dialog.name.setText("x" * 500)
    driver.click(dialog.keep)
    driver.bot.waitUntil(lambda: dialog.note.is_error)


def test_moments() -> None:
    assert moment_words("no moment") == "no moment"
    assert "2026" in moment_words("2026-03-14T12:00:00+00:00")
