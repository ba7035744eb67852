# SPDX-License-Identifier: MIT
"""The legend counts the cells of each state, wraps, and is spoken."""

from pytestqt.qtbot import QtBot

from annotator.ui.team.board_legend import BoardLegend
from annotator.ui.team.team_desk import TeamDesk
from annotator.ui.theme.current import Theme


def test_counts_words_and_lines(theme: Theme, desk: TeamDesk, qtbot: QtBot) -> None:
    legend = BoardLegend(theme)
    qtbot.addWidget(legend)
    assert desk.state is not None
    legend.show_board(desk.state.board)
    assert legend.counts == {"not_started": 3, "in_progress": 1}
    assert "In progress: 1" in legend.accessibleName()
    assert legend.heightForWidth(150) > legend.heightForWidth(1200)
    legend.resize(400, legend.heightForWidth(400))
    assert not legend.grab().isNull()
