# SPDX-License-Identifier: MIT
"""Buttons, boxes and dots."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button, RadioDot, TickBox


def test_a_button_shows_words_as_they_are(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Merge A & B", kind="primary", icon="plus")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Merge A & B"
    assert button.shortcut().isEmpty()
    assert isinstance(button, QPushButton)


def test_an_icon_follows_the_mode(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, kind="icon", icon="menu", spoken="Menu")
    qtbot.addWidget(button)
    before = button.icon().cacheKey()
    theme.choose("dark")
    assert button.icon().cacheKey() != before
    button.set_icon("left")
    assert button.accessibleName() == "Menu"


def test_a_box_is_ticked_by_its_words_and_by_space(theme: Theme, qtbot: QtBot) -> None:
    box = TickBox(theme, "Ask <b>the</b> lead & all")
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 4, 6))
    assert box.isChecked()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert not box.isChecked()
    assert not box.grab().isNull()


def test_a_dot_is_chosen(theme: Theme, qtbot: QtBot) -> None:
    dot = RadioDot(theme, "Character")
    qtbot.addWidget(dot)
    dot.resize(dot.sizeHint())
    QTest.mouseClick(dot, Qt.MouseButton.LeftButton)
    assert dot.isChecked()
    assert not dot.grab().isNull()


def test_in_high_contrast_what_cannot_be_used_is_struck_out(theme: Theme, qtbot: QtBot) -> None:
    theme.choose("high_contrast")
    icon, words = Button(theme, kind="icon", icon="undo", spoken="Undo"), Button(theme, "Merge", kind="primary")
    for button in (icon, words):
        qtbot.addWidget(button)
        button.resize(button.sizeHint())
    shown = [button.grab().toImage() for button in (icon, words)]
    for button in (icon, words):
        button.setEnabled(False)
    dimmed = [button.grab().toImage() for button in (icon, words)]
    strokes = [
        {(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).alpha() > 128}
        for image in (shown[0], dimmed[0])
    ]
    assert strokes[1] - strokes[0], "struck out, not only paler"
    outline = {dimmed[1].pixelColor(x, 0).name() for x in range(8, words.width() - 8)}
    assert len(outline) > 1, "dashed"
