# SPDX-License-Identifier: MIT
"""Quotes in the window: read, filtered, sorted, copied, opened in the text and back, saved."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.conftest import Driver

from annotator import operations
from annotator.counting.selection import Selection
from annotator.domain import Coder, Span
from annotator.ui.dialogs import files
from annotator.ui.pages.quotes import NOTHING_CODED, NOTHING_LIKE_THAT, QuotesPage
from annotator.ui.pages.quotes_saving import FORMS


def settled(driver: Driver) -> None:
    session = driver.window.session
    driver.bot.waitUntil(lambda: session.jobs.waiting == 0)
    QApplication.processEvents()
    driver.bot.waitUntil(lambda: session.jobs.waiting == 0)


def opened(driver: Driver) -> QuotesPage:
    driver.key("8", alt=True)
    page = driver.window.stack.currentWidget()
    assert isinstance(page, QuotesPage)
    settled(driver)
    return page


def quotes(page: QuotesPage) -> list[str]:
    return [str(page.model.index(row).data()) for row in range(page.model.rowCount())]


def test_passages_are_read_copied_and_opened_in_the_text_and_back(driver: Driver) -> None:
    span = driver.code("engineers", "1")
    driver.code("receipt", "2")
    page = opened(driver)
    assert quotes(page) == ["engineers", "receipt"]
    assert page.number.text == "2 passages in 1 article"
    assert "Every annotation counts." in page.caption.text
    assert page.list.hasFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    QTest.keyClick(page.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().startswith("“receipt”\n(")
    assert page.status[0] == "Passage 2 of 2"
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    driver.bot.waitUntil(lambda: driver.window.stack.currentWidget() is driver.page)
    driver.bot.waitUntil(lambda: driver.view.current_span() is not None and driver.view.hasFocus())
    assert driver.page.way_back.back.accessibleName() == "Back to quotes"
    driver.click(driver.page.way_back.previous)
    driver.bot.waitUntil(lambda: driver.view.current_span() == span)
    driver.key(Qt.Key.Key_Escape)
    driver.bot.waitUntil(lambda: driver.window.stack.currentWidget() is page)
    assert page.list.currentIndex().row() == 0


def test_filters_restrict_and_are_cleared(driver: Driver) -> None:
    driver.code("engineers", "1")
    driver.code("receipt", "2")
    page = opened(driver)
    driver.window.act("find")
    assert page.filters.text.hasFocus()
    QTest.keyClicks(page.filters.text, "RECEIPT")
    QTest.keyClick(page.filters.text, Qt.Key.Key_Return)
    driver.bot.waitUntil(lambda: page.number.text == "1 of 2 passages in 1 article")
    settled(driver)
    assert quotes(page) == ["receipt"]
    QTest.keyClicks(page.filters.text, " or not")
    QTest.keyClick(page.filters.text, Qt.Key.Key_Return)
    driver.bot.waitUntil(page.nothing.isVisible)
    assert page.nothing.text() == NOTHING_LIKE_THAT
    assert not page.save.isEnabled()
    driver.click(page.go)
    settled(driver)
    assert page.number.text == "2 passages in 1 article"


def test_without_annotations_the_page_leads_to_coding(driver: Driver) -> None:
    page = opened(driver)
    assert page.nothing.text() == NOTHING_CODED
    driver.click(page.go)
    assert driver.window.stack.currentWidget() is driver.page


def test_order_and_context_are_chosen(driver: Driver) -> None:
    driver.code("receipt", "1")
    driver.code("engineers", "2")
    page = opened(driver)
    assert quotes(page) == ["engineers", "receipt"]
    page.order.setCurrentIndex(page.order.findData("code"))
    page.order.activated.emit(page.order.currentIndex())
    settled(driver)
    assert quotes(page) == ["receipt", "engineers"]
    page.context.setCurrentIndex(page.context.findData("sentence"))
    page.context.activated.emit(page.context.currentIndex())
    settled(driver)
    passage = page.model.passage(1)
    assert passage is not None
    assert passage.before + passage.quote + passage.after == "The council trusts its engineers with every key."


def test_what_is_coded_meanwhile_is_read_anew(driver: Driver) -> None:
    driver.code("engineers", "1")
    page = opened(driver)
    driver.window.act("page_coding")
    driver.code("receipt", "2")
    assert opened(driver) is page
    assert quotes(page) == ["engineers", "receipt"]


def test_a_visit_shows_what_is_behind_a_figure_and_leads_back(driver: Driver) -> None:
    driver.code("engineers", "1")
    driver.code("receipt", "2")
    page = opened(driver)
    left: list[bool] = []
    page.left.disconnect()
    page.left.connect(lambda: left.append(True))
    page.visit(Selection(words="receipt"), words="One cell.")
    settled(driver)
    assert quotes(page) == ["receipt"]
    assert page.way_back.isVisible()
    assert page.filters.text.text() == "receipt"
    assert page.wanted.selection == Selection(), "what was wanted before is not touched"
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert left == [True]
    page.begin()
    settled(driver)
    assert quotes(page) == ["engineers", "receipt"]
    assert page.filters.text.text() == ""


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_all_forms_are_written(driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: object) -> None:
    driver.code("engineers", "1")
    page = opened(driver)
    path = tmp_path / form.name  # type: ignore[attr-defined]  # a form
    monkeypatch.setattr(files, "ask_new_file", lambda *_, **__: path)
    told: list[str] = []
    page.said.connect(told.append)
    menu = page.saving.menu()
    next(each for each in menu.actions() if each.text() == form.words).trigger()  # type: ignore[attr-defined]
    driver.bot.waitUntil(lambda: bool(told))
    assert str(path) in told[0]
    assert path.stat().st_size > 0
    menu.deleteLater()


def test_regions_are_gone_round_and_a_narrow_window_shows_one_part(driver: Driver) -> None:
    driver.code("engineers", "1")
    page = opened(driver)
    seen = []
    for _ in range(4):
        page.acts()["region"]()
        seen.append(QApplication.focusWidget())
    assert seen == [page.bar.menu, page.filters.text, page.order, page.list]
    driver.window.resize(620, 640)
    driver.bot.waitUntil(lambda: page.both.is_folded)
    assert not page.filters.isVisible()
    page.acts()["find"]()
    assert page.filters.text.hasFocus()
    QTest.keyClick(page.filters.text, Qt.Key.Key_Escape)
    assert page.list.hasFocus(), "Esc leads from the filters to the passages"


def test_thousands_are_paged(
    make_project: Callable[..., Path], open_window: Callable[[Path], Driver], me: Coder
) -> None:
    path = make_project(lead=me)
    project = operations.open_project(path)
    overview = operations.overview(project)
    document, code = overview.documents[0].document.id, overview.codebook.codes[0].id
    for start in range(130):
        operations.annotate(project, coder=me.id, document=document, code=code, span=Span.of(start, start + 3))
    operations.close_project(project)
    page = opened(driver := open_window(path))
    assert page.model.rowCount() == 130
    QTest.keyClick(page.list, Qt.Key.Key_End)
    settled(driver)
    assert page.list.currentIndex().row() == 129
    assert page.model.peek(129) is not None
