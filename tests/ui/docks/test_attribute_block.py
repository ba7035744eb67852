# SPDX-License-Identifier: MIT
"""A code's attributes, made once and then only filled."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from ui.models.values import QUOTE, TRUST

from annotator.ui.docks.attribute_block import AttributeBlock
from annotator.ui.theme.current import Theme


def test_values_are_shown_and_told_by_name(theme: Theme, qtbot: QtBot) -> None:
    told: list[tuple[str, str]] = []
    block = AttributeBlock(theme, TRUST, changed=lambda name, value: told.append((name, value)))
    qtbot.addWidget(block)
    block.show()
    block.show_values({"holder": "china"})
    assert block.fields["holder"].control.value == "china"
    assert block.fields["target"].control.value == ""
    QTest.keyClick(block.fields["target"].control, Qt.Key.Key_Down)
    assert told == [("target", "china")]
    labels = {label.text(): label.toolTip() for label in block.findChildren(QLabel)}
    assert "who trusts" in labels["Holder"], "what follows a colon is an explanation"


def test_leaving_hands_a_line_over(theme: Theme, qtbot: QtBot) -> None:
    told: list[tuple[str, str]] = []
    block = AttributeBlock(theme, QUOTE, changed=lambda name, value: told.append((name, value)))
    qtbot.addWidget(block)
    block.show()
    speaker = block.fields["speaker"].control
    block.window().activateWindow()
    speaker.setFocus()
    qtbot.waitUntil(speaker.hasFocus)
    QTest.keyClicks(speaker, "Ana Roth")
    block.commit()
    assert told == [("speaker", "Ana Roth")]
