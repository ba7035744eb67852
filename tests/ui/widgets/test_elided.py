# SPDX-License-Identifier: MIT
"""A cut line says all of it when asked."""

from pytestqt.qtbot import QtBot

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.elided import Elided


def test_the_whole_text_is_spoken_and_in_the_tooltip(theme: Theme, qtbot: QtBot) -> None:
    line = Elided(theme, "A <b>title</b>\nover two lines")
    qtbot.addWidget(line)
    assert line.text == "A <b>title</b> over two lines"
    assert line.accessibleName() == line.text
    assert "&lt;b&gt;" in line.toolTip()


def test_it_may_become_narrow(theme: Theme, qtbot: QtBot) -> None:
    line = Elided(theme, "x" * 100)
    qtbot.addWidget(line)
    assert line.minimumSizeHint().width() < line.sizeHint().width()
    wide = line.grab().toImage()
    line.resize(60, 20)
    assert line.grab().toImage() != wide
    line.set_text("short")
    assert line.minimumSizeHint().width() <= line.sizeHint().width()
