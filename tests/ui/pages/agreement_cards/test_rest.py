# SPDX-License-Identifier: MIT
"""Each coder against the rest."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.measured import TRUST, measured

from annotator.ui.models.agreement import ALPHA
from annotator.ui.models.agreement_selection import Selection
from annotator.ui.pages.agreement_cards.rest import READING, TWO, RestCard
from annotator.ui.theme.current import Theme


def test_the_mean_of_each_coders_pairs(theme: Theme, qtbot: QtBot) -> None:
    found, card = measured(3), RestCard(theme)
    qtbot.addWidget(card)
    card.show_figures(found, Selection(code=TRUST.id))
    card.show()
    pairs = [each for each in found.answer.figures.pairs if each.measure == ALPHA and each.code == TRUST.id]
    for line in card.forest.model.lines:
        own = [pair.value for pair in pairs if line.key in pair.coders]
        assert line.value == pytest.approx(sum(own) / 2)
    values = [line.value for line in card.forest.model.lines]
    assert values == sorted(values)
    assert card._sentence.text() == READING


def test_two_have_no_rest(theme: Theme, qtbot: QtBot) -> None:
    card = RestCard(theme)
    qtbot.addWidget(card)
    card.show_figures(measured(2), Selection(code=TRUST.id))
    card.show()
    assert card._sentence.text() == TWO
    assert not card.forest.isVisible()


def test_a_line_leads_to_what_the_coder_and_any_other_differ_on(theme: Theme, qtbot: QtBot) -> None:
    found, card = measured(3), RestCard(theme)
    qtbot.addWidget(card)
    card.show_figures(found, Selection(code=TRUST.id))
    card.show()
    card.forest.list.setCurrentIndex(card.forest.model.index(1))
    with qtbot.waitSignal(card.chosen) as told:
        QTest.keyClick(card.forest.list, Qt.Key.Key_Return)
    [selection] = told.args
    assert selection == Selection(code=TRUST.id, coder=card.forest.model.lines[1].key)
    card.show_figures(found, selection)
    assert card.forest.list.selectionModel().selectedIndexes()
    card.show_figures(found, Selection(code=TRUST.id))
    assert not card.forest.list.selectionModel().selectedIndexes()
