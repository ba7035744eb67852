# SPDX-License-Identifier: MIT
"""Groups of near-identical articles: found, confirmed, parted, taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from ui.article_tables import articles_page, settled
from ui.conftest import Driver

from annotator.domain import Coder, DocumentId
from annotator.operations import ArticlePair
from annotator.ui.articles import copies_panel
from annotator.ui.articles.copies_panel import NONE_FOUND, CopiesPanel, share_words
from annotator.ui.articles.side import COPIES
from annotator.ui.articles.two_texts import TwoTexts

LONG = "\n\n".join(f"Paragraph {number} says what no other says, namely {number * 7}." for number in range(60))


@pytest.fixture
def driver(open_window: Callable[[Path], Driver], make_project: Callable[..., Path], me: Coder) -> Driver:
    texts = {"one.txt": LONG, "two.txt": f"{LONG}\n\nMore of it.", "three.txt": f"Else.\n\n{LONG}", "x.txt": "Short.\n"}
    return open_window(make_project(texts, lead=me))


def panel_of(driver: Driver) -> CopiesPanel:
    page = articles_page(driver)
    page.side.turn_to(COPIES)
    panel = page.side.copies
    driver.bot.waitUntil(lambda: panel.group is not None)
    return panel


def test_a_group_is_confirmed_one_parted_and_all_taken_back(driver: Driver) -> None:
    panel = panel_of(driver)
    assert panel.said.text() == "1 group, 1 to be decided."
    (line,) = panel.groups.rows.lines
    assert (line.icon, line.aside) == ("question", "Proposed")
    assert line.note.startswith("3 articles, ")
    assert panel.confirm.text() == "Confirm these 3 as copies"
    assert panel.unsay.isHidden()
    driver.click(panel.confirm)
    driver.bot.waitUntil(lambda: panel.group is not None and panel.group.is_confirmed)
    settled(driver)
    assert panel.groups.rows.lines[0].aside == "Confirmed"
    third = panel.group.documents[2].id
    panel.members.choose(third)
    panel._allow()
    driver.click(panel.alone)
    driver.bot.waitUntil(lambda: panel.group is not None and len(panel.group.documents) == 2)
    settled(driver)
    assert panel.confirm.text() == "Confirm both as copies"
    driver.click(panel.unsay)
    driver.bot.waitUntil(lambda: panel.group is not None and not panel.group.is_confirmed)


def test_two_are_shown_side_by_side(driver: Driver) -> None:
    panel = panel_of(driver)
    panel.members.take_focus()
    driver.key(Qt.Key.Key_Return, at=panel.members)
    dialog = driver.window.findChild(TwoTexts)
    assert dialog is not None
    assert dialog.share.text().endswith("sequences of five words).")
    driver.bot.waitUntil(lambda: bool(dialog.same.text()))
    dialog.accept()


def test_many_articles_are_compared_only_when_asked(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies_panel, "COMPARED_AT_ONCE", 1)
    page = articles_page(driver)
    page.side.turn_to(COPIES)
    panel = page.side.copies
    settled(driver)
    assert panel.group is None
    driver.click(panel.look_for)
    driver.bot.waitUntil(lambda: panel.group is not None)


def test_none_found_is_said(
    open_window: Callable[[Path], Driver], make_project: Callable[..., Path], me: Coder
) -> None:
    driver = open_window(make_project(lead=me))
    page = articles_page(driver)
    page.side.turn_to(COPIES)
    driver.bot.waitUntil(lambda: page.side.copies.said.text() == NONE_FOUND)


def test_the_share_is_of_the_shorter_one() -> None:
    pair = ArticlePair(DocumentId("a"), DocumentId("b"), 1234, 0.414, 0.2)
    assert share_words(pair) == (
        "41 % of the passages of the shorter one stand in the other too (1,234 sequences of five words)."
    )
