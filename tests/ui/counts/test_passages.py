# SPDX-License-Identifier: MIT
"""The passages behind a cell."""

from ui.conftest import Driver

from annotator.counting.selection import Selection
from annotator.ui.counts.models import CountCell
from annotator.ui.counts.passages import NO_CELL, NO_PASSAGE, CellPassages


def test_they_are_read_for_the_cell_and_a_reason_stands_where_there_are_none(driver: Driver) -> None:
    driver.code("engineers", "1")
    driver.code("receipt", "2")
    made = CellPassages(driver.window._theme, driver.window.session)
    driver.bot.addWidget(made)
    made.resize(352, 600)
    made.show()
    assert made.number.text() == NO_CELL
    assert not made.all.isEnabled()
    made.show_cell(CountCell("Trust", 1, Selection(words="receipt")))
    driver.bot.waitUntil(lambda: made.model.rowCount() == 1 and made.model.peek(0) is not None)
    assert made.number.text() == "1 passage"
    opened: list[tuple[str, str]] = []
    made.opened.connect(lambda passage, words: opened.append((passage.quote, words)))
    made.list.entered_row.emit(0)
    assert opened == [("receipt", "1 of 1. Trust.")]
    made.show_cell(CountCell("Trust", 0, Selection(), "undefined (why)"))
    assert made.number.text() == "undefined (why)"
    assert made.model.rowCount() == 0
    made.show_cell(CountCell("Trust", 0, Selection()))
    assert made.number.text() == NO_PASSAGE
    driver.bot.waitUntil(lambda: driver.window.session.jobs.waiting == 0)
