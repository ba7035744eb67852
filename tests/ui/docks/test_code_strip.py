# SPDX-License-Identifier: MIT
"""The line of codes in a narrow window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.models.values import CODEBOOK, TRUST

from annotator.ui.docks.code_strip import CodeStrip
from annotator.ui.theme.current import Theme


def test_a_click_applies(theme: Theme, qtbot: QtBot) -> None:
    strip = CodeStrip(theme)
    qtbot.addWidget(strip)
    strip.show_codebook(CODEBOOK)
    strip.resize(800, 36)
    strip.show()
    items = [strip._line.itemAt(place).widget() for place in range(5)]
    with qtbot.waitSignal(strip.applied) as told:
        QTest.mouseClick(items[0], Qt.MouseButton.LeftButton)
    assert told.args == [TRUST.id]
    assert items[4].isVisible()
    strip.resize(400, 36)
    assert not items[4].isVisible(), "the excluded region gives way first"
    find = strip._line.itemAt(strip._line.count() - 1).widget()
    with qtbot.waitSignal(strip.palette_asked):
        QTest.mouseClick(find, Qt.MouseButton.LeftButton)
