# SPDX-License-Identifier: MIT
"""The team's page by keys: board, block, panels; who is no lead does not get there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.conftest import Driver
from ui.teams import Team, make_team, read_board, settled, team_page

from annotator import operations
from annotator.domain import Coder
from annotator.ui.docks.page_bar import PageBar


@pytest.fixture
def team(make_project: Callable[..., Path], me: Coder) -> Team:
    return make_team(make_project(lead=me), me)


def test_a_block_is_assigned_and_taken_away_by_keys(open_window: Callable[[Path], Driver], team: Team) -> None:
    driver = open_window(team.path)
    driver.key(Qt.Key.Key_T, ctrl=True)
    page = team_page(driver)
    assert page.title == "Round “main”"
    assert page.board.hasFocus()
    driver.key(Qt.Key.Key_Down, at=page.board, shift=True)
    assert page.assign.selected.text().startswith("2 cells: 2 articles by 1 coder.")
    assert driver.window.status.counts.text == "2 cells selected"
    driver.key("a", at=page.board)
    settled(driver)
    assert [cell.state.value for cell in page.desk.state.board.rows[1].cells] == ["not_started", "not_assigned"]
    driver.key(Qt.Key.Key_Up, at=page.board)
    driver.key("u", at=page.board)
    settled(driver)
    assert page.subtitle.endswith("No article has two coders yet: agreement cannot be measured.")
    board = read_board(driver.close())
    assert board["one.txt", "Haddad"] == "not_assigned"
    assert board["one.txt", "Novak"] == "in_progress"
    assert board["two.txt", "Haddad"] == "not_started"


def test_f6_goes_round_and_panels_are_turned_by_keys(open_window: Callable[[Path], Driver], team: Team) -> None:
    driver = open_window(team.path)
    page = team_page(driver)
    seen = []
    for _ in range(4):
        page.acts()["region"]()
        seen.append(type(driver.window.focusWidget()).__name__)
    assert seen == ["Button", "LinesList", "LinesList", "BoardView"]
    page.acts()["region_back"]()
    assert page.rounds.list.hasFocus()
    page.choice.focus_chosen()
    QTest.keyClick(driver.window.focusWidget(), Qt.Key.Key_Right)
    assert page.panel == "hand_out"


def test_filter_and_nothing_found(open_window: Callable[[Path], Driver], team: Team) -> None:
    driver = open_window(team.path)
    page = team_page(driver)
    QTest.keyClicks(page.filter, "second")
    assert page.board.cells.rowCount() == 1
    QTest.keyClicks(page.filter, " zzz")
    assert not page.board.isVisible()
    page.filter.clear()
    assert page.board.isVisible()


def test_enter_on_a_cell_shows_that_coder_s_work(open_window: Callable[[Path], Driver], team: Team) -> None:
    driver = open_window(team.path)
    page = team_page(driver)
    driver.key(Qt.Key.Key_Right, at=page.board)
    driver.key(Qt.Key.Key_Return, at=page.board)
    settled(driver)
    driver.bot.waitUntil(driver.page.isVisible)
    assert driver.window.pages.desk.article.document.name == "one.txt"
    assert team.novak.id in driver.window.session.overview.shown


def test_narrow_windows_lose_nothing(open_window: Callable[[Path], Driver], team: Team) -> None:
    driver = open_window(team.path)
    page = team_page(driver)
    driver.window.resize(600, 500)
    driver.bot.waitUntil(lambda: page.columns.folded == 2)
    for part in ("left", "right", "middle"):
        page.columns.turn_to(part)
        assert not page.grab().isNull()
    page.board.setFocus()
    page.acts()["region"]()
    assert page.choice.isVisible()


def test_only_the_lead_has_the_page(open_window: Callable[[Path], Driver], team: Team, me: Coder) -> None:
    other = operations.person("Somebody Else")
    project = operations.open_project(team.path)
    operations.set_active_coder(project, coder=other)
    operations.close_project(project)
    operations.remember_me("Somebody Else")
    driver = open_window(team.path)
    assert not driver.window.menus.actions["page_team"].isVisible()
    driver.window.act("page_export")
    bar = driver.window.stack.currentWidget().findChild(PageBar)
    assert bar.tabs["page_team"].isHidden()
    assert bar.tabs["page_own"].isHidden()
    assert bar.tabs["page_merge"].isVisible()
