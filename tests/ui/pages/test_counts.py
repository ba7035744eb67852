# SPDX-License-Identifier: MIT
"""Counts in the window: figures lead to their passages, on Quotes and in the text, and back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.conftest import TEXT, Driver

from annotator.domain import Span
from annotator.operations import CountKind
from annotator.ui.counts import words as said
from annotator.ui.dialogs import files
from annotator.ui.pages.counts import CountsPage
from annotator.ui.pages.counts_saving import FIGURES, TABLES
from annotator.ui.pages.quotes import QuotesPage

CODED = (("engineers", "1"), ("receipt", "1"), ("They may leave us one day", "2"))


def settled(driver: Driver) -> None:
    session = driver.window.session
    for _ in range(3):
        driver.bot.waitUntil(lambda: session.jobs.waiting == 0, timeout=20_000)
        QApplication.processEvents()


def opened(driver: Driver) -> CountsPage:
    driver.key("9", alt=True)
    page = driver.window.stack.currentWidget()
    assert isinstance(page, CountsPage)
    settled(driver)
    return page


def coded(driver: Driver) -> CountsPage:
    for words, key in CODED:
        driver.code(words, key)
    page = opened(driver)
    driver.bot.waitUntil(lambda: page.result.counts is not None)
    settled(driver)
    return page


def test_a_cell_leads_to_its_passages_on_quotes_and_back(driver: Driver) -> None:
    page = coded(driver)
    assert page.result.title.text() == "Frequencies of codes"
    assert page.result.matrix.hasFocus()
    assert page.status is not None
    assert page.status[1] == "2 passages"
    driver.bot.waitUntil(lambda: page.passages.model.rowCount() == 2)
    QTest.keyClick(page.result.matrix, Qt.Key.Key_Down)
    driver.bot.waitUntil(lambda: page.passages.model.rowCount() == 1)
    QTest.keyClick(page.result.matrix, Qt.Key.Key_Return)
    quotes = driver.window.stack.currentWidget()
    assert isinstance(quotes, QuotesPage)
    settled(driver)
    assert quotes.model.rowCount() == 1
    assert quotes.way_back.back.accessibleName() == "Back to counts"
    QTest.keyClick(quotes.list, Qt.Key.Key_Escape)
    assert driver.window.stack.currentWidget() is page
    assert page.result.matrix.hasFocus()
    assert page.result.matrix.currentIndex().row() == 1, "the same cell is current"


def test_a_passage_is_opened_in_the_text_and_back(driver: Driver) -> None:
    page = coded(driver)
    driver.bot.waitUntil(lambda: page.passages.model.peek(0) is not None)
    page.acts()["region"]()
    assert page.passages.list.hasFocus()
    QTest.keyClick(page.passages.list, Qt.Key.Key_Return)
    driver.bot.waitUntil(lambda: driver.window.stack.currentWidget() is driver.page)
    start = TEXT.index("engineers")
    span = Span.of(start, start + len("engineers"))
    driver.bot.waitUntil(lambda: driver.view.current_span() == span and driver.view.hasFocus())
    driver.key(Qt.Key.Key_Escape)
    driver.bot.waitUntil(lambda: driver.window.stack.currentWidget() is page)
    assert page.passages.list.hasFocus()
    assert page.passages.list.currentIndex().row() == 0


def test_filters_are_those_of_quotes(driver: Driver) -> None:
    page = coded(driver)
    driver.window.act("find")
    assert page.settings.filters.text.hasFocus()
    QTest.keyClicks(page.settings.filters.text, "receipt")
    QTest.keyClick(page.settings.filters.text, Qt.Key.Key_Return)
    settled(driver)
    assert page.passages.cell is not None
    assert page.passages.cell.passages == 1
    driver.window.act("page_quotes")
    quotes = driver.window.stack.currentWidget()
    assert isinstance(quotes, QuotesPage)
    settled(driver)
    assert quotes.filters.text.text() == "receipt"
    assert quotes.model.rowCount() == 1
    driver.click(quotes.filters.clear)
    settled(driver)
    assert opened(driver) is page
    assert page.passages.cell.passages == 2, "what was cleared there is cleared here"


@pytest.mark.parametrize("kind", list(CountKind))
def test_every_kind_shows_figures_or_says_why_there_are_none(driver: Driver, kind: CountKind) -> None:
    page = coded(driver)
    page.settings.kinds[kind.value].click()
    settled(driver)
    reasons = {CountKind.TRENDS: said.NO_DATES, CountKind.NETWORK: said.NO_TIES}
    if kind in reasons:
        assert page.result.nothing.text() == reasons[kind]
        assert not page.save_table.isEnabled()
    else:
        driver.bot.waitUntil(lambda: page.result.figure.is_drawn, timeout=20_000)
        assert page.result.grid.isVisible()


def test_without_annotations_the_page_leads_to_coding(driver: Driver) -> None:
    page = opened(driver)
    assert page.result.nothing.text() == said.NOTHING_CODED
    assert page.result.go.hasFocus()
    QTest.keyClick(page.result.go, Qt.Key.Key_Space)
    assert driver.window.stack.currentWidget() is driver.page


def test_what_is_coded_meanwhile_is_counted_anew(driver: Driver) -> None:
    page = coded(driver)
    driver.window.act("page_coding")
    driver.code("council", "1")
    opened(driver)
    assert page.passages.cell is not None
    assert page.passages.cell.passages == 3


@pytest.mark.parametrize("form", [*TABLES, *FIGURES], ids=lambda form: form.ending)
def test_table_and_figure_are_saved(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: object
) -> None:
    page = coded(driver)
    path = tmp_path / f"counts{form.ending}"  # type: ignore[attr-defined]  # a form
    monkeypatch.setattr(files, "ask_new_file", lambda *_, **__: path)
    told: list[str] = []
    page.said.connect(told.append)
    counts = page.result.counts
    assert counts is not None
    menu = page.saving.menu(TABLES if form in TABLES else FIGURES, counts)
    words = form.words  # type: ignore[attr-defined]  # a form
    next(each for each in menu.actions() if each.text() == words).trigger()
    menu.deleteLater()
    driver.bot.waitUntil(lambda: bool(told), timeout=20_000)
    assert path.stat().st_size > 0


def test_the_table_is_copied_and_regions_are_gone_round_in_a_narrow_window_too(driver: Driver) -> None:
    page = coded(driver)
    page.copy.click()
    assert QApplication.clipboard().text().startswith("\tMara Lindqvist")
    driver.window.resize(620, 640)
    driver.bot.waitUntil(lambda: page.columns.folded == 2)
    seen = []
    page.result.matrix.setFocus()
    for _ in range(4):
        page.acts()["region"]()
        seen.append(QApplication.focusWidget())
    assert seen == [page.passages.list, page.bar.menu, page.settings.kinds["frequencies"], page.result.matrix]
    page.acts()["find"]()
    QTest.keyClick(page.settings.filters.text, Qt.Key.Key_Escape)
    assert page.result.matrix.hasFocus()
