# SPDX-License-Identifier: MIT
"""A visit to a passage: whose coding is shown meanwhile, how it ends."""

import pytest
from PySide6.QtCore import Qt
from ui.conftest import Driver

from annotator.domain import Span
from annotator.ui.models.agreement_selection import PassageLine
from annotator.ui.passage_visit import PassageVisit


@pytest.fixture
def visit(driver: Driver) -> PassageVisit:
    pages = driver.window.pages
    return PassageVisit(driver.window.session, pages.desk, pages.coding_page)


def go(driver: Driver, visit: PassageVisit, place: int = 0) -> Span:
    document = driver.window.session.overview.documents[place].document
    visit.go(PassageLine(document.id, 4, 14, None, (), (), ()), words="1 of 1")
    driver.bot.waitUntil(lambda: driver.view.current_span() == Span.of(4, 14))
    return Span.of(4, 14)


def test_it_selects_the_passage_and_esc_ends_it(driver: Driver, visit: PassageVisit) -> None:
    left: list[bool] = []
    visit.left.connect(lambda: left.append(True))
    go(driver, visit)
    assert driver.page.way_back.isVisible()
    driver.key(Qt.Key.Key_Escape)
    assert left == [True]
    assert not driver.page.way_back.isVisible()
    visit.leave()
    assert left == [True], "it ends once"


def test_esc_first_drops_what_the_reader_selected(driver: Driver, visit: PassageVisit) -> None:
    left: list[bool] = []
    visit.left.connect(lambda: left.append(True))
    go(driver, visit)
    driver.view.select_span(Span.of(0, 3))
    driver.key(Qt.Key.Key_Escape)
    assert left == []
    driver.key(Qt.Key.Key_Escape)
    assert left == [True]


def test_another_article_ends_it_where_one_is(driver: Driver, visit: PassageVisit) -> None:
    left: list[bool] = []
    visit.left.connect(lambda: left.append(True))
    go(driver, visit)
    driver.page.step_article(1)
    driver.bot.waitUntil(lambda: not driver.page.way_back.isVisible())
    assert left == []
    driver.key(Qt.Key.Key_Escape)
    assert left == []


def test_one_visit_ends_another(driver: Driver, visit: PassageVisit) -> None:
    left: list[str] = []
    pages = driver.window.pages
    other = PassageVisit(driver.window.session, pages.desk, pages.coding_page, origin="the history", steps=False)
    visit.left.connect(lambda: left.append("agreement"))
    other.left.connect(lambda: left.append("history"))
    go(driver, visit)
    assert driver.page.way_back.back.accessibleName() == "Back to agreement"
    assert driver.page.way_back.next.isVisible()
    go(driver, other, place=1)
    assert driver.page.way_back.back.accessibleName() == "Back to the history"
    assert not driver.page.way_back.next.isVisible()
    driver.key(Qt.Key.Key_Escape)
    assert left == ["history"]
