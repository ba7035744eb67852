# SPDX-License-Identifier: MIT
"""Long work is said, short work is not."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.work import Work


def test_long_work_shows_its_share_and_can_be_called_off(theme: Theme, qtbot: QtBot) -> None:
    work = Work(theme)
    qtbot.addWidget(work)
    work.begin("Measuring agreement")
    assert not work.isVisible()
    qtbot.waitUntil(work.isVisible)
    work.advance(0.25)
    assert (work.bar.value(), work.bar.maximum()) == (250, 1000)
    assert work.cancel.accessibleName() == "Cancel: Measuring agreement"
    with qtbot.waitSignal(work.called_off):
        QTest.keyClick(work.cancel, Qt.Key.Key_Space)
    work.end()
    assert not work.isVisible()
    assert work.words == ""


def test_short_work_is_never_shown(theme: Theme, qtbot: QtBot) -> None:
    work = Work(theme)
    qtbot.addWidget(work)
    work.begin("Measuring agreement")
    work.end()
    assert not work._soon.isActive()
    assert not work.isVisible()
