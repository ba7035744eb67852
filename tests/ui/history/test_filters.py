# SPDX-License-Identifier: MIT
"""Filters: what is offered, what is wanted, one row or several."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.conftest import Driver

from annotator.operations import HistoryFilter
from annotator.ui.history.filters import HistoryFilters
from annotator.ui.theme.current import Theme


def test_choices_are_told_and_outlive_another_offer(driver: Driver, theme: Theme) -> None:
    filters, told = HistoryFilters(theme), []
    driver.bot.addWidget(filters)
    filters.changed.connect(lambda: told.append(filters.wanted))
    overview = driver.window.session.overview
    filters.offer(overview, ["annotate", "add code"])
    assert told == []
    assert [filters.verb.itemText(place) for place in range(3)] == ["Everything", "Code a passage", "Add code"]
    filters.verb.setCurrentIndex(1)
    filters.person.setCurrentIndex(1)
    assert (told[-1].verb, told[-1].person) == ("annotate", overview.coders[0].id)
    filters.offer(overview, ["annotate", "add code", "delete"])
    assert filters.wanted == told[-1]
    filters.show()
    QTest.keyClicks(filters.text, " trust ")
    driver.bot.waitUntil(lambda: told[-1].text == "trust")
    assert filters.everything.isEnabled()
    filters.everything.click()
    assert (filters.wanted, told[-1]) == (HistoryFilter(), HistoryFilter())
    assert not filters.everything.isEnabled()


def test_what_is_typed_counts_at_once_by_enter(driver: Driver, theme: Theme) -> None:
    filters, told = HistoryFilters(theme), []
    driver.bot.addWidget(filters)
    filters.changed.connect(lambda: told.append(filters.wanted.since))
    QTest.keyClicks(filters.since, "2026-03-01")
    QTest.keyClick(filters.since, Qt.Key.Key_Return)
    assert told == ["2026-03-01"]


def test_a_narrow_window_takes_more_rows(driver: Driver, theme: Theme) -> None:
    filters = HistoryFilters(theme)
    driver.bot.addWidget(filters)
    filters.resize(1300, filters.sizeHint().height())
    filters.show()
    one = filters.sizeHint().height()
    filters.resize(800, 300)
    driver.bot.waitUntil(lambda: filters.sizeHint().height() > one)
