# SPDX-License-Identifier: MIT
"""Each kind of attribute has its control, and none hands over what the attribute does not take."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from annotator.domain import AttributeDefinition, AttributeKind
from annotator.ui.docks.attribute_fields import AttributeField
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.segmented import Segmented


def make(
    theme: Theme, qtbot: QtBot, kind: AttributeKind, choices: tuple[str, ...] = ()
) -> tuple[AttributeField, list[str]]:
    told: list[str] = []
    field = AttributeField(theme, AttributeDefinition("holder", "Holder", kind, choices), changed=told.append)
    qtbot.addWidget(field)
    field.show()
    return field, told


def test_choice(theme: Theme, qtbot: QtBot) -> None:
    field, told = make(theme, qtbot, AttributeKind.CHOICE, ("china", "russia"))
    control = field.control
    assert isinstance(control, Choice)
    assert [control.itemText(place) for place in range(control.count())] == ["not set", "china", "russia"]
    field.show_value("russia")
    assert control.value == "russia"
    QTest.keyClick(control, Qt.Key.Key_Up)
    assert told == ["china"]


def test_yes_and_no(theme: Theme, qtbot: QtBot) -> None:
    field, told = make(theme, qtbot, AttributeKind.YES_NO)
    control = field.control
    assert isinstance(control, Segmented)
    QTest.mouseClick(control._buttons["yes"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(control._buttons["yes"], Qt.MouseButton.LeftButton)
    assert told == ["yes", ""]


@pytest.mark.parametrize("kind", [AttributeKind.TEXT, AttributeKind.NUMBER])
def test_lines_are_handed_over_when_left(theme: Theme, qtbot: QtBot, kind: AttributeKind) -> None:
    field, told = make(theme, qtbot, kind)
    QTest.keyClicks(field.control, " 12 ")
    assert told == []
    QTest.keyClick(field.control, Qt.Key.Key_Return)
    assert told == ["12"]


def test_words_are_offered_but_not_imposed(theme: Theme, qtbot: QtBot) -> None:
    field, told = make(theme, qtbot, AttributeKind.TEXT, ("Ana Roth",))
    assert isinstance(field.control, QLineEdit)
    assert field.control.completer() is not None
    field.control.setText("Somebody <b>else</b>")
    QTest.keyClick(field.control, Qt.Key.Key_Return)
    assert told == ["Somebody <b>else</b>"]


def test_no_number_is_refused_in_place(theme: Theme, qtbot: QtBot) -> None:
    field, told = make(theme, qtbot, AttributeKind.NUMBER)
    QTest.keyClicks(field.control, "many")
    QTest.keyClick(field.control, Qt.Key.Key_Return)
    assert told == []
    assert field.error.isVisibleTo(field)
    assert "“many” is no number" in field.error.text()
    field.control.setText("3.5")
    QTest.keyClick(field.control, Qt.Key.Key_Return)
    assert told == ["3.5"]
    assert field.error.isHidden()
