# SPDX-License-Identifier: MIT
"""A code counts as another after its effect was said; it is taken back by one key."""

from ui.conftest import Driver
from ui.teams import Team, settled, team_page


def test_map_and_take_back(open_window: object, team: Team) -> None:
    driver: Driver = open_window(team.path)
    page = team_page(driver)
    page.turn_to("mapping")
    panel, codes = page.mapping, driver.window.session.overview.codebook.codes
    panel.source.show_value(codes[0].id)
    panel.target.show_value(codes[1].id)
    panel.target.activated.emit(panel.target.currentIndex())
    settled(driver)
    assert panel.effect.text() == (f"1 annotation of {codes[0].name} in 1 article will count as {codes[1].name}.")
    driver.click(panel.unite)
    settled(driver)
    assert [line.aside for line in panel.list.rows.lines] == ["Code"]
    assert panel.source.findData(codes[0].id) == -1
    panel.list.take_focus()
    assert panel.take_back.isEnabled()
    driver.click(panel.take_back)
    settled(driver)
    assert panel.list.rows.lines == ()
    assert panel.source.findData(codes[0].id) >= 0


def test_a_code_does_not_count_as_itself(open_window: object, team: Team) -> None:
    driver: Driver = open_window(team.path)
    panel = team_page(driver).mapping
    panel.target.show_value(panel.source.value)
    panel.target.activated.emit(0)
    assert panel.effect.text() == "Choose two different codes."
    assert not panel.unite.isEnabled()
