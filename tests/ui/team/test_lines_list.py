# SPDX-License-Identifier: MIT
"""Rows of two lines: keys, mouse, what is spoken, what stays when the words change."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.team.lines_list import LinesList, ListLine
from annotator.ui.theme.current import Theme

LINES = (
    ListLine("a", "<b>Novak</b>", "3 assigned", icon="finished", aside="Lead"),
    ListLine("b", "Haddad", "", token="warning", aside="late"),
    ListLine("c", "A name\nof two lines " + "x" * 500, "note"),
)


def test_keys_choose_and_enter(theme: Theme, qtbot: QtBot) -> None:
    made = LinesList(theme, name="People")
    qtbot.addWidget(made)
    made.resize(260, 200)
    made.show()
    made.show_lines(LINES)
    chosen: list[str] = []
    made.chosen.connect(chosen.append)
    made.take_focus()
    QTest.keyClick(made, Qt.Key.Key_Down)
    assert (made.key, chosen) == ("b", ["a", "b"])
    with qtbot.waitSignal(made.entered_line) as told:
        QTest.keyClick(made, Qt.Key.Key_Return)
    assert told.args == ["b"]
    QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=made.visualRect(made.rows.index(2)).center())
    assert made.key == "c"
    assert not made.grab().isNull()


def test_what_is_chosen_stays_and_is_not_told_again(theme: Theme, qtbot: QtBot) -> None:
    made = LinesList(theme, name="People")
    qtbot.addWidget(made)
    made.show_lines(LINES)
    chosen: list[str] = []
    made.chosen.connect(chosen.append)
    made.choose("b")
    made.show_lines((ListLine("b", "Haddad", "2 assigned"),))
    assert (made.key, chosen) == ("b", [])
    made.choose("unknown")
    assert made.key == "b"


def test_a_growing_list_takes_the_room_of_its_rows(theme: Theme, qtbot: QtBot) -> None:
    made = LinesList(theme, name="Rounds", grows=True)
    qtbot.addWidget(made)
    assert made.isHidden()
    made.show_lines(LINES)
    assert made.height() == theme.px(46) + theme.px(32) + theme.px(46)


def test_rows_speak_all_their_words(theme: Theme, qtbot: QtBot) -> None:
    made = LinesList(theme, name="People")
    qtbot.addWidget(made)
    made.show_lines(LINES)
    index = made.rows.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "<b>Novak</b>. Lead. 3 assigned"
    assert "&lt;b&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert len(made.rows.index(2).data()) <= 300
