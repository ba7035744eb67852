# SPDX-License-Identifier: MIT
"""Plain words about our own mistakes."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.ui.dialogs.crash_report import SENTENCE, crash_box


def test_it_says_what_is_safe_and_where_the_report_lies(qtbot: QtBot) -> None:
    box = crash_box(None, report=Path("a <b>folder</b>/report.txt"))
    qtbot.addWidget(box)
    assert box.text() == SENTENCE
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert "<b>folder</b>" in box.informativeText()
    assert "safe" in box.informativeText()
    assert "Traceback" not in box.informativeText()


def test_without_a_report(qtbot: QtBot) -> None:
    box = crash_box(None, report=None)
    qtbot.addWidget(box)
    assert "could not be written" in box.informativeText()
