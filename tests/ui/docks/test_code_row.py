# SPDX-License-Identifier: MIT
"""One code: applied, opened, lit."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.domain import Pattern
from annotator.ui.docks.code_row import CodeRow
from annotator.ui.theme.current import Theme


def make(theme: Theme, qtbot: QtBot) -> CodeRow:
    row = CodeRow(theme, key="1", name="<i>Trust</i>", pattern=Pattern.SOLID, colour="#009265")
    row.describe("A <b>definition</b>", details=(("Counts", "this"), ("Does not", "that")))
    qtbot.addWidget(row)
    row.show()
    return row


def test_words_are_words(theme: Theme, qtbot: QtBot) -> None:
    row = make(theme, qtbot)
    assert row.accessibleName() == "<i>Trust</i>, key 1"
    texts = [label.text() for label in row.findChildren(QLabel)]
    assert "A <b>definition</b>" in texts
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in row.findChildren(QLabel))


def test_space_opens_enter_applies_arrows_move(theme: Theme, qtbot: QtBot) -> None:
    row, told = make(theme, qtbot), []
    row.applied.connect(lambda: told.append("applied"))
    row.moved.connect(told.append)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(row, key)
    assert row.is_open
    assert told == ["applied", 1, -1]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert told[-1] == "applied"


def test_it_is_lit_and_counts(theme: Theme, qtbot: QtBot) -> None:
    row = make(theme, qtbot)
    before = row.grab().toImage()
    row.light(True)
    row.show_count(1204)
    assert row.count == "1,204"
    assert row.grab().toImage() != before


def test_a_row_without_details_does_not_open(theme: Theme, qtbot: QtBot) -> None:
    row = CodeRow(theme, key="", name="Old", pattern=None, colour="")
    qtbot.addWidget(row)
    row.set_open(True)
    assert not row.is_open
