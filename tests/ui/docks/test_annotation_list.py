# SPDX-License-Identifier: MIT
"""The list goes with the caret and with the selection, both ways."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.conftest import Driver, read_elsewhere
from ui.docks.panels import Desk
from ui.models.values import MISTRUST, annotation

from annotator.domain import CodePoint
from annotator.ui.docks.annotation_list import AnnotationList
from annotator.ui.theme.current import Theme

FIRST, SECOND = annotation(0, 24), annotation(4, 9, code=MISTRUST)


@pytest.fixture
def desk() -> Desk:
    return Desk([FIRST, SECOND])


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot, desk: Desk) -> AnnotationList:
    made = AnnotationList(theme, desk)
    qtbot.addWidget(made)
    desk.article_changed.emit()
    made.show()
    return made


def test_the_caret_leads_to_the_smallest_row(panel: AnnotationList) -> None:
    panel.tree.clearFocus()
    panel.follow_caret(CodePoint(5))
    assert panel.tree.currentIndex().row() == 1
    panel.follow_caret(CodePoint(1))
    assert panel.tree.currentIndex().row() == 0


def test_following_tells_nobody_but_a_key_does(panel: AnnotationList, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.picked):
        desk.choose(FIRST.id)
    with qtbot.waitSignal(panel.picked) as told:
        QTest.keyClick(panel.tree, Qt.Key.Key_Down)
    assert told.args == [SECOND.id]


def test_codes_keys_and_enter_are_passed_on(panel: AnnotationList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.sign) as sign:
        QTest.keyClick(panel.tree, "3")
    assert sign.args == ["3"]
    with qtbot.waitSignal(panel.entered):
        QTest.keyClick(panel.tree, Qt.Key.Key_Return)


def test_an_empty_list_says_what_others_did(theme: Theme, qtbot: QtBot) -> None:
    desk = Desk([])
    panel = AnnotationList(theme, desk)
    qtbot.addWidget(panel)
    desk.article_changed.emit()
    panel.tell_others(415)
    panel.show()
    assert panel._empty.isVisible()
    assert "415 annotations" in panel._others.text()
    with qtbot.waitSignal(panel.others_asked):
        panel._show_others.click()
    assert panel.count == 0


def test_by_keys_alone_in_the_window(driver: Driver, open_window: Callable[[Path], Driver]) -> None:
    driver.code("The council", "1")
    driver.code("a historian", "2")
    driver.key(Qt.Key.Key_F7)
    tree = driver.page.right.annotations.tree
    driver.bot.waitUntil(tree.hasFocus)
    driver.key(Qt.Key.Key_Home, at=tree)
    assert driver.page.right.inspector.quote == "The council"
    driver.key("3", at=tree)
    driver.saved()
    driver.key(Qt.Key.Key_Down, at=tree)
    driver.key(Qt.Key.Key_Delete, at=tree)
    driver.saved()
    driver.key(Qt.Key.Key_Return, at=tree)
    assert driver.view.hasFocus()
    (row,) = read_elsewhere(driver.close())["annotations"]
    assert (row["quote"], row["code"]) == ("The council", "speculation")
