# SPDX-License-Identifier: MIT
"""Rounds: what is changed is written at once; another one is looked at; this file is coded in it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.conftest import Driver
from ui.teams import Team, settled, team_page

from annotator import operations


def test_change_add_and_code_in(open_window: object, team: Team) -> None:
    driver: Driver = open_window(team.path)
    page = team_page(driver)
    rounds = page.rounds
    driver.click(rounds.released)
    settled(driver)
    rounds.needed.setFocus()
    rounds.needed.selectAll()
    QTest.keyClicks(rounds.needed, "3")
    QTest.keyClick(rounds.needed, Qt.Key.Key_Return)
    settled(driver)
    assert rounds.list.rows.lines[0].note == "Main, 3 coders an article, decisions released"
    QTest.keyClicks(rounds.name.field, "training")
    QTest.keyClick(rounds.name.field, Qt.Key.Key_Return)
    settled(driver)
    assert page.title == "Round “training”"
    rounds.purpose.show_value("training")
    rounds.purpose.activated.emit(rounds.purpose.currentIndex())
    settled(driver)
    driver.click(rounds.code_here)
    settled(driver)
    assert not rounds.code_here.isVisible()
    assert driver.window.session.overview.round == "training"
    assert [line.aside for line in rounds.list.rows.lines] == ["", "Coded here"]
    QTest.keyClick(rounds.list, Qt.Key.Key_Up)
    settled(driver)
    assert page.title == "Round “main”"
    project = operations.open_project(driver.close())
    main, training = operations.rounds(project)
    operations.close_project(project)
    assert (main.released, main.coders_needed, training.purpose.value) == (True, 3, "training")
