# SPDX-License-Identifier: MIT
"""One question over the text of a coder's file, gone once it is answered."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.models.values import ME, OTHER

from annotator.operations import CoderFile
from annotator.ui.docks.name_line import NameLine
from annotator.ui.theme.current import Theme

FILE = CoderFile(coder=OTHER, lead=ME, round="main", confirmed=False)


def test_asked_once(theme: Theme, qtbot: QtBot) -> None:
    line = NameLine(theme)
    qtbot.addWidget(line)
    line.show_file(None)
    assert line.isHidden()
    line.show_file(FILE)
    assert line.words == "Mara Lindqvist made this file for Trial coder 1. Is this your name?"
    line.take_focus()
    QTest.keyClicks(line.name, "Jan")
    line.show_file(FILE)
    assert line.name.text() == "Jan", "what is being typed stays"
    with qtbot.waitSignal(line.confirmed) as told:
        QTest.mouseClick(line.confirm, Qt.MouseButton.LeftButton)
    assert told.args == ["Jan"]
    line.show_file(replace(FILE, confirmed=True))
    assert line.isHidden()


def test_no_name_is_no_answer(theme: Theme, qtbot: QtBot) -> None:
    line = NameLine(theme)
    qtbot.addWidget(line)
    line.show_file(FILE)
    line.name.setText("  ")
    assert not line.confirm.isEnabled()
    told: list[str] = []
    line.confirmed.connect(told.append)
    QTest.keyClick(line.name, Qt.Key.Key_Return)
    assert told == []
