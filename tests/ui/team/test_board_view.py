# SPDX-License-Identifier: MIT
"""The board by keys: a block is selected, assigned, taken away; Enter goes into the article."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.teams import Team

from annotator.ui.team.board_view import BoardView
from annotator.ui.team.team_desk import TeamDesk
from annotator.ui.theme.current import Theme


def shown(theme: Theme, desk: TeamDesk, qtbot: QtBot) -> BoardView:
    view = BoardView(theme)
    qtbot.addWidget(view)
    view.resize(700, 300)
    view.show()
    assert desk.state is not None
    view.show_board(desk.state.board)
    return view


def test_shift_and_arrows_select_a_block(theme: Theme, desk: TeamDesk, team: Team, qtbot: QtBot) -> None:
    view = shown(theme, desk, qtbot)
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    coders, documents = view.block
    assert (coders, len(documents)) == ((team.haddad.id, team.novak.id), 2)
    for key, signal in (
        (Qt.Key.Key_A, view.assign_asked),
        (Qt.Key.Key_U, view.unassign_asked),
        (Qt.Key.Key_Delete, view.unassign_asked),
    ):
        with qtbot.waitSignal(signal):
            QTest.keyClick(view, key)


def test_enter_and_double_click_lead_into_the_article(theme: Theme, desk: TeamDesk, team: Team, qtbot: QtBot) -> None:
    view = shown(theme, desk, qtbot)
    with qtbot.waitSignal(view.entered_cell) as told:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert told.args[0] == team.haddad.id
    middle = view.visualRect(view.cells.index(1, 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    with qtbot.waitSignal(view.entered_cell) as told:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert told.args[0] == team.novak.id


def test_many_coders_and_little_room_are_still_drawn(theme: Theme, desk: TeamDesk, qtbot: QtBot) -> None:
    view = shown(theme, desk, qtbot)
    for width in (1200, 700, 320):
        view.resize(width, 200)
        assert not view.grab().isNull()
    view.set_filter("no such article")
    assert view.block == ((), ())
