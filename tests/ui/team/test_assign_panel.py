# SPDX-License-Identifier: MIT
"""By rule and from a table: what would come of it is said before anything is written."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from ui.conftest import Driver
from ui.teams import Team, read_board, settled, team_page

from annotator.ui.dialogs import files


def test_a_rule_is_rehearsed_then_written(open_window: object, team: Team) -> None:
    driver: Driver = open_window(team.path)
    panel = team_page(driver).assign
    assert "everybody codes every article" in panel.selected.text()
    assert not panel.unassign.isEnabled()
    panel.each.selectAll()
    QTest.keyClicks(panel.each, "1")
    settled(driver)
    assert panel.preview.text() == (
        "2 new assignments. Afterwards: Haddad 1, Novak 1. 0 articles with two coders or more."
    ) or panel.preview.text() == (
        "2 new assignments. Afterwards: Novak 1, Haddad 1. 0 articles with two coders or more."
    )
    assert set(read_board_states(driver)) == {"in_progress", "not_started"}
    driver.click(panel.by_rule)
    settled(driver)
    assert panel.preview.text() == "Nothing would change: all of it is assigned already."
    assert not panel.by_rule.isEnabled()
    assert list(read_board(driver.close()).values()).count("not_assigned") >= 1


def read_board_states(driver: Driver) -> list[str]:
    state = team_page(driver).desk.state
    assert state is not None
    return [cell.state.value for row in state.board.rows for cell in row.cells]


def test_what_is_missing_is_said(open_window: object, team: Team) -> None:
    driver: Driver = open_window(team.path)
    panel = team_page(driver).assign
    panel.seed.clear()
    panel.seed.textEdited.emit("")
    assert panel.preview.text() == "Fill in all three numbers."
    for box in panel.coders.boxes.values():
        driver.click(box)
    assert panel.preview.text() == "Tick a coder to see what a rule would give."
    assert not panel.by_rule.isEnabled()


def test_a_table_is_previewed_and_refused_with_its_line(
    open_window: object, team: Team, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver: Driver = open_window(team.path)
    panel = team_page(driver).assign
    table = tmp_path / "who.csv"
    monkeypatch.setattr(files, "ask_file", lambda *_, **__: table)
    table.write_text("document,coder\none.txt,Nobody\n", encoding="utf-8")
    driver.click(panel.choose_table)
    settled(driver)
    assert "Nobody" in panel.table_preview.text()
    assert not panel.by_table.isVisible()
    table.write_text("document,coder\none.txt,Novak\none.txt,Haddad\n", encoding="utf-8")
    driver.click(panel.choose_table)
    settled(driver)
    assert panel.table_preview.text().startswith("who.csv: 2 new assignments.")
    driver.click(panel.by_table)
    settled(driver)
    assert read_board(driver.close())["two.txt", "Novak"] == "not_assigned"
