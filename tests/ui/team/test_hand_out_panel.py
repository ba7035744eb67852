# SPDX-License-Identifier: MIT
"""Making coder files: the button names what is missing; the result is listed; refusals have one sentence."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from ui.conftest import Driver
from ui.teams import Team, settled, team_page

from annotator.ui.dialogs import files
from annotator.ui.team.hand_out_panel import GOES_IN, STAYS


def test_files_for_those_who_are_ticked(
    open_window: object, team: Team, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver: Driver = open_window(team.path)
    page = team_page(driver)
    page.turn_to("hand_out")
    panel, folder = page.hand_out, tmp_path / "out"
    folder.mkdir()
    assert (panel.make.text(), panel.missing.text()) == ("Make 2 coder files", "No folder is chosen.")
    monkeypatch.setattr(files, "ask_folder", lambda *_, **__: folder)
    driver.click(panel.folder)
    driver.click(panel.coders.boxes[team.haddad.id])
    assert panel.make.isEnabled()
    driver.click(panel.make)
    settled(driver)
    assert [each.name for each in folder.iterdir()] == [panel.made[0].path.name]
    assert panel.result.rows.lines[0].note == "2 articles, 1 annotation of their own"
    assert [line.title for line in panel.before.rows.lines] == ["Novak"]
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    driver.click(panel.show_folder)
    assert opened == [str(folder)]
    driver.click(panel.make)
    settled(driver)
    assert "There is already a file of this name; nothing was handed out." in panel.notes.text()
    driver.click(panel.replace)
    driver.click(panel.make)
    settled(driver)
    assert len(panel.before.rows.lines) == 2


def test_nobody_ticked_and_what_goes_in(open_window: object, team: Team) -> None:
    driver: Driver = open_window(team.path)
    page = team_page(driver)
    page.turn_to("hand_out")
    settled(driver)
    for box in page.hand_out.coders.boxes.values():
        driver.click(box)
    assert page.hand_out.missing.text() == "No coder is ticked."
    assert not page.hand_out.make.isEnabled()
    assert "own work" in GOES_IN
    assert "everybody else’s" in STAYS
