# SPDX-License-Identifier: MIT
"""Small parts: numbers in their bounds, a name and its verb."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.team.fields import NameLine, NumberField, head, named, small, tell
from annotator.ui.theme.current import Theme


def test_a_number_is_none_while_it_is_none(theme: Theme, qtbot: QtBot) -> None:
    field = NumberField(theme, 2, least=1, most=99)
    qtbot.addWidget(field)
    assert field.value == 2
    field.setText("")
    assert field.value is None
    QTest.keyClicks(field, "x7")
    assert field.value == 7


def test_a_name_is_given_by_enter_and_by_the_button(theme: Theme, qtbot: QtBot) -> None:
    line = NameLine(theme, hint="Name", verb="Add")
    qtbot.addWidget(line)
    assert not line.button.isEnabled()
    QTest.keyClicks(line.field, "  Berg ")
    with qtbot.waitSignal(line.given) as told:
        QTest.keyClick(line.field, Qt.Key.Key_Return)
    assert told.args == ["Berg"]
    line.show_verb("Rename", name="Novak")
    assert (line.button.text(), line.field.selectedText()) == ("Rename", "Novak")
    with qtbot.waitSignal(line.given):
        QTest.mouseClick(line.button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(line.left):
        QTest.keyClick(line, Qt.Key.Key_Escape)


def test_words_take_no_room_where_there_are_none(theme: Theme, qtbot: QtBot) -> None:
    made = QWidget()
    qtbot.addWidget(made)
    label = small(theme)
    label.setParent(made)
    tell(label, "said")
    assert not label.isHidden()
    tell(label, "")
    assert label.isHidden()
    assert head(theme, "People").text() == "People"
    field = NumberField(theme, 1, least=0, most=9)
    made.setLayout(named(theme, "Seed", field))
    assert field.accessibleName() == "Seed"
