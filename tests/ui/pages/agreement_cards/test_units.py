# SPDX-License-Identifier: MIT
"""Why does this unit count? Closed at first; asks for what it shows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.measured import TRUST, coder, measured

from annotator.operations import AgreementChoice
from annotator.ui.models.agreement_selection import Selection
from annotator.ui.models.agreement_units import diagnosed
from annotator.ui.pages.agreement_cards.units import UnitsCard
from annotator.ui.theme.current import Theme

FOUND = measured(2, choice=AgreementChoice(unit="sentence", resamples=0))


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> UnitsCard:
    made = UnitsCard(theme)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show_figures(FOUND, Selection(code=TRUST.id))
    made.show()
    return made


def test_it_asks_when_it_is_opened(card: UnitsCard, qtbot: QtBot) -> None:
    assert not card.is_open
    with qtbot.waitSignal(card.wanted):
        QTest.keyClick(card.expander.head, Qt.Key.Key_Space)
    assert card.is_open
    with qtbot.waitSignal(card.wanted):
        QTest.mouseClick(card.everything, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(card.wanted):
        QTest.keyClick(card.article, Qt.Key.Key_Down)


def test_units_are_listed_and_counted(card: UnitsCard, qtbot: QtBot) -> None:
    QTest.keyClick(card.expander.head, Qt.Key.Key_Space)
    units = diagnosed(FOUND, document=card.article.value, code=TRUST.id, everything=False)
    card.show_units(units, measured=FOUND)
    assert card._sentence.text() == "3 sentences, of which 3 count."
    assert card.list.isVisible()
    with qtbot.waitSignal(card.opened) as told:
        card.list.entered_row.emit(2)
    line = told.args[0]
    assert (line.start, line.end) == (100, 120)
    assert line.codes == ((coder(0).id, TRUST.id), (coder(1).id, None))
    assert not card.grab().isNull()
    card.show_units([], measured=FOUND)
    assert card._sentence.text() == "Nobody marked anything here."


def test_the_selected_article_is_taken_along(card: UnitsCard) -> None:
    second = FOUND.answer.shared[1].id
    card.show_figures(FOUND, Selection(code=TRUST.id, document=second))
    assert card.article.value == second
    card.show_figures(measured(2), Selection(code=TRUST.id))
    assert card.article.value == second, "other figures of the same articles"


def test_characters_are_shown_as_stretches(card: UnitsCard) -> None:
    found = measured(2)
    card.show_figures(found, Selection(code=TRUST.id))
    QTest.keyClick(card.expander.head, Qt.Key.Key_Space)
    units = diagnosed(found, document=card.article.value, code=TRUST.id, everything=True)
    card.show_units(units, measured=found)
    assert card._sentence.text().startswith(
        f"{len(units)} stretches, of which {len(units)} count. The text is cut where"
    )
