# SPDX-License-Identifier: MIT
"""A text that is nearly one of the project's: what is sure is listed, what is not is gone through place by place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.conftest import Driver

from annotator import operations
from annotator.domain import Coder, Span
from annotator.ui.judging.tinted_quote import TintedQuote
from annotator.ui.merging.near_text_card import NearTextCard
from annotator.ui.pages.merge import MergePage

HERE = (
    "The council trusts. Nobody asked for a receipt in the last years, said the clerk who keeps the books. "
    "Moscow trusts. The engineers hold every key to every door in this house, and sleep well. "
    "The council trusts. That is all there is to say about it for now, said the clerk on the way out."
)
THERE = HERE.replace("The council trusts. That is", "That is").replace("sleep well", "sleep very well")
NAME = "one.txt"


@pytest.fixture
def near(make_project: Callable[..., Path], me: Coder, tmp_path: Path) -> tuple[Path, Path]:
    """A project, and somebody's own one with nearly its text and two passages on it."""
    path = make_project({NAME: HERE}, lead=me)
    berg = operations.person("Berg")
    theirs = tmp_path / "berg.annotator"
    project = operations.new_project(theirs, lead=berg, name="own")
    source = tmp_path / "theirs" / NAME
    source.parent.mkdir()
    source.write_text(THERE, encoding="utf-8")
    operations.import_texts(project, author=berg.id, paths=[source])
    overview = operations.overview(project)
    document, code = overview.documents[0].document.id, overview.codebook.codes[0].id
    for words in ("Moscow trusts", "The council trusts."):
        start = THERE.index(words)
        operations.annotate(
            project, coder=berg.id, document=document, code=code, span=Span.of(start, start + len(words))
        )
    operations.close_project(project)
    return path, theirs


def shown(driver: Driver, theirs: Path) -> tuple[MergePage, NearTextCard]:
    driver.window.act("page_merge")
    page = driver.window.stack.currentWidget()
    assert isinstance(page, MergePage)
    page.add_files([theirs])
    driver.bot.waitUntil(lambda: bool(page.pane.cards))
    card = next(each for each in page.pane.cards if isinstance(each, NearTextCard))
    return page, card


def test_what_is_sure_is_listed_and_looked_at(near: tuple[Path, Path], open_window: Callable[[Path], Driver]) -> None:
    driver = open_window(near[0])
    page, card = shown(driver, near[1])
    assert card.dots["carry_over"].isChecked(), "what is offered is marked"
    assert page.foot.merge.isEnabled()
    driver.click(card.show_them)
    driver.bot.waitUntil(lambda: card.list.passages.rowCount() >= 1 and card.list.hasFocus())
    assert "Moscow trusts" in [card.list.passages.row(row).quote for row in range(card.list.passages.rowCount())]
    QTest.keyClick(card.list, Qt.Key.Key_Return)
    driver.bot.waitUntil(lambda: driver.window.stack.currentWidget() is driver.page)
    driver.bot.waitUntil(lambda: driver.view.current_span() is not None and driver.view.hasFocus())
    driver.key(Qt.Key.Key_Escape)
    driver.bot.waitUntil(lambda: driver.window.stack.currentWidget() is page)


def test_a_passage_with_several_places_is_placed_by_the_lead(
    near: tuple[Path, Path], open_window: Callable[[Path], Driver]
) -> None:
    driver = open_window(near[0])
    page, card = shown(driver, near[1])
    question = card.place
    assert question is not None
    around = [quote.tinted for quote in card.findChildren(TintedQuote)]
    assert around == [("The council trusts.",), ("The council trusts.",)]
    wanted = f"{HERE.rindex('The council')}-{HERE.rindex('The council') + len('The council trusts.')}"
    dot = card.place_dots[wanted]
    driver.click(dot)
    assert page.book.choice(question) == wanted
    assert not card.next.isEnabled(), "there is one passage to look at"
    driver.click(card.look)
    driver.bot.waitUntil(lambda: driver.view.current_span() == Span.of(*map(int, wanted.split("-"))))
    driver.window.act("page_merge")
    driver.click(page.foot.merge)
    driver.bot.waitUntil(page.pane.result.isVisible)
    project_path = driver.close()
    project = operations.open_project(project_path)
    assert sorted((each.span.start, each.quote) for each in operations.annotations(project)) == [
        (HERE.index("Moscow trusts"), "Moscow trusts"),
        (HERE.rindex("The council"), "The council trusts."),
    ]
    operations.close_project(project)
