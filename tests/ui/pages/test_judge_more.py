# SPDX-License-Identifier: MIT
"""Joining, splitting and adding, by key and from the menu."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.conftest import TEXT, Driver
from ui.judging.conftest import judged, judging, span_of
from ui.pages.test_adjudicate import go_to, press, settled

from annotator.domain import CodePoint, KnownError, Verdict
from annotator.ui.judging import draft as drafts
from annotator.ui.pages import judge_more
from annotator.ui.pages.adjudicate import AdjudicatePage

__all__ = ["judged", "judging"]
Judging = tuple[Driver, AdjudicatePage]


def open_ones(page: AdjudicatePage) -> int:
    return page.desk.queue.progress.total


def test_two_are_joined_and_undone(judging: Judging) -> None:
    driver, page = judging
    go_to(driver, page, "trusts")
    press(page, "j")
    driver.bot.waitUntil(lambda: open_ones(page) == 5)
    driver.bot.waitUntil(lambda: page.entry is not None and len(page.entry.ref.members) == 4)
    driver.bot.waitUntil(page.verbs.undo.isEnabled)
    driver.click(page.verbs.undo)
    driver.bot.waitUntil(lambda: open_ones(page) == 6)


def test_one_is_split_at_the_caret(judging: Judging) -> None:
    driver, page = judging
    go_to(driver, page, "trusts")
    page.lanes.view.set_caret(CodePoint(TEXT.index("council")))
    press(page, "s")
    driver.bot.waitUntil(lambda: open_ones(page) == 7)


def test_what_cannot_be_done_says_what_to_do(judging: Judging) -> None:
    driver, page = judging
    refused: list[KnownError] = []
    page.refused.connect(refused.append)
    go_to(driver, page, "receipt", code=1)
    page.lanes.view.set_caret(CodePoint(0))
    press(page, "s", "a")
    go_to(driver, page, "They may", code=1)
    press(page, "j")
    assert [error.sentence for error in refused] == [
        judge_more.NO_CARET, judge_more.NO_WORDS, judge_more.NO_NEXT,
    ]  # fmt: skip


def test_words_that_nobody_marked_are_added(judging: Judging) -> None:
    driver, page = judging
    go_to(driver, page, "trusts")
    page.lanes.view.select_span(span_of("a historian"))
    press(page, "a")
    assert page.draft.verdict is Verdict.OWN
    assert page.panel.missing.text() == drafts.NOTE
    assert page.panel.head.words.text() == "Nobody has marked anything here."
    page.panel.write_note()
    QTest.keyClicks(QApplication.focusWidget(), "named, and all overlooked her")
    driver.click(page.panel.accept)
    settled(driver, page, 1)
    assert page.desk.queue.progress.total == 7


@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_menu_says_the_keys(judging: Judging, place: int) -> None:
    _, page = judging
    menu = page.verbs.more_menu()
    assert menu.actions()[place].text().endswith(f"({page.more.verbs[place].key})")
    menu.deleteLater()
