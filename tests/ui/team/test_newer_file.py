# SPDX-License-Identifier: MIT
"""A newer file from the lead is looked into, then taken in by one verb; what is none for this coder is refused."""

from pathlib import Path

import pytest
from ui.conftest import Driver
from ui.teams import Team, change, handed_out, own_work_page, settled

from annotator import operations
from annotator.operations import Project
from annotator.ui.dialogs import files


def newer_hand_out(team: Team, folder: Path) -> Path:
    """Answer the question and hand out again."""
    folder.mkdir()

    def make(project: Project) -> None:
        lead = team.lead.id
        operations.answer(project, author=lead, annotation=team.asked, text="Yes.")
        operations.hand_out(project, author=lead, directory=folder, coders=[team.novak.id])

    change(team.path, make)
    return next(folder.iterdir())


def test_looked_into_then_taken_in(
    open_window: object, team: Team, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = handed_out(team, tmp_path)
    second = newer_hand_out(team, tmp_path / "later")
    driver: Driver = open_window(first)
    monkeypatch.setattr(files, "ask_file", lambda *_, **__: second)
    driver.window.act("take_in")
    page = own_work_page(driver)
    driver.bot.waitUntil(page.newer.take.isEnabled)
    assert page.newer.title.startswith("A newer file from your lead: ")
    assert page.newer.brings.text() == "1 new change from Mara Lindqvist."
    driver.click(page.newer.take)
    settled(driver)
    assert page.newer.isHidden()
    assert driver.window.banner.sentence == "1 change from your lead taken in. Your own work is as it was."
    page.newer.look_into(second)
    settled(driver)
    assert page.newer.brings.text() == "Everything in this file is here already."
    assert not page.newer.take.isEnabled()
    driver.click(page.newer.cancel)
    assert page.newer.isHidden()


def test_a_file_of_somebody_else_is_refused_in_words(open_window: object, team: Team, tmp_path: Path) -> None:
    first = handed_out(team, tmp_path)
    driver: Driver = open_window(first)
    page = own_work_page(driver)
    page.newer.look_into(team.path)
    settled(driver)
    assert "the lead's project and not a file made for you" in page.newer.brings.text()
    assert not page.newer.take.isEnabled()
