# SPDX-License-Identifier: MIT
"""The list of keys shows the whole table."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from ui.conftest import Driver

from annotator.ui.dialogs.keys import KeysDialog
from annotator.ui.shortcuts import SHORTCUTS
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.key_cap import KeyCap


def test_every_key_is_named(theme: Theme, qtbot: QtBot) -> None:
    dialog = KeysDialog(theme)
    qtbot.addWidget(dialog)
    words = {label.text() for label in dialog.findChildren(QLabel)}
    assert {each.words.rstrip("…") for each in SHORTCUTS if each.keys} <= words
    caps = {cap.words for cap in dialog.findChildren(KeyCap)}
    assert {"Ctrl", "F6", "+", "1", "9", "0", "Enter"} <= caps


def test_one_key_opens_it_and_another_closes_it(driver: Driver) -> None:
    driver.key(Qt.Key.Key_F1)
    dialog = driver.window.findChild(KeysDialog)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    driver.bot.waitUntil(lambda: driver.window.findChild(KeysDialog) is None)
