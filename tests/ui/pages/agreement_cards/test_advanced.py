# SPDX-License-Identifier: MIT
"""More coefficients: each with its line; what takes long when it is asked for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from ui.measured import TRUST, measured

from annotator.agreement.catalogue import Family
from annotator.operations import Wanted, measure_by_name
from annotator.reports.advanced_section import CAUTION
from annotator.ui.models.agreement_selection import Selection
from annotator.ui.pages.agreement_cards.advanced import ON_DEMAND, AdvancedCard, names_of
from annotator.ui.theme.current import Theme

FOUND = measured(2)


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> AdvancedCard:
    made = AdvancedCard(theme)
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.show()
    made.show_figures(FOUND, Selection(code=TRUST.id))
    return made


def words(card: AdvancedCard) -> str:
    return "\n".join(label.text() for label in card.findChildren(QLabel))


def test_what_is_there_stands_with_its_line(card: AdvancedCard) -> None:
    said = words(card)
    for label in ("Scott's pi", "Fleiss' kappa", "Conger's kappa", "Brennan-Prediger (S, Randolph)", "Gwet's AC1"):
        assert label in said
    assert "however rare the code: high where codes are rare" in said
    assert CAUTION in said
    assert set(card.buttons) == {family for family, _ in ON_DEMAND}


@pytest.mark.parametrize("family", [Family.SETS, Family.SPANS, Family.UNITIZING_2016, Family.SEMEVAL])
def test_a_family_is_computed_when_asked_for(card: AdvancedCard, qtbot: QtBot, family: Family) -> None:
    button = card.buttons[family]
    assert button.accessibleName().startswith("Compute ")
    with qtbot.waitSignal(card.wanted) as told:
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert told.args == [family]
    results = measure_by_name(FOUND.asked, wanted=Wanted(measures=names_of(family), intervals="none"))
    card.take(family, results, measured=FOUND)
    assert family not in card.buttons
    assert any(each in words(card) for each in ("all codes", "undefined ("))


def test_counts_are_counts(card: AdvancedCard) -> None:
    results = measure_by_name(FOUND.asked, wanted=Wanted(measures=names_of(Family.SEMEVAL), intervals="none"))
    card.take(Family.SEMEVAL, results, measured=FOUND)
    strict = next(each for each in results if each.measure == "semeval_strict:correct")
    lines = words(card).splitlines()
    assert lines[lines.index("SemEval strict: correct, all codes") + 1] == f"{strict.value:.0f}"


def test_what_is_about_other_figures_is_not_shown(card: AdvancedCard) -> None:
    results = measure_by_name(FOUND.asked, wanted=Wanted(measures=names_of(Family.SETS), intervals="none"))
    other = measured(3)
    card.show_figures(other, Selection(code=TRUST.id))
    card.take(Family.SETS, results, measured=FOUND)
    assert Family.SETS in card.buttons


def test_gamma_says_what_it_rests_on_and_names_each_value(card: AdvancedCard) -> None:
    results = measure_by_name(FOUND.asked, wanted=Wanted(measures=names_of(Family.GAMMA), intervals="none"))
    card.take(Family.GAMMA, results, measured=FOUND)
    said = words(card)
    assert "Gamma: observed disorder, all codes" in said
    assert "Monte-Carlo error ." in said
    assert "a passage that stays alone costs Δ∅ = 1" in said
