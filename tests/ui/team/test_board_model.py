# SPDX-License-Identifier: MIT
"""The board as a table: what is spoken, filtered, selected."""

from PySide6.QtCore import Qt
from ui.teams import Team

from annotator.ui.team.board_model import BoardModel
from annotator.ui.team.team_desk import TeamDesk


def shown(desk: TeamDesk) -> BoardModel:
    model = BoardModel(desk)
    assert desk.state is not None
    model.show_board(desk.state.board)
    return model


def test_cells_speak_coder_article_and_state(desk: TeamDesk) -> None:
    model = shown(desk)
    assert [model.headerData(place, Qt.Orientation.Horizontal) for place in range(3)] == ["Haddad", "Novak", "Finished"]
    assert model.headerData(0, Qt.Orientation.Vertical) == "The first line is a title"
    assert model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Novak, The first line is a title: In progress, 1 annotation"
    )
    assert model.index(0, 2).data() == "0 of 2"
    assert "finished by 0 of 2" in str(model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "0 of 2 finished" in str(model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole))


def test_filter_by_title_state_and_overlap(desk: TeamDesk) -> None:
    model = shown(desk)
    for words, rows in (("second", 1), ("in progress", 1), ("overlap", 2), ("nothing at all", 0), ("", 2)):
        model.set_filter(words)
        assert model.rowCount() == rows, words


def test_a_block_names_coders_and_articles_once(desk: TeamDesk, team: Team) -> None:
    model = shown(desk)
    coders, documents = model.block([model.index(row, column) for row in range(2) for column in range(3)])
    assert coders == (team.haddad.id, team.novak.id)
    assert len(documents) == 2
    assert not model.flags(model.index(0, 2)) & Qt.ItemFlag.ItemIsSelectable


def test_the_same_board_anew_resets_nothing(desk: TeamDesk) -> None:
    model, resets = shown(desk), []
    model.modelReset.connect(lambda: resets.append(True))
    assert desk.state is not None
    model.show_board(desk.state.board)
    assert resets == []
