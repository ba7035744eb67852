# SPDX-License-Identifier: MIT
"""Deciding in the window, by keys alone and by mouse; what was decided is read by the engine afterwards."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.conftest import TEXT, Driver
from ui.judging.conftest import judged, judging, span_of

from annotator import operations
from annotator.domain import Certainty, Coder, Decision, DecisionReason, Span, Verdict
from annotator.merging.decision_matching import ClusterState
from annotator.ui.judging import draft as drafts
from annotator.ui.pages.adjudicate import AdjudicatePage
from annotator.ui.widgets.three_columns import LEFT, MIDDLE, RIGHT

__all__ = ["judged", "judging"]
Judging = tuple[Driver, AdjudicatePage]


def press(page: AdjudicatePage, *keys: Qt.Key | str, ctrl: bool = False) -> None:
    """Press keys where the focus is."""
    modifiers = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or page, key, modifiers)


def go_to(driver: Driver, page: AdjudicatePage, words: str, code: int = 0) -> None:
    """Choose the difference on these words in the list."""
    span, wanted = span_of(words), page.desk.queue.codes[code].id
    number = next(
        n
        for n, each in enumerate(page.queue.list.rows.entries)
        if each.code == wanted and each.start < span.end and span.start < each.end
    )
    page.queue.list.chosen.emit(number)
    driver.bot.waitUntil(lambda: page.shown is not None and page.shown.entry is page.entry)


def decisions(driver: Driver) -> list[Decision]:
    """Close the window and read what is in the file."""
    project = operations.open_project(driver.close())
    queue = operations.adjudication(project)
    operations.close_project(project)
    return [entry.decision for entry in queue.entries if entry.decision is not None]


def settled(driver: Driver, page: AdjudicatePage, number: int) -> None:
    driver.saved()
    driver.bot.waitUntil(lambda: page.desk.queue.progress.decided == number)
    driver.bot.waitUntil(lambda: driver.window.session.jobs.waiting == 0)


def test_deciding_by_keys_alone(judging: Judging) -> None:
    driver, page = judging
    driver.bot.waitUntil(page.queue.list.hasFocus)
    go_to(driver, page, "trusts")
    before = page.entry
    press(page, "m")
    assert page.draft.verdict is Verdict.MAJORITY
    assert page.panel.verdicts[Verdict.MAJORITY].isChecked()
    assert page.panel.result.text() == "Result: 20 characters, trust"
    assert page.panel.quote.text == "trusts its engineers"
    press(page, Qt.Key.Key_6, ctrl=True)
    assert page.draft.reason is DecisionReason.BOUNDARY_ONLY
    assert driver.window.stack.currentWidget() is page
    press(page, Qt.Key.Key_Return)
    assert page.entry is not before
    settled(driver, page, 1)
    assert page.queue.count.text() == "1 of 6 decided"
    (made,) = decisions(driver)
    assert made.verdict is Verdict.MAJORITY
    assert made.spans == (span_of("trusts its engineers"),)
    assert made.reason is DecisionReason.BOUNDARY_ONLY


def test_a_digit_takes_a_coder_and_nothing_missing_is_said(judging: Judging) -> None:
    driver, page = judging
    go_to(driver, page, "trusts")
    assert page.panel.missing.text() == drafts.CHOOSE
    assert not page.panel.accept.isEnabled()
    press(page, Qt.Key.Key_Return)
    assert page.desk.queue.progress.decided == 0
    press(page, "1")
    assert page.draft.verdict is Verdict.TAKEN
    assert page.draft.spans == (span_of("The council trusts its engineers"),)
    assert page.panel.missing.isHidden()
    press(page, "9")
    assert page.draft.taken == page.shown.voices.all[0].coder
    press(page, Qt.Key.Key_Return)
    settled(driver, page, 1)


def test_against_every_coder_a_note_is_wanted(judging: Judging) -> None:
    driver, page = judging
    go_to(driver, page, "trusts")
    press(page, "x")
    assert page.panel.missing.text() == drafts.NOTE
    assert not page.panel.accept.isEnabled()
    press(page, "n")
    driver.bot.waitUntil(page.panel.note.hasFocus)
    QTest.keyClicks(page.panel.note, "no trust at all")
    assert page.panel.accept.isEnabled()
    press(page, Qt.Key.Key_Return)
    assert not page.panel.note.hasFocus()
    settled(driver, page, 1)
    (made,) = decisions(driver)
    assert made.verdict is Verdict.REJECTED
    assert made.note == "no trust at all"


def test_an_own_span_by_keys(judging: Judging) -> None:
    driver, page = judging
    go_to(driver, page, "Nobody")
    press(page, "o")
    driver.bot.waitUntil(page.lanes.view.hasFocus)
    assert page.draft.own == (span_of("Nobody has asked"),)
    QTest.keyClick(
        page.lanes.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    wider = page.draft.own[0]
    assert wider.end > span_of("Nobody has asked").end
    press(page, "n")
    QTest.keyClicks(page.panel.note, "needs its object")
    press(page, Qt.Key.Key_Return)
    settled(driver, page, 1)
    (made,) = decisions(driver)
    assert made.verdict is Verdict.OWN
    assert made.spans == (wider,)


def test_an_own_span_by_mouse(judging: Judging) -> None:
    driver, page = judging
    go_to(driver, page, "trusts")
    view, start, end = page.lanes.view, TEXT.index("council"), TEXT.index(" its")
    places = []
    for position in (start, end):
        cursor = view.textCursor()
        cursor.setPosition(position)
        places.append(view.cursorRect(cursor).center())
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=places[0])
    QTest.mouseMove(view.viewport(), places[1])
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=places[1])
    assert page.draft.verdict is None
    driver.click(page.panel.verdicts[Verdict.OWN])
    assert page.draft.own == (Span.of(start, end),)


def test_a_click_on_a_lane_takes_that_version(judging: Judging) -> None:
    driver, page = judging
    go_to(driver, page, "trusts")
    view = page.lanes.view
    page.grab()
    box = next(
        (seen.origin + bar.center()).toPoint()
        for seen in view.visible
        for shapes in view.scene.shapes(seen, top=0, bottom=view.viewport().height())
        for bar, mark in shapes.hits
        if mark.startswith("2 ") and view.scene.model.mark(mark).span.start == TEXT.index("trusts its")
    )
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert page.draft.taken == page.shown.voices.all[2].coder


def test_a_click_on_other_marked_words_chooses_that_difference(judging: Judging) -> None:
    driver, page = judging
    go_to(driver, page, "trusts")
    view = page.lanes.view
    cursor = view.textCursor()
    cursor.setPosition(TEXT.index("Nobody") + 2)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.cursorRect(cursor).center())
    assert page.entry.quote == "Nobody has asked"


def test_another_code_for_the_result(judging: Judging) -> None:
    driver, page = judging
    go_to(driver, page, "They may")
    press(page, "1", "c")
    driver.bot.waitUntil(page.panel.code.hasFocus)
    QTest.keyClick(page.panel.code, Qt.Key.Key_Down)
    assert page.draft.result == page.desk.queue.codes[1].id
    assert page.panel.missing.isHidden()
    driver.click(page.panel.accept)
    settled(driver, page, 1)
    (made,) = decisions(driver)
    assert made.result != made.code


def test_undo_and_redo(judging: Judging) -> None:
    driver, page = judging
    go_to(driver, page, "trusts")
    press(page, "u", Qt.Key.Key_Return)
    settled(driver, page, 1)
    driver.bot.waitUntil(page.verbs.undo.isEnabled)
    press(page, Qt.Key.Key_Z, ctrl=True)
    settled(driver, page, 0)
    driver.bot.waitUntil(page.verbs.redo.isEnabled)
    driver.click(page.verbs.redo)
    settled(driver, page, 1)


def test_a_decision_is_changed_and_withdrawn(judging: Judging) -> None:
    driver, page = judging
    go_to(driver, page, "trusts")
    press(page, "u", Qt.Key.Key_Return)
    settled(driver, page, 1)
    go_to(driver, page, "trusts")
    assert page.entry.state is ClusterState.ACCEPTED
    assert page.panel.verdicts[Verdict.UNION].isChecked()
    assert page.panel.missing.text() == drafts.AS_IT_IS
    press(page, "i", Qt.Key.Key_Return)
    driver.saved()
    driver.bot.waitUntil(lambda: page.desk.queue.entries != () and _verdict(page, "trusts") is Verdict.INTERSECTION)
    go_to(driver, page, "trusts")
    driver.click(page.panel.withdraw)
    settled(driver, page, 0)


def _verdict(page: AdjudicatePage, words: str) -> Verdict | None:
    span = span_of(words)
    for entry in page.desk.queue.entries:
        if entry.start < span.end and span.start < entry.end and entry.decision is not None:
            return entry.decision.verdict
    return None


def test_what_waits_is_shown_and_cannot_be_decided(judging: Judging) -> None:
    driver, page = judging
    number = next(n for n, each in enumerate(page.queue.list.rows.entries) if each.state is ClusterState.WAITING)
    page.choose(number)
    driver.bot.waitUntil(lambda: page.shown.entry is page.entry)
    assert not page.may_judge
    assert page.panel.missing.text().startswith("Waiting: 1 coder more")
    assert not any(button.isEnabled() for button in page.panel.verdicts.values())
    press(page, "u")
    assert page.draft.verdict is None


def test_certainty_and_a_reason_taken_back(judging: Judging) -> None:
    driver, page = judging
    go_to(driver, page, "trusts")
    driver.click(page.panel.certainty._buttons["low"])
    assert page.draft.certainty is Certainty.LOW
    press(page, Qt.Key.Key_1, ctrl=True)
    press(page, Qt.Key.Key_1, ctrl=True)
    assert page.draft.reason is DecisionReason.NOT_SET
    driver.click(page.panel.reasons.dots[DecisionReason.EDGE_CASE])
    assert page.draft.reason is DecisionReason.EDGE_CASE


def test_brackets_and_arrows_step_and_f6_goes_round(judging: Judging) -> None:
    driver, page = judging
    driver.bot.waitUntil(page.queue.list.hasFocus)
    page.choose(0)
    press(page, Qt.Key.Key_Down)
    assert page.queue.list.number == 1
    press(page, "]")
    assert page.queue.list.number == 2
    press(page, "[", Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert page.queue.list.number == 0
    press(page, Qt.Key.Key_End)
    assert page.queue.list.number == 5
    press(page, Qt.Key.Key_Home)
    parts = []
    for _ in range(4):
        press(page, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        parts.append(
            next(n for n, p in enumerate((page.queue, page.lanes, page.panel, page.bar)) if p.isAncestorOf(focus))
        )
    assert parts == [1, 2, 3, 0]
    press(page, Qt.Key.Key_Escape)
    assert page.lanes.view.hasFocus()


def test_all_of_one_coder_in_one_step(judging: Judging) -> None:
    driver, page = judging
    go_to(driver, page, "trusts")
    menu = page.verbs.coders_menu()
    said = [action.text() for action in menu.actions()]
    assert said[0] == "A Berg: take 3 passages in this article"
    menu.actions()[0].trigger()
    settled(driver, page, 3)
    menu.deleteLater()


def test_blind_hides_names_until_it_is_lifted(judging: Judging) -> None:
    driver, page = judging
    driver.click(page.verbs.blind)
    driver.bot.waitUntil(lambda: page.desk.queue.is_blind)
    driver.bot.waitUntil(lambda: page.lanes.legend.who.text.startswith("Blind: names hidden"))
    shown = " ".join(card.who.text for card in page.panel.versions.cards)
    assert not any(name in shown for name in ("Berg", "Novak", "Okafor"))
    assert not page.queue.coder.isVisibleTo(page.queue)
    assert page.verbs.blind.text().strip() == "Lift the blind…"
    page.verbs._lift()
    driver.bot.waitUntil(lambda: not page.desk.queue.is_blind)


def test_filters_and_the_list_that_fits_nothing(judging: Judging) -> None:
    driver, page = judging
    page.queue.kind.setCurrentIndex(page.queue.kind.findData("boundary"))
    page.queue.kind.activated.emit(0)
    driver.bot.waitUntil(lambda: len(page.queue.list.rows.entries) == 1)
    page.queue.state.setCurrentIndex(page.queue.state.findData("deferred"))
    page.queue.state.activated.emit(0)
    driver.bot.waitUntil(page.queue.empty.isVisible)
    assert "fits the filter" in page.queue.empty.text()
    assert page.draft is None
    press(page, "u")


def test_a_narrow_window_shows_one_column_at_a_time(judging: Judging) -> None:
    driver, page = judging
    driver.window.resize(600, 420)
    driver.bot.waitUntil(lambda: page.columns.folded == 2)
    assert page.lanes.isVisible()
    assert page.strip.isVisible()
    go_to(driver, page, "trusts")
    press(page, "u")
    assert page.strip.words.text.startswith("Result: 32 characters, trust")
    driver.click(page.strip.verdicts[Verdict.MAJORITY])
    assert page.draft.verdict is Verdict.MAJORITY
    press(page, Qt.Key.Key_F8)
    assert page.panel.isVisible()
    assert not page.lanes.isVisible()
    press(page, Qt.Key.Key_F9)
    assert page.queue.list.hasFocus()
    page.columns.turn_to(RIGHT)
    page.columns.turn_to(LEFT)
    page.columns.turn_to(MIDDLE)
    assert page.lanes.isVisible()
    driver.click(page.strip.accept)
    settled(driver, page, 1)


def test_whoever_does_not_lead_looks_on(open_window: Callable[[Path], Driver], judged: Path, me: Coder) -> None:
    project = operations.open_project(judged)
    operations.set_active_coder(project, coder=operations.person("Novak"))
    operations.close_project(project)
    driver = open_window(judged)
    driver.key("6", alt=True)
    page = driver.window.stack.currentWidget()
    driver.bot.waitUntil(lambda: page.shown is not None)
    assert page.panel.missing.text() == "Only the lead of the project decides."
    assert not page.panel.accept.isEnabled()


def test_an_old_decision_stands_beside_what_there_is_now(
    open_window: Callable[[Path], Driver], judged: Path, me: Coder
) -> None:
    project = operations.open_project(judged)
    queue = operations.adjudication(project)
    entry = next(each for each in queue.entries if each.quote == "Nobody has asked")
    judgement = operations.Judgement(Verdict.UNION)
    operations.decide(project, judge=me.id, ref=entry.ref, judgement=judgement)
    okafor = operations.person("Okafor")
    operations.reopen(project, coder=okafor.id, document=entry.document)
    operations.annotate(
        project, coder=okafor.id, document=entry.document, code=entry.code, span=span_of("asked for a receipt")
    )
    operations.finish(project, coder=okafor.id, document=entry.document)
    operations.close_project(project)
    driver = open_window(judged)
    driver.key("6", alt=True)
    page = driver.window.stack.currentWidget()
    driver.bot.waitUntil(lambda: page.shown is not None)
    go_to(driver, page, "Nobody")
    assert page.entry.state is ClusterState.TO_REVIEW
    cards = page.panel.versions.cards
    assert cards[0].who.text == "Before"
    assert cards[0].count.text() == "Accepted: union, 16 characters"
    assert [card.who.text for card in cards[1:]] == ["B Novak", "C Okafor"]
    press(page, "k")
    assert page.draft.own == (span_of("Nobody has asked"),)
    assert page.panel.accept.isEnabled()
    press(page, Qt.Key.Key_Return)
    settled(driver, page, 1)
