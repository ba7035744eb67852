# SPDX-License-Identifier: MIT
"""The coding page as a whole: regions of focus, folding, regions of the window by keys."""

from PySide6.QtCore import Qt
from ui.conftest import Driver


def test_f6_goes_round_the_parts(driver: Driver) -> None:
    page, seen = driver.page, []
    parts = {"text": page.reading, "right": page.right, "articles": page.articles, "bar": page.top}
    for _ in range(4):
        focused = driver.window.focusWidget()
        seen.append(next(name for name, part in parts.items() if part.isAncestorOf(focused)))
        driver.key(Qt.Key.Key_F6, at=focused)
    assert seen == ["text", "right", "articles", "bar"]
    assert driver.view.hasFocus()
    driver.key(Qt.Key.Key_F6, shift=True)
    assert page.top.menu.hasFocus()


def test_with_an_annotation_the_inspector_is_a_stop(driver: Driver) -> None:
    driver.code("The council", "1")
    driver.key(Qt.Key.Key_F6)
    assert driver.page.right.inspector.form.code.hasFocus()


def test_a_narrow_window_folds_and_every_part_is_a_key_away(driver: Driver) -> None:
    page, window = driver.page, driver.window
    window.resize(820, 600)
    driver.bot.waitUntil(page.strip.isVisible)
    assert not page.articles.isVisible()
    assert not page.right.isVisible()
    driver.code("The council", "1")
    assert window.status.message.text == "Evidence of trust"
    driver.key(Qt.Key.Key_F8)
    assert page.right.isVisible()
    assert page.right.inspector.form.code.hasFocus()
    driver.key(Qt.Key.Key_F8, at=page.right.inspector.form.code)
    assert not page.right.isVisible()
    driver.key(Qt.Key.Key_F9)
    assert page.articles.isVisible()
    driver.key(Qt.Key.Key_F9, at=page.articles.list)
    assert driver.view.hasFocus()
    window.resize(1440, 900)
    driver.bot.waitUntil(page.right.isVisible)
    assert page.articles.isVisible()
    assert not page.strip.isVisible()


def test_at_512_details_take_the_place_of_the_text(driver: Driver) -> None:
    page, window = driver.page, driver.window
    window.resize(512, 360)
    driver.bot.waitUntil(page.strip.isVisible)
    driver.code("The council", "1")
    driver.key(Qt.Key.Key_F8)
    assert page.right.isVisible()
    assert not page.reading.isVisible()
    driver.click(window.status.details)
    assert page.reading.isVisible()


def test_escape_and_enter_lead_back_to_the_text(driver: Driver) -> None:
    page = driver.page
    for place in (page.articles.list, page.top.menu, page.right.codebook.rows[""]):
        place.setFocus()
        driver.key(Qt.Key.Key_Escape, at=place)
        assert driver.view.hasFocus()
    page.articles.list.setFocus()
    driver.key(Qt.Key.Key_Return, at=page.articles.list)
    assert driver.view.hasFocus()


def test_what_undo_did_is_said_where_nothing_moves(driver: Driver) -> None:
    driver.code("The council", "1")
    height = driver.view.height()
    driver.key("z", ctrl=True)
    driver.saved()
    assert driver.window.status.news.text.startswith("Undone: ")
    assert driver.view.height() == height
    driver.code("The council", "2")
    assert driver.window.status.news.text == ""


def test_a_refusal_goes_when_something_works(driver: Driver) -> None:
    driver.key("1")
    assert driver.window.banner.sentence
    driver.code("The council", "1")
    assert driver.window.banner.sentence == ""


def test_the_list_of_codes_never_covers_the_selection(driver: Driver) -> None:
    words = driver.select("The council trusts its engineers with every key. Nobody has asked for a receipt")
    anchor = driver.view.textCursor()
    anchor.setPosition(words.end)
    anchor.setPosition(words.start, anchor.MoveMode.KeepAnchor)
    driver.view.setTextCursor(anchor)
    box = driver.page.reading.selection_on_screen()
    assert box.height() > driver.view.cursorRect().height()


def test_the_lead_is_asked_by_a_key(driver: Driver) -> None:
    driver.code("The council", "1")
    driver.key("?")
    driver.saved()
    assert driver.page.right.inspector.form.ask_lead.isChecked()
    driver.bot.waitUntil(lambda: "1 question for the lead" in driver.window.status.counts.text)


def test_the_place_is_said(driver: Driver) -> None:
    driver.select("The council")
    assert driver.window.status.place.text == "Selected: 11 characters in paragraph 2"
