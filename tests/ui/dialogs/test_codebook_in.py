# SPDX-License-Identifier: MIT
"""A codebook from elsewhere in the window: what would come, field by field, then one verb."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from ui.conftest import Driver
from ui.incoming.coded import PRAISE

from annotator.domain import Codebook
from annotator.exchange.codebooks.codebook_csv import write_codebook_csv
from annotator.ui.dialogs import files
from annotator.ui.dialogs.codebook_in import CodebookInDialog


@pytest.fixture
def asked(driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], CodebookInDialog]:
    """Open the dialog from the menu on a codebook with a new code and one that differs."""
    trust = driver.window.session.overview.codebook.codes[0]
    path = tmp_path / "theirs.csv"
    write_codebook_csv(
        Codebook((replace(trust, definition="<b>Relies</b> on it."), replace(PRAISE, shortcut=""))), path
    )

    def ask() -> CodebookInDialog:
        monkeypatch.setattr(files, "ask_file", lambda *_, **__: path)
        driver.window.act("take_codebook")
        assert driver.window.pages is not None
        dialog = driver.window.pages._exchange.dialog
        assert dialog is not None
        driver.bot.waitUntil(lambda: dialog.preview is not None)
        return dialog

    return ask


def said(dialog: CodebookInDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_new_codes_are_added_and_known_ones_stay(driver: Driver, asked: Callable[[], CodebookInDialog]) -> None:
    dialog = asked()
    assert dialog.summary.text() == "1 code new, 1 differ and stay as they are."
    assert "<b>Relies</b> on it." in said(dialog)
    assert "Differs and stays as it is here" in said(dialog)
    assert dialog.take.text() == "Take in 1 code"
    before = driver.window.session.overview.codebook
    QTest.keyClick(dialog.take, Qt.Key.Key_Space)
    driver.bot.waitUntil(lambda: len(driver.window.session.overview.codebook.codes) == len(before.codes) + 1)
    assert driver.window.session.overview.codebook.codes[0] == before.codes[0]
    assert driver.window.banner.sentence == "1 code added. Undo takes it back."


def test_what_differs_can_be_changed_too_and_undone(driver: Driver, asked: Callable[[], CodebookInDialog]) -> None:
    dialog = asked()
    update = dialog.mode._buttons["update"]
    QTest.keyClick(update, Qt.Key.Key_Space)
    driver.bot.waitUntil(lambda: dialog.take.text() == "Take in 2 codes")
    assert "→" in said(dialog)
    driver.click(dialog.take)
    session = driver.window.session
    driver.bot.waitUntil(lambda: session.overview.codebook.codes[0].definition == "<b>Relies</b> on it.")
    driver.saved()
    driver.window.act("undo")
    driver.bot.waitUntil(lambda: session.overview.codebook.codes[0].definition != "<b>Relies</b> on it.")
    assert len(session.overview.codebook.codes) == 4


def test_leaving_it_writes_nothing(driver: Driver, asked: Callable[[], CodebookInDialog]) -> None:
    dialog = asked()
    before = driver.window.session.overview.codebook
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    driver.saved()
    assert driver.window.session.overview.codebook == before
    assert driver.window.pages is not None
    assert driver.window.pages._exchange.dialog is None


def test_what_is_no_codebook_is_refused_in_the_dialog(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.qdc"
    path.write_bytes(b"<nonsense/>")
    monkeypatch.setattr(files, "ask_file", lambda *_, **__: path)
    driver.window.act("take_codebook")
    assert driver.window.pages is not None
    dialog = driver.window.pages._exchange.dialog
    assert dialog is not None
    driver.bot.waitUntil(lambda: dialog.note.is_error)
    assert not dialog.take.isEnabled()
    dialog.reject()
