# SPDX-License-Identifier: MIT
"""Remarks on the selected annotation, in the inspector: read, written, answered; Ctrl+Enter does not finish it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.conftest import TEXT, Driver
from ui.teams import change, make_team, settled

from annotator import operations
from annotator.domain import Coder, CompletionState, MessageKind


def test_a_remark_by_ctrl_enter(driver: Driver) -> None:
    driver.code("Nobody has asked", "1")
    talk = driver.page.talk
    assert talk.isVisible()
    assert not talk.send.isVisible()
    talk.field.setFocus()
    QTest.keyClicks(talk.field, "Shared keys are trust.")
    assert talk.send.isVisible()
    QTest.keyClick(talk.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(driver)
    assert [(each.name, each.message.text) for each in talk.said.said] == [("Mara Lindqvist", "Shared keys are trust.")]
    assert talk.field.text == ""
    assert driver.page.summary.state is CompletionState.IN_PROGRESS
    driver.key("]")
    driver.key(Qt.Key.Key_Escape)
    driver.window.pages.desk.choose("")
    assert talk.isHidden()
    driver.window.pages.desk.choose(str(next(iter(driver.window.pages.desk.article.entries))))
    settled(driver)
    assert len(talk.said.said) == 1


def test_esc_drops_what_was_begun(driver: Driver) -> None:
    driver.code("Nobody has asked", "1")
    talk = driver.page.talk
    talk.field.setFocus()
    QTest.keyClicks(talk.field, "never mind")
    QTest.keyClick(talk.field, Qt.Key.Key_Escape)
    assert talk.field.text == ""
    assert driver.view.hasFocus()


def test_the_lead_answers_a_question(
    open_window: Callable[[Path], Driver], make_project: Callable[..., Path], me: Coder
) -> None:
    team = make_team(make_project(lead=me), me)
    driver = open_window(team.path)
    driver.window.pages.desk.show_coders([team.novak.id])
    settled(driver)
    driver.view.set_caret(TEXT.index("trusts"))
    driver.window.pages.desk.choose(str(team.asked))
    settled(driver)
    talk = driver.page.talk
    assert talk.field.placeholderText() == "Answer the question"
    QTest.keyClicks(talk.field, "Yes.")
    driver.click(talk.send)
    settled(driver)
    assert talk.said.said[0].message.kind is MessageKind.ANSWER
    assert talk.field.placeholderText() == "Add a remark"
    QTest.keyClicks(talk.field, "See counts too.")
    driver.click(talk.send)
    settled(driver)
    assert [each.message.kind for each in talk.said.said] == [MessageKind.ANSWER, MessageKind.MEMO]
    session = driver.window.session
    session.write(
        lambda project: operations.say(project, author=team.novak.id, annotation=team.asked, text="Always?")
    )  # fmt: skip
    settled(driver)
    assert talk.field.placeholderText() == "Answer the question"
    project = operations.open_project(driver.close())
    assert not operations.questions(project)[0].is_open
    operations.close_project(project)


def test_own_remarks_are_changed_deleted_and_brought_back(
    open_window: Callable[[Path], Driver], make_project: Callable[..., Path], me: Coder
) -> None:
    team = make_team(make_project(lead=me), me)
    change(
        team.path,
        lambda project: operations.say(project, author=team.novak.id, annotation=team.asked, text="Mine."),
    )
    driver = open_window(team.path)
    driver.window.pages.desk.show_coders([team.novak.id])
    settled(driver)
    driver.view.set_caret(TEXT.index("trusts"))
    driver.window.pages.desk.choose(str(team.asked))
    settled(driver)
    talk = driver.page.talk
    QTest.keyClicks(talk.field, "Yes.")
    driver.click(talk.send)
    settled(driver)
    theirs, own = talk.said.parts
    assert not theirs.change.isVisible()
    driver.click(own.change)
    assert own.field is not None
    QTest.keyClicks(own.field, "No. ")
    QTest.keyClick(own.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(driver)
    assert [each.message.text for each in talk.said.said] == ["Mine.", "No. Yes."]
    assert all(part.draft is None for part in talk.said.parts)
    driver.click(talk.said.parts[1].delete)
    settled(driver)
    assert [each.message.text for each in talk.said.said] == ["Mine."]
    assert talk.field.placeholderText() == "Answer the question"
    driver.window.act("undo")
    settled(driver)
    assert [each.message.text for each in talk.said.said] == ["Mine.", "No. Yes."]
    driver.window.act("undo")
    settled(driver)
    assert [each.message.text for each in talk.said.said] == ["Mine.", "Yes."]
