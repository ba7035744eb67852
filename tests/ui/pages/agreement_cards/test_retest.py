# SPDX-License-Identifier: MIT
"""Each coder with herself: offered where there is another round, computed when asked for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.measured import QUOTE, TRUST, asked, measured

from annotator.domain import MAIN_ROUND, Round
from annotator.operations import AgreementChoice, Retest, compute_retest
from annotator.operations.retest import RetestInput
from annotator.ui.models.agreement_selection import Selection
from annotator.ui.pages.agreement_cards.retest import RetestCard
from annotator.ui.theme.current import Theme

FOUND, SELECTION = measured(2), Selection(code=TRUST.id)
BOTH = (Round(MAIN_ROUND), Round("second"))


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> RetestCard:
    made = RetestCard(theme)
    qtbot.addWidget(made)
    made.know_rounds(BOTH)
    made.show_figures(FOUND, SELECTION)
    return made


@pytest.fixture(scope="module")
def passes() -> tuple[Retest, ...]:
    again = asked(2, choice=AgreementChoice(resamples=200, round="second"))
    return compute_retest(RetestInput(FOUND.asked, again))


def test_it_is_there_only_with_another_round(card: RetestCard) -> None:
    assert card.isVisible()
    assert [card.round.itemData(place) for place in range(card.round.count())] == ["second"]
    card.know_rounds(BOTH[:1])
    assert not card.isVisible()


def test_the_round_is_asked_for_by_a_key(card: RetestCard, qtbot: QtBot) -> None:
    assert card.compute.accessibleName() == "Compute each coder with herself"
    with qtbot.waitSignal(card.wanted) as told:
        QTest.keyClick(card.compute, Qt.Key.Key_Space)
    assert told.args == ["second"]


def test_a_line_for_each_coder_of_the_selected_code(card: RetestCard, passes: tuple[Retest, ...]) -> None:
    assert not card.forest.isVisible()
    card.take(passes, second="second", measured=FOUND)
    assert card.forest.isVisible()
    lines = card.forest.model.lines
    assert {line.name for line in lines} == {"Novak", "Okafor"}
    assert [line.value for line in lines] == [1.0, 1.0]
    assert all("twice: alpha 1.000, interval" in line.spoken for line in lines)
    assert "in round “main” and in round “second”" in card.said
    card.show_figures(FOUND, Selection(code=QUOTE.id))
    assert [line.value for line in card.forest.model.lines] == [None, None]
    assert all("undefined (no variation" in line.spoken for line in card.forest.model.lines)


def test_other_figures_forget_what_was_computed(card: RetestCard, passes: tuple[Retest, ...]) -> None:
    card.take(passes, second="second", measured=FOUND)
    card.show_figures(measured(2), SELECTION)
    assert card.forest.model.lines == ()
    card.take(passes, second="second", measured=FOUND)
    assert card.forest.model.lines == (), "an answer about figures that are gone"
