# SPDX-License-Identifier: MIT
"""A page's verbs: buttons, or a menu of the same where room is short."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.action_row import ActionRow


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def actions(theme: Theme, qtbot: QtBot, done: list[str]) -> ActionRow:
    made = ActionRow(theme)
    qtbot.addWidget(made)
    made.add("Copy table", lambda: done.append("copy"), icon="copy")
    made.add("Save report…", lambda: done.append("save"), kind="")
    made.resize(600, 40)
    made.show()
    return made


def test_buttons_where_there_is_room(actions: ActionRow, done: list[str]) -> None:
    assert [button.isVisible() for button in actions.buttons] == [True, True]
    assert not actions.more.isVisible()
    QTest.mouseClick(actions.buttons[0], Qt.MouseButton.LeftButton)
    assert done == ["copy"]


def test_a_menu_where_there_is_none(actions: ActionRow, done: list[str]) -> None:
    actions.resize(60, 40)
    assert actions.more.isVisible()
    assert not any(button.isVisible() for button in actions.buttons)
    actions.buttons[0].setEnabled(False)
    menu = actions.menu()
    assert [(each.text(), each.isEnabled()) for each in menu.actions()] == [
        ("Copy table", False),
        ("Save report…", True),
    ]
    menu.actions()[1].trigger()
    assert done == ["save"]
    actions.resize(600, 40)
    assert not actions.more.isVisible()
