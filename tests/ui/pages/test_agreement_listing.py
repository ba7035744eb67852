# SPDX-License-Identifier: MIT
"""The list behind a selection: at once where it is short, beside the window where it is long; the later wins."""

import pytest
from ui.conftest import Driver
from ui.measured import MISTRUST, TRUST, measured

from annotator.ui.models.agreement_selection import Selection
from annotator.ui.pages import agreement_listing
from annotator.ui.pages.agreement_cards.passages import PassagesCard
from annotator.ui.pages.agreement_listing import NONE_BEHIND, Listing

FOUND = measured(3)


@pytest.fixture
def card(driver: Driver) -> PassagesCard:
    made = PassagesCard(driver.window._theme)
    driver.bot.addWidget(made)
    made.show_figures(FOUND, Selection(code=TRUST.id))
    return made


def test_short_lists_stand_at_once(driver: Driver, card: PassagesCard) -> None:
    listing = Listing(driver.window.session, card)
    listing.show(FOUND, Selection(code=TRUST.id))
    assert card.model.rowCount() > 0
    listing.show(FOUND, Selection(code=FOUND.answer.codebook.codes[3].id))
    assert card.model.rowCount() == 0
    assert card._sentence.text() == NONE_BEHIND


def test_of_long_ones_the_later_is_shown(driver: Driver, card: PassagesCard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agreement_listing, "AT_ONCE", 0)
    listing = Listing(driver.window.session, card)
    listing.show(FOUND, Selection(code=TRUST.id))
    listing.show(FOUND, Selection(code=MISTRUST.id))
    assert card.model.rowCount() == 0
    driver.bot.waitUntil(lambda: driver.window.session.jobs.waiting == 0)
    assert card.aside.text.startswith("Evidence of mistrust")


def test_quotes_are_read_from_the_stored_text(driver: Driver, card: PassagesCard) -> None:
    Listing(driver.window.session, card)
    document = driver.window.session.overview.documents[0].document.id
    quotes = card.model.quotes
    assert quotes.at((document, 4, 9)) == ""
    driver.bot.waitUntil(lambda: quotes.at((document, 4, 9)) == "first")


def test_nothing_is_read_for_a_window_that_is_being_closed(driver: Driver, card: PassagesCard) -> None:
    Listing(driver.window.session, card).show(FOUND, Selection(code=TRUST.id))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(driver.window.session, "_project", None)
        card.model.quotes.wanted.emit([("0190aaaa", 0, 3)])
    assert driver.window.session.jobs.waiting == 0
