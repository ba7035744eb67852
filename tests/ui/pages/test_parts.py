# SPDX-License-Identifier: MIT
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.pages.parts import Part, cycled, order_tabs


@pytest.fixture
def page(qtbot: QtBot) -> tuple[QWidget, QScrollArea, list[Part]]:
    made, pane = QWidget(), QScrollArea()
    qtbot.addWidget(made)
    lines = QVBoxLayout(made)
    parts: list[Part] = []
    for number in range(4):
        part = QWidget()
        inner = QVBoxLayout(part)
        inner.addWidget(QLabel("words"))
        inner.addWidget(QPushButton(f"{number}"))
        lines.addWidget(part)
        parts.append((part, part))
    lines.addWidget(pane)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made, pane, parts


def test_parts_that_are_hidden_or_take_no_focus_are_passed_over(page: tuple[QWidget, QScrollArea, list[Part]]) -> None:
    made, pane, parts = page
    parts[1][0].hide()
    parts[2][0].findChildren(QPushButton)[0].setEnabled(False)
    first = parts[0][0].findChildren(QPushButton)[0]
    first.setFocus()
    seen = []
    for step in (1, 1, 1, -1):
        cycled(made, pane, parts, step=step)
        focused = made.focusWidget()
        assert isinstance(focused, QPushButton)
        seen.append(focused.text())
    assert seen == ["3", "0", "3", "0"]


def test_without_parts_nothing_happens(page: tuple[QWidget, QScrollArea, list[Part]]) -> None:
    made, pane, _ = page
    cycled(made, pane, (), step=1)


def test_tab_goes_in_the_order_of_the_layout(page: tuple[QWidget, QScrollArea, list[Part]]) -> None:
    made, _, parts = page
    late = QPushButton("late")
    inner = parts[1][0].layout()
    assert inner is not None
    inner.addWidget(late)
    late.show()
    whole = made.layout()
    assert whole is not None
    order_tabs(whole)
    first = parts[0][0].findChildren(QPushButton)[0]
    first.setFocus()
    seen = []
    for _step in range(4):
        focused = made.focusWidget()
        assert isinstance(focused, QPushButton)
        seen.append(focused.text())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert seen == ["0", "1", "late", "2"]
