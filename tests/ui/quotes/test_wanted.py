# SPDX-License-Identifier: MIT
"""What two pages share."""

from ui.conftest import Driver

from annotator.counting.selection import Selection
from annotator.ui.quotes.wanted import Wanted


def test_it_tells_who_wants_and_reads_what_can_be_chosen_by(driver: Driver) -> None:
    wanted = Wanted(driver.window.session)
    told: list[object] = []
    wanted.changed.connect(told.append)
    wanted.want(Selection(words="a"), initiator="me")
    wanted.want(Selection(words="a"), initiator="you")
    assert told == ["me"]
    with driver.bot.waitSignal(wanted.offered):
        wanted.read_offers()
    assert wanted.offers.rounds
    wanted.deleteLater()
