# SPDX-License-Identifier: MIT
"""Looking at differences: lanes, two coders side by side, steps, filters, and the way to a decision."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.conftest import TEXT, Driver
from ui.judging.conftest import comparing, judged, span_of

from annotator.domain import CodeId, DocumentId
from annotator.ui.pages.adjudicate import AdjudicatePage
from annotator.ui.pages.compare import PAIR, ComparePage
from annotator.ui.pages.differences_page import Place
from annotator.ui.text_view.coder_lanes import Shared

__all__ = ["comparing", "judged"]
Comparing = tuple[Driver, ComparePage]


def quotes(page: ComparePage) -> list[str]:
    return [entry.quote for entry in page.queue.list.rows.entries]


def at(driver: Driver, page: ComparePage, words: str) -> None:
    page.queue.list.chosen.emit(next(n for n, quote in enumerate(quotes(page)) if words in quote))
    driver.bot.waitUntil(lambda: page.shown is not None and page.shown.entry is page.entry)


def test_only_what_differs_is_listed(comparing: Comparing) -> None:
    _, page = comparing
    assert page.queue.count.text() == "4 passages"
    assert not any("receipt" in quote for quote in quotes(page))
    assert not page.queue.bar.isVisible()


def test_lanes_of_one_code_say_who_marked_what(comparing: Comparing) -> None:
    driver, page = comparing
    at(driver, page, "trusts")
    marks = page.lanes.view.scene.model.in_order()
    pieces = {(mark.lane, TEXT[mark.span.start : mark.span.end]): mark.code for mark in marks}
    assert pieces[0, "The council "] == Shared.ONE
    assert {pieces[lane, "trusts its engineers"] for lane in range(3)} == {Shared.ALL}
    assert pieces[1, "Nobody has asked"] == Shared.ONE
    assert page.lanes.legend.who.text == "A Berg, B Novak, C Okafor"
    page.grab()
    assert (0, 1, 2) in [row.lanes for row in page.lanes.page.gutter.rows()]
    spans = [tint.span for tint in page.lanes.view.scene.tints]
    assert span_of("The council trusts its engineers") in spans
    assert span_of("trusts its engineers") in spans


def test_the_difference_is_said_with_each_passage(comparing: Comparing) -> None:
    driver, page = comparing
    at(driver, page, "trusts")
    words = page.in_words
    assert words.head.text.startswith("Boundary, Not decided yet. Marked by A, B and C; all share 20 characters")
    cards = words.versions.cards
    assert [card.who.text for card in cards] == ["A Berg", "B Novak, C Okafor"]
    assert cards[0].quote.tinted == ("trusts its engineers",)
    assert all(card.button is None for card in cards)
    at(driver, page, "They may leave us")
    assert "A: trust; C: mistrust" in words.head.words.text()


def test_stepping_by_keys_to_both_ends(comparing: Comparing) -> None:
    driver, page = comparing
    page.choose(0)
    driver.bot.waitUntil(page.queue.list.hasFocus)
    seen = [page.queue.list.number]
    for _ in range(5):
        QTest.keyClick(QApplication.focusWidget(), "]")
        seen.append(page.queue.list.number)
    assert seen == [0, 1, 2, 3, 3, 3]
    assert not page.in_words.next.isEnabled()
    driver.click(page.in_words.previous)
    assert page.queue.list.number == 2
    assert driver.window.status.place.text == "Difference 3 of 4"


def test_filters_by_kind_code_and_coder(comparing: Comparing) -> None:
    driver, page = comparing
    for choice, value, number in (
        (page.queue.kind, "omission", 1),
        (page.queue.kind, "other_code", 2),
        (page.queue.kind, "", 4),
        (page.queue.code, str(page.desk.queue.codes[1].id), 1),
    ):
        choice.setCurrentIndex(choice.findData(value))
        choice.activated.emit(0)
        driver.bot.waitUntil(lambda number=number: len(quotes(page)) == number)


def test_two_coders_side_by_side_scroll_together(comparing: Comparing) -> None:
    driver, page = comparing
    at(driver, page, "They may leave us")
    page.turn(PAIR)
    left, right = page.pair.sides
    assert left.coder.currentText() == "A Berg"
    assert right.coder.currentText() == "B Novak"
    right.coder.setCurrentIndex(right.coder.findText("C Okafor"))
    right.coder.activated.emit(0)
    codes = [{mark.code for mark in side.view.scene.model.in_order()} for side in (left, right)]
    assert codes[0] == codes[1] == {str(code.id) for code in page.desk.queue.codes[:2]}
    driver.window.resize(1440, 420)
    page.grab()
    bar = left.view.verticalScrollBar()
    assert bar.maximum() == right.view.verticalScrollBar().maximum() > 0
    bar.setValue(bar.maximum())
    assert right.view.verticalScrollBar().value() == bar.value()
    right.view.verticalScrollBar().setValue(3)
    assert bar.value() == 3
    assert left.view.set_lane_room is not None
    assert left.view.scene.metrics.lanes == right.view.scene.metrics.lanes


def test_a_click_in_a_side_chooses_the_difference(comparing: Comparing) -> None:
    driver, page = comparing
    at(driver, page, "trusts")
    page.turn(PAIR)
    page.grab()
    view = page.pair.sides[1].view
    cursor = view.textCursor()
    cursor.setPosition(TEXT.index("Nobody") + 2)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.cursorRect(cursor).center())
    assert page.entry.quote == "Nobody has asked"


def test_d_leads_to_the_decision_on_the_same_difference(comparing: Comparing) -> None:
    driver, page = comparing
    at(driver, page, "Nobody")
    QTest.keyClick(page.queue.list, "d")
    there = driver.window.stack.currentWidget()
    assert isinstance(there, AdjudicatePage)
    driver.bot.waitUntil(lambda: there.shown is not None and there.entry.quote == "Nobody has asked")


def test_a_visit_finds_its_passage_and_esc_leads_back(comparing: Comparing) -> None:
    driver, page = comparing
    entry = next(each for each in page.desk.queue.entries if each.quote == "Nobody has asked")
    left: list[bool] = []
    page.left.disconnect()
    page.left.connect(lambda: left.append(True))
    place = Place(DocumentId(entry.document), CodeId(entry.code), entry.start + 1, entry.end - 1)
    page.visit_from(place, words="Missed. Passage 1 of 3.")
    driver.bot.waitUntil(lambda: page.shown is not None and page.shown.entry.quote == "Nobody has asked")
    assert page.way_back.isVisible()
    assert page.way_back.words.text == "Missed. Passage 1 of 3."
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert left == [True]
    assert not page.way_back.isVisible()


def test_f6_goes_round_and_narrow_turns(comparing: Comparing) -> None:
    driver, page = comparing
    page.choose(0)
    driver.bot.waitUntil(page.queue.list.hasFocus)
    for part in (page.lanes, page.in_words, page.bar, page.queue):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        assert part.isAncestorOf(QApplication.focusWidget())
    driver.window.resize(600, 400)
    driver.bot.waitUntil(lambda: page.columns.folded == 2)
    driver.click(page.columns.turns._buttons["right"])
    assert page.in_words.isVisible()
    assert not page.lanes.isVisible()
