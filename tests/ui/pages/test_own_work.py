# SPDX-License-Identifier: MIT
"""A coder's file: the name is confirmed in the page, only own articles and own decisions are there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.conftest import TEXT, Driver
from ui.teams import Team, change, handed_out, make_team, own_work_page, settled

from annotator import operations
from annotator.domain import Coder, DecisionReason, Verdict
from annotator.operations import Judgement, Project


@pytest.fixture
def team(make_project: Callable[..., Path], me: Coder) -> Team:
    return make_team(make_project(lead=me), me)


def decide(team: Team) -> None:
    """Let the coder finish, and reject the passage."""

    def verdict(project: Project) -> None:
        one = operations.overview(project).documents[0].document.id
        operations.change_round(project, author=team.lead.id, name="main", coders_needed=1, released=True)
        operations.assign(project, author=team.lead.id, coders=[team.novak.id], documents=[one])
        operations.finish(project, coder=team.novak.id, document=one)
        entry = operations.adjudication(project).entries[0]
        judgement = Judgement(verdict=Verdict.REJECTED, reason=DecisionReason.CODER_SLIP, note="Rule 3: " + "x" * 120)
        operations.decide(project, judge=team.lead.id, ref=entry.ref, judgement=judgement)

    change(team.path, verdict)


def test_name_then_coding_then_nothing_of_the_lead_s(
    open_window: Callable[[Path], Driver], team: Team, tmp_path: Path
) -> None:
    driver = open_window(handed_out(team, tmp_path))
    line = driver.page.name_line
    assert line.words == "Mara Lindqvist made this file for Novak. Is this your name?"
    assert line.name.text() == "Novak"
    line.name.setFocus()
    line.name.selectAll()
    QTest.keyClicks(line.name, "Jan Novak")
    QTest.keyClick(line.name, Qt.Key.Key_Return)
    settled(driver)
    assert line.isHidden()
    assert driver.view.hasFocus()
    assert driver.window.session.coder.name == "Jan Novak"
    menus = driver.window.menus
    for name in ("page_team", "page_merge", "page_agreement", "page_adjudicate", "add_articles", "page_export"):
        assert not menus.actions[name].isVisible(), name
    for name in ("page_own", "take_in", "send_copy", "page_history"):
        assert menus.actions[name].isVisible(), name
    assert not driver.page.top.shown.isVisible()
    driver.code("Nobody has asked", "1")
    project = operations.open_project(driver.close())
    found = operations.coder_file(project)
    operations.close_project(project)
    assert found is not None
    assert (found.confirmed, found.coder.name) == (True, "Jan Novak")


def test_only_articles_of_the_round_are_listed(
    open_window: Callable[[Path], Driver], team: Team, tmp_path: Path
) -> None:
    handed_out(team, tmp_path)
    later = tmp_path / "later"
    later.mkdir()

    def next_round(project: Project) -> None:
        lead = team.lead.id
        two = operations.overview(project).documents[1].document.id
        operations.add_round(project, author=lead, name="second")
        operations.assign(project, author=lead, coders=[team.novak.id], documents=[two], round_name="second")
        operations.hand_out(project, author=lead, directory=later, coders=[team.novak.id], round_name="second")

    change(team.path, next_round)
    driver = open_window(next(later.iterdir()))
    assert [each.document.name for each in driver.window.session.overview.documents] == ["two.txt"]
    page = own_work_page(driver)
    assert page.subtitle == (
        "0 of 1 article finished in round “second”. When you are through, send a copy to Mara Lindqvist."
    )
    assert [line.aside for line in page.articles.rows.lines] == ["Not started"]


def test_decisions_are_listed_and_lead_to_the_passage(
    open_window: Callable[[Path], Driver], team: Team, tmp_path: Path
) -> None:
    decide(team)
    driver = open_window(handed_out(team, tmp_path))
    page = own_work_page(driver)
    assert page.articles.hasFocus()
    line = page.decisions.rows.lines[0]
    assert (line.title, line.aside) == ("“trusts”", "Rejected")
    assert line.note.startswith("Evidence of trust; reason: a slip; note: Rule 3: xxx")
    page.acts()["region"]()
    assert page.questions.hasFocus()
    page.acts()["region"]()
    assert page.decisions.hasFocus()
    assert page.detail.text().startswith("Your lead’s note: Rule 3:")
    driver.key(Qt.Key.Key_Return, at=page.decisions)
    settled(driver)
    driver.bot.waitUntil(lambda: driver.page.isVisible() and driver.view.current_span() is not None)
    assert driver.view.current_span().start == TEXT.index("trusts")
    driver.key(Qt.Key.Key_Escape)
    assert driver.window.stack.currentWidget() is page


def test_own_questions_with_their_answers(open_window: Callable[[Path], Driver], team: Team, tmp_path: Path) -> None:
    change(
        team.path,
        lambda project: operations.answer(project, author=team.lead.id, annotation=team.asked, text="Yes, it is."),
    )
    driver = open_window(handed_out(team, tmp_path))
    page = own_work_page(driver)
    line = page.questions.rows.lines[0]
    assert (line.title, line.note, line.aside) == ("“trusts”", "Mara Lindqvist answers: Yes, it is.", "Answered")
    page.questions.take_focus()
    driver.key(Qt.Key.Key_Return, at=page.questions)
    settled(driver)
    driver.bot.waitUntil(lambda: driver.page.isVisible() and driver.view.current_span() is not None)
    assert driver.page.way_back.words.text == "Mara Lindqvist answers: Yes, it is."


def test_nothing_released_and_an_article_opened(
    open_window: Callable[[Path], Driver], team: Team, tmp_path: Path
) -> None:
    driver = open_window(handed_out(team, tmp_path))
    page = own_work_page(driver)
    assert page._no_decisions.isVisible()
    driver.key(Qt.Key.Key_Down, at=page.articles)
    driver.key(Qt.Key.Key_Return, at=page.articles)
    settled(driver)
    assert driver.page.isVisible()
    assert driver.window.pages.desk.article.document.name == "two.txt"
