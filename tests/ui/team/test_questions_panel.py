# SPDX-License-Identifier: MIT
"""A question is read and answered in place; Enter leads to its passage."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.conftest import Driver
from ui.teams import Team, settled, team_page

from annotator import operations


def test_answer_by_keys(open_window: object, team: Team) -> None:
    driver: Driver = open_window(team.path)
    page = team_page(driver)
    page.turn_to("questions")
    panel = page.questions
    assert page.choice._buttons["questions"].text() == "Questions 1"
    assert (panel.list.rows.lines[0].title, panel.list.rows.lines[0].aside) == ("Novak: “trusts”", "Open")
    assert (panel.quote.text, panel.memo.text()) == ("trusts", "Is this trust?")
    assert not panel.send.isEnabled()
    assert panel.answer.isVisible()
    panel.answer.setFocus()
    QTest.keyClicks(panel.answer, "Yes, it is.")
    QTest.keyClick(panel.answer, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(driver)
    assert panel.list.rows.lines[0].aside == "Answered"
    assert [each.message.text for each in panel.said.said] == ["Yes, it is."]
    assert page.choice._buttons["questions"].text() == "Questions"
    assert panel.said.isVisible()
    assert not panel.answer.isVisible()
    assert not panel.send.isVisible()
    project = operations.open_project(driver.close())
    question = operations.questions(project)[0]
    operations.close_project(project)
    assert (question.is_open, question.remarks[0].name) == (False, "Mara Lindqvist")


def test_enter_leads_to_the_passage_and_esc_back(open_window: object, team: Team) -> None:
    driver: Driver = open_window(team.path)
    page = team_page(driver)
    page.turn_to("questions")
    page.questions.list.take_focus()
    driver.key(Qt.Key.Key_Return, at=page.questions.list)
    settled(driver)
    driver.bot.waitUntil(lambda: driver.page.isVisible() and driver.page.reading.span is not None)
    assert driver.page.way_back.words.text == "Novak asks: Is this trust?"
    assert driver.view.current_span().length == 6
    driver.key(Qt.Key.Key_Escape)
    assert driver.window.stack.currentWidget() is page


def test_without_questions_it_says_how_one_asks(open_window: object, make_project: object, me: object) -> None:
    driver: Driver = open_window(make_project(lead=me))
    panel = team_page(driver).questions
    assert panel._empty.text().startswith("Nobody asks anything.")
    assert not panel._detail.isVisible()
