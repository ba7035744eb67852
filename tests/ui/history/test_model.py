# SPDX-License-Identifier: MIT
"""Rows of the history: days, marks, and the next page asked for once."""

from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from ui.history.values import entry

from annotator.domain import HistoryMark
from annotator.operations import HistoryPage
from annotator.ui.history.model import DAY_ROLE, HistoryModel, day_words, told, when

NONE = QModelIndex()


def test_a_page_is_asked_for_once_and_added_below(qtmodeltester: ModelTester) -> None:
    model, asked = HistoryModel(), []
    model.wanted.connect(lambda: asked.append(model.next))
    model.show_page(HistoryPage((entry("c"), entry("b")), "b"))
    assert model.canFetchMore(NONE)
    model.fetchMore(NONE)
    model.fetchMore(NONE)
    assert (asked, model.canFetchMore(NONE)) == (["b"], False)
    model.add_page(HistoryPage((entry("a", time="2026-03-12T12:00:00Z"),), ""))
    assert (model.rowCount(), model.canFetchMore(NONE)) == (3, False)
    assert (model.row_of("a"), model.row_of("z")) == (2, -1)
    assert [bool(model.index(row).data(DAY_ROLE)) for row in range(3)] == [True, False, True]
    qtmodeltester.check(model)


def test_a_first_page_that_is_awaited_stops_further_ones() -> None:
    model = HistoryModel()
    model.show_page(HistoryPage((entry("a"),), "a"))
    model.begin()
    assert not model.canFetchMore(NONE)


def test_rows_are_spoken_with_day_time_and_mark() -> None:
    model, undone = HistoryModel(), entry("a", mark=HistoryMark.UNDONE)
    model.show_page(HistoryPage((undone,), ""))
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"14 March 2026, {when(undone):%H:%M}: Anna <b>B</b> coded “a” as trust, Undone"
    assert "&lt;b&gt;" in model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert told(undone) == model.index(0).data()


def test_today_and_yesterday_are_named() -> None:
    noon = entry("a")
    assert day_words(noon, now=datetime(2026, 3, 14, 13, tzinfo=UTC)) == "Today, 14 March 2026"
    assert day_words(noon, now=datetime(2026, 3, 15, 13, tzinfo=UTC)) == "Yesterday, 14 March 2026"
    assert day_words(noon, now=datetime(2026, 3, 16, 13, tzinfo=UTC)) == "14 March 2026"
