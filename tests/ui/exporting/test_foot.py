# SPDX-License-Identifier: MIT
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from ui.conftest import Driver

from annotator.ui.exporting.foot import ExportFoot
from annotator.ui.theme.current import Theme


def test_the_verb_says_what_is_missing(driver: Driver, theme: Theme, keep: Callable[[QObject], None]) -> None:
    foot = ExportFoot(theme, driver.window.session.check)
    keep(foot)
    asked: list[bool] = []
    foot.asked.connect(lambda: asked.append(True))
    foot.allow(False, missing="No code is ticked")
    assert not foot.export.isEnabled()
    assert foot.missing == "No code is ticked"
    foot.allow(True)
    foot.tell("3 annotations")
    assert foot.sentence == "3 annotations"
    QTest.mouseClick(foot.export, Qt.MouseButton.LeftButton)
    assert asked == [True]


def test_writing_can_be_stopped(driver: Driver, theme: Theme, keep: Callable[[QObject], None]) -> None:
    foot = ExportFoot(theme, driver.window.session.check)
    keep(foot)
    stopped: list[bool] = []
    foot.cancelled.connect(lambda: stopped.append(True))
    assert foot.cancel.isHidden()
    foot.show_writing(True)
    assert not foot.export.isEnabled()
    QTest.mouseClick(foot.cancel, Qt.MouseButton.LeftButton)
    foot.show_writing(False)
    assert stopped == [True]
    assert foot.export.isEnabled()
