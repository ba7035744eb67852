# SPDX-License-Identifier: MIT
"""The list of passages: words, order, one or two lines a row."""

import pytest
from pytestqt.qtbot import QtBot
from ui.measured import TRUST, measured

from annotator.ui.models.agreement_selection import Selection, lines_of, passages_of
from annotator.ui.pages.agreement_cards.passages import IN_TEXT, PassagesCard
from annotator.ui.theme.current import Theme

FOUND, SELECTION = measured(3), Selection(code=TRUST.id)
LINES = lines_of(passages_of(FOUND, SELECTION, longest_first=True), SELECTION)


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> PassagesCard:
    made = PassagesCard(theme)
    qtbot.addWidget(made)
    made.resize(1000, 400)
    made.show_figures(FOUND, SELECTION)
    made.show_lines(LINES, told="Trust: so many passages", nothing="None.")
    made.show()
    return made


def test_the_first_is_current_and_enter_opens_it(card: PassagesCard, qtbot: QtBot) -> None:
    assert card.list.currentIndex().row() == 0
    assert card.aside.text == "Trust: so many passages"
    with qtbot.waitSignal(card.opened) as told:
        card.list.entered_row.emit(2)
    assert told.args == [2]
    card.choose(LINES[1])
    assert card.list.currentIndex().row() == 1


def test_nothing_is_said_in_a_sentence(card: PassagesCard) -> None:
    card.show_lines([], told="Trust: 0 passages", nothing="None.")
    assert card._sentence.text() == "None."
    assert not card.list.isVisible()
    assert not card._hint.isVisible()


def test_the_order_is_the_readers(card: PassagesCard, qtbot: QtBot) -> None:
    assert card.longest_first
    with qtbot.waitSignal(card.order_changed):
        card.order._buttons[IN_TEXT].click()
    assert not card.longest_first


@pytest.mark.parametrize("mode", ["light", "dark", "high_contrast"])
def test_rows_of_two_lines_where_it_is_narrow(card: PassagesCard, theme: Theme, qtbot: QtBot, mode: str) -> None:
    theme.choose(mode)
    one = card.list.height()
    assert not card.grab().isNull()
    card.resize(400, 700)
    assert card.list.height() > one
    qtbot.waitUntil(lambda: card.order.y() > card.title.y() + theme.px(20))
    assert not card.grab().isNull()
