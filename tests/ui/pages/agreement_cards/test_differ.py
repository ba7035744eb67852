# SPDX-License-Identifier: MIT
"""Where they differ: kinds and codes behind one switch, each part leading to its passages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.measured import MISTRUST, QUOTE, TRUST, measured

from annotator.agreement.disagreement import Decomposition, Kind, KindCounts
from annotator.ui.models.agreement_measured import Ends
from annotator.ui.models.agreement_selection import Selection
from annotator.ui.pages.agreement_cards.differ import READING, DifferCard, ends_in_words, in_words
from annotator.ui.theme.current import Theme

FOUND = measured(2)


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> DifferCard:
    made = DifferCard(theme)
    qtbot.addWidget(made)
    made.resize(560, 320)
    made.show_figures(FOUND, Selection(code=TRUST.id))
    made.show()
    return made


def test_a_part_of_another_bar_chooses_that_code_too(card: DifferCard, qtbot: QtBot) -> None:
    row, place = next(place for place in card.bars.cells if card.bars.codes[place[0]].id == MISTRUST.id)
    with qtbot.waitSignal(card.chosen) as told:
        QTest.mouseClick(card.bars.cells[row, place], Qt.MouseButton.LeftButton)
    assert told.args[0].code == MISTRUST.id
    assert told.args[0].kind is not None


def test_the_switch_shows_codes_against_codes(card: DifferCard, qtbot: QtBot) -> None:
    assert card.bars.isVisible()
    QTest.keyClick(card.switch._buttons["code"], Qt.Key.Key_Space)
    assert card.confusion.isVisible()
    assert not card.bars.isVisible()
    assert card._sentence.text() == READING
    with qtbot.waitSignal(card.chosen) as told:
        QTest.mouseClick(card.confusion.cells[0, 1], Qt.MouseButton.LeftButton)
    assert told.args[0].cell == (TRUST.id, MISTRUST.id)
    card.show_figures(FOUND, told.args[0])
    assert card.confusion.cells[0, 1].isChecked()


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (KindCounts(8, 1, 1), "mostly missed, not misplaced"),
        (KindCounts(1, 8, 1), "not with the same ends"),
        (KindCounts(1, 1, 8), "mostly under another code"),
        (KindCounts(3, 3, 3), "in several ways"),
        (KindCounts(), "differ on no passage"),
    ],
)
def test_sentences(counts: KindCounts, said: str) -> None:
    found = Decomposition(TRUST.id, counts, 2, KindCounts())
    assert said in in_words(TRUST, found)


def test_a_code_that_nobody_used() -> None:
    assert in_words(QUOTE, None) == "Expert quote: nobody marked a passage."
    assert Kind.MISSED.value == "missed"


def test_how_far_ends_lie_apart() -> None:
    assert ends_in_words(None) == ""
    said = ends_in_words(Ends(164, 3.0, 12.5))
    assert "(164 times), its starts lie 3 and its ends 12 characters apart" in said
