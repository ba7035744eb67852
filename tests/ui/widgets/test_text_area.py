# SPDX-License-Identifier: MIT
"""A field of a few lines: exact text, growing height, Tab leaves it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.text_area import TextArea


@pytest.fixture
def area(theme: Theme, qtbot: QtBot) -> TextArea:
    window = QWidget()
    lines = QVBoxLayout(window)
    made = TextArea(theme, name="Definition")
    lines.addWidget(made)
    lines.addWidget(QLineEdit())
    lines.addStretch(1)
    window.resize(300, 600)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    made.kept = window  # type: ignore[attr-defined]
    return made


def test_only_the_user_edits_and_the_text_stays_exact(area: TextArea, qtbot: QtBot) -> None:
    text = "No\u00a0break\nsecond \U0001f600 line"
    with qtbot.assertNotEmitted(area.edited):
        area.show_text(text)
    assert area.text == text
    with qtbot.waitSignal(area.edited):
        QTest.keyClicks(area, "x")
    assert area.text == f"x{text}"


def test_lines_are_those_that_hold_words(area: TextArea) -> None:
    area.show_text(" one \n\n\t\ntwo")
    assert area.lines == ("one", "two")


def test_it_grows_with_wrapped_lines_and_then_scrolls(area: TextArea, qtbot: QtBot) -> None:
    low = area.height()
    area.show_text("a word " * 40)
    higher = area.height()
    assert higher > low
    area.show_text("line\n" * 100)
    highest = area.height()
    assert highest >= higher
    assert highest < 12 * area.fontMetrics().lineSpacing()
    area.show_text("a word " * 40)
    area.window().resize(900, 600)
    qtbot.waitUntil(lambda: area.height() < higher)


def test_tab_leaves_it_and_escape_passes_on(area: TextArea) -> None:
    area.show_text("kept")
    QTest.keyClick(area, Qt.Key.Key_Tab)
    QTest.keyClick(area, Qt.Key.Key_Escape)
    assert area.text == "kept"
