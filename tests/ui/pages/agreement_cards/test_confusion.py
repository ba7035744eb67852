# SPDX-License-Identifier: MIT
"""The confusion table: characters of one code against another, or nothing."""

import pytest
from pytestqt.qtbot import QtBot
from ui.measured import CODEBOOK, measured

from annotator.ui.pages.agreement_cards.confusion import ConfusionGrid
from annotator.ui.theme.current import Theme


@pytest.mark.parametrize("mode", ["light", "dark", "high_contrast"])
def test_cells_say_characters_and_passages(theme: Theme, qtbot: QtBot, mode: str) -> None:
    theme.choose(mode)
    grid = ConfusionGrid(theme)
    qtbot.addWidget(grid)
    grid.show_confusion(measured(2).confusion, CODEBOOK.codes)
    grid.show()
    nothing = len(CODEBOOK.codes)
    assert (nothing, nothing) not in grid.cells, "most of the text is nothing to both"
    assert grid.cells[0, 0].accessibleName() == "Trust by both: 136 characters in 4 passages"
    assert grid.cells[0, 1].accessibleName() == "Trust by one, Mistrust by the other: 20 characters in 1 passage"
    assert grid.cells[2, nothing].accessibleName().startswith("Speculation by one, Nothing by the other: 10 characters")
    assert not grid.grab().isNull()
