# SPDX-License-Identifier: MIT
"""The filters say what is set, by keys and by what is shown to them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.conftest import Driver

from annotator.counting.selection import EVERYTHING, Selection, Values
from annotator.domain import Certainty
from annotator.operations import Duplicates
from annotator.operations.passage_offers import RetrievalOffers
from annotator.ui.quotes.filters import QuoteFilters


@pytest.fixture
def filters(driver: Driver, qtbot: QtBot) -> QuoteFilters:
    made = QuoteFilters(driver.window._theme)
    qtbot.addWidget(made)
    made.offer(driver.window.session.overview, RetrievalOffers(("main", "two"), (), {"holder": ("both", "neither")}))
    made.show()
    return made


def test_what_is_shown_is_what_is_wanted(filters: QuoteFilters) -> None:
    code = filters.codes.ticks.items[1].value
    shown = Selection(
        codes=(code,), rounds=("two",), certainties=(Certainty.LOW, Certainty.NOT_SET), words="trust",
        memo_words="really", since="2026-03", until="2026", attributes=(Values("holder", ("", "both")),),
        fields=(Values("outlet", ("",)),), duplicates=Duplicates.WEEK, documents=("kept",), same=("holder",),
    )  # fmt: skip
    filters.show_selection(shown)
    assert filters.wanted == shown
    said = {name: part.head.accessibleName() for name, part in filters.parts.items()}
    assert said["Codes"] == f"Codes, {filters.codes.ticks.items[1].words}"
    assert said["Certainty"] == "Certainty, 2 of 4"
    assert said["Dates"] == "Dates, 2026-03 to 2026"
    assert said["Attributes"] == "Attributes, Holder: (not set), both"
    assert said["Duplicates"] == "Duplicates, Once in each week"
    QTest.keyClick(filters.clear, Qt.Key.Key_Space)
    assert filters.wanted == EVERYTHING
    assert not filters.clear.isEnabled()


def test_what_is_typed_counts_by_enter_and_no_date_is_said(filters: QuoteFilters) -> None:
    told: list[Selection | None] = []
    filters.changed.connect(lambda: told.append(filters.wanted))
    QTest.keyClicks(filters.text, "council")
    QTest.keyClick(filters.text, Qt.Key.Key_Return)
    assert told == [Selection(words="council")]
    filters.parts["Dates"].head.setChecked(True)
    QTest.keyClicks(filters.since, "soon")
    QTest.keyClick(filters.since, Qt.Key.Key_Return)
    assert len(told) == 1
    assert "“soon” is no date" in filters.date_note.text
    assert filters.wanted is None


def test_the_consensus_has_no_coders(filters: QuoteFilters) -> None:
    filters.parts["Coders"].head.setChecked(True)
    QTest.keyClick(filters.coders, Qt.Key.Key_Space)
    assert filters.wanted is not None
    assert filters.wanted.coders
    filters.layer._buttons["consensus"].click()
    assert filters.wanted == Selection(consensus=True)
    assert not filters.coders.isEnabled()
