# SPDX-License-Identifier: MIT
"""The heat map: a cell per pair, the lowest in words, the way to its passages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.measured import QUOTE, TRUST, coder, measured

from annotator.agreement.disagreement import passages_behind
from annotator.ui.models.agreement_figures import value
from annotator.ui.models.agreement_selection import Selection
from annotator.ui.pages.agreement_cards.pairs import PairsCard
from annotator.ui.theme.current import Theme

FOUND = measured(4)


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> PairsCard:
    made = PairsCard(theme)
    qtbot.addWidget(made)
    made.resize(360, 300)
    made.show_figures(FOUND, Selection(code=TRUST.id))
    made.show()
    return made


def test_every_pair_has_a_cell_that_says_it(card: PairsCard) -> None:
    assert set(card.cells.cells) == {(1, 0), (2, 0), (2, 1), (3, 0), (3, 1), (3, 2)}
    spoken = card.cells.cells[1, 0].accessibleName()
    pair = next(each for each in FOUND.answer.figures.pairs if each.code == TRUST.id and "alpha" in each.measure)
    assert spoken == f"Novak and Okafor: alpha {value(pair)}, 3 articles"


def test_the_lowest_pair_is_named_with_its_passages(card: PairsCard, qtbot: QtBot) -> None:
    assert card._sentence.text().startswith("Lowest: ")
    lowest = card._lowest
    number = len(passages_behind(FOUND.differences.passages, code=TRUST.id, coders=lowest))
    assert card.show_them.text() == f"Show their {number} passages"
    with qtbot.waitSignal(card.chosen) as told, qtbot.waitSignal(card.passages_asked):
        QTest.mouseClick(card.show_them, Qt.MouseButton.LeftButton)
    assert told.args == [Selection(code=TRUST.id, coders=lowest)]


def test_a_cell_chooses_its_pair(card: PairsCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.chosen) as told:
        QTest.mouseClick(card.cells.cells[2, 1], Qt.MouseButton.LeftButton)
    chosen = told.args[0]
    assert chosen == Selection(code=TRUST.id, coders=(coder(1).id, coder(2).id))
    card.show_figures(FOUND, chosen)
    assert card.cells.cells[2, 1].isChecked()
    assert card._sentence.text().startswith("Okafor and Haddad, ")


def test_where_nobody_used_a_code_there_is_no_pair(card: PairsCard) -> None:
    card.show_figures(FOUND, Selection(code=QUOTE.id))
    assert card._sentence.text() == "No pair of coders has an alpha for this code."
    assert not card.show_them.isVisible()
    assert "undefined (no variation" in card.cells.cells[1, 0].accessibleName()


@pytest.mark.parametrize("mode", ["light", "dark", "high_contrast"])
@pytest.mark.parametrize("coders", [2, 10])
def test_it_is_drawn(theme: Theme, qtbot: QtBot, mode: str, coders: int) -> None:
    theme.choose(mode)
    card = PairsCard(theme)
    qtbot.addWidget(card)
    card.show_figures(measured(coders), Selection(code=TRUST.id))
    card.show()
    assert len(card.cells.cells) == coders * (coders - 1) // 2
    assert not card.grab().isNull()
