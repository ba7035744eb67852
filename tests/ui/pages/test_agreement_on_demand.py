# SPDX-License-Identifier: MIT
"""What is computed when it is asked for: one after the other, and forgotten with the figures it is about."""

import threading

import pytest
from ui.conftest import Driver
from ui.measured import TRUST, measured

from annotator.agreement.catalogue import Family
from annotator.domain import Refused
from annotator.ui.models.agreement_selection import Selection
from annotator.ui.pages import agreement_on_demand
from annotator.ui.pages.agreement_cards.advanced import AdvancedCard
from annotator.ui.pages.agreement_cards.retest import RetestCard
from annotator.ui.pages.agreement_cards.units import UnitsCard
from annotator.ui.pages.agreement_measuring import Measuring
from annotator.ui.pages.agreement_on_demand import OnDemand

FOUND, SELECTION = measured(2), Selection(code=TRUST.id)
Parts = tuple[OnDemand, Measuring, UnitsCard, AdvancedCard]


@pytest.fixture
def parts(driver: Driver) -> Parts:
    theme, session = driver.window._theme, driver.window.session
    measuring = Measuring(session, parent=driver.window)
    units, advanced = UnitsCard(theme), AdvancedCard(theme)
    made = OnDemand(session, measuring, units=units, advanced=advanced, retest=RetestCard(theme))
    for card in (units, advanced):
        driver.bot.addWidget(card)
        card.show()
        card.show_figures(FOUND, SELECTION)
    made.follow(FOUND, SELECTION)
    return made, measuring, units, advanced


def test_units_are_diagnosed_while_somebody_looks(driver: Driver, parts: Parts) -> None:
    _, _, units, _ = parts
    units.wanted.emit()
    assert driver.window.session.jobs.waiting == 0, "it is closed"
    units.expander.head.click()
    driver.bot.waitUntil(lambda: units.model.rowCount() > 0)


def test_families_are_computed_one_after_the_other(driver: Driver, parts: Parts) -> None:
    _, measuring, _, advanced = parts
    began: list[str] = []
    measuring.began.connect(began.append)
    for family in (Family.SETS, Family.SPANS, Family.SETS):
        advanced.wanted.emit(family)
    driver.bot.waitUntil(lambda: not {Family.SETS, Family.SPANS} & set(advanced.buttons))
    assert began == ["Computing sets of codes", "Computing whole passages"]


def test_cancelling_forgets_those_that_wait(driver: Driver, parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    _, measuring, _, advanced = parts
    gate = threading.Event()
    monkeypatch.setattr(agreement_on_demand, "measure_by_name", lambda *_, **__: gate.wait(30))
    advanced.wanted.emit(Family.SETS)
    advanced.wanted.emit(Family.SPANS)
    measuring.cancel()
    gate.set()
    driver.bot.waitUntil(lambda: driver.window.session.jobs.waiting == 0)
    assert {Family.SETS, Family.SPANS} <= set(advanced.buttons)


def test_what_cannot_be_computed_is_refused_and_the_next_goes_on(
    driver: Driver, parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, _, _, advanced = parts
    refused: list[object] = []
    made.refused.connect(refused.append)

    def refuse(*_: object, wanted: object, **__: object) -> tuple[()]:
        if "alpha_masi" in wanted.measures:
            raise Refused("Too many.")
        return ()

    monkeypatch.setattr(agreement_on_demand, "measure_by_name", refuse)
    advanced.wanted.emit(Family.SETS)
    advanced.wanted.emit(Family.SPANS)
    driver.bot.waitUntil(lambda: Family.SPANS not in advanced.buttons)
    assert [error.sentence for error in refused] == ["Too many."]


def test_other_figures_forget_what_was_asked_of_these(driver: Driver, parts: Parts) -> None:
    made, _, _, advanced = parts
    advanced.wanted.emit(Family.SETS)
    made.follow(measured(3), SELECTION)
    driver.bot.waitUntil(lambda: driver.window.session.jobs.waiting == 0)
    assert made._waiting == []
