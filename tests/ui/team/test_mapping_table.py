# SPDX-License-Identifier: MIT
"""A table of codes is looked into, then mapped by one verb that undo takes back; a wrong one is refused in place."""

from pathlib import Path

import pytest
from ui.conftest import Driver
from ui.teams import Team, settled, team_page

from annotator.ui.dialogs import files
from annotator.ui.team.mapping_table import ABOUT, STANDS


def test_looked_into_mapped_and_taken_back(
    open_window: object, team: Team, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver: Driver = open_window(team.path)
    page = team_page(driver)
    page.turn_to("mapping")
    panel, codes = page.mapping, driver.window.session.overview.codebook.codes
    path = tmp_path / "codes.csv"
    path.write_text(f"from,to\n{codes[0].short_name},{codes[1].short_name}\n", encoding="utf-8")
    monkeypatch.setattr(files, "ask_file", lambda *_, **__: path)
    driver.click(panel.table.choose)
    settled(driver)
    assert panel.table.effect.text() == "1 annotation will count otherwise. Undo takes all of it back."
    assert [each.aside for each in panel.table.list.rows.lines] == ["New"]
    assert panel.list.rows.lines == (), "nothing is written yet"
    driver.click(panel.table.leave)
    assert (panel.table.list.rows.lines, panel.table.effect.text()) == ((), ABOUT)
    panel.table.look_into(path)
    settled(driver)
    driver.click(panel.table.take)
    settled(driver)
    assert [each.aside for each in panel.list.rows.lines] == ["Code"]
    panel.table.look_into(path)
    settled(driver)
    assert panel.table.effect.text() == STANDS
    assert not panel.table.take.isEnabled()
    driver.window.act("page_coding")
    driver.window.act("undo")
    settled(driver)
    assert team_page(driver).mapping.list.rows.lines == ()


def test_a_table_that_cannot_stand_is_refused_in_place(open_window: object, team: Team, tmp_path: Path) -> None:
    driver: Driver = open_window(team.path)
    page = team_page(driver)
    page.turn_to("mapping")
    path = tmp_path / "codes.csv"
    path.write_text("from,to\nunheard,of\n", encoding="utf-8")
    page.mapping.table.look_into(path)
    settled(driver)
    assert "No code is called" in page.mapping.table.effect.text()
    assert page.mapping.table.take.isHidden() or not page.mapping.table.take.isVisible()
