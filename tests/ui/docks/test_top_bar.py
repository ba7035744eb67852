# SPDX-License-Identifier: MIT
"""The bar over the text, and what folds away where it is narrow."""

from ui.conftest import Driver


def test_what_would_be_undone_is_named(driver: Driver) -> None:
    top = driver.page.top
    before = top.undo.accessibleName()
    assert not top.redo.isEnabled()
    driver.code("The council", "1")
    driver.bot.waitUntil(lambda: top.undo.accessibleName() != before)
    assert top.undo.accessibleName().startswith("Undo: ")
    driver.click(top.undo)
    driver.saved()
    driver.bot.waitUntil(top.redo.isEnabled)
    driver.click(top.redo)
    driver.saved()
    assert len(driver.window.pages.desk.article.entries) == 1


def test_the_ends_of_the_list_are_dim(driver: Driver) -> None:
    top = driver.page.top
    assert (top.previous.isEnabled(), top.next.isEnabled()) == (False, True)
    assert top.position.text() == "1 of 2"
    driver.click(top.next)
    driver.bot.waitUntil(lambda: top.position.text() == "2 of 2")
    assert (top.previous.isEnabled(), top.next.isEnabled()) == (True, False)


def test_finishing_turns_into_reopening(driver: Driver) -> None:
    top = driver.page.top
    driver.click(top.finish)
    driver.saved()
    driver.bot.waitUntil(lambda: top.finish.accessibleName() == "Reopen article")


def test_narrow_windows_keep_undo_and_the_steps(driver: Driver) -> None:
    top = driver.page.top
    assert top.search.isVisible()
    driver.window.resize(640, 500)
    driver.bot.waitUntil(lambda: not top.finish.isVisible())
    assert all(part.isVisible() for part in (top.menu, top.previous, top.next, top.undo, top.articles))
    assert not top.search.isVisible()


def test_one_coder_alone_is_no_choice(driver: Driver) -> None:
    assert not driver.page.top.shown.isVisible()
