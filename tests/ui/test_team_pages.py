# SPDX-License-Identifier: MIT
"""The pages about people are made when they are asked for, once; dropped files go where they belong."""

from collections.abc import Callable
from pathlib import Path

import pytest
from ui.conftest import Driver
from ui.teams import handed_out, make_team, own_work_page, settled, team_page

from annotator.domain import Coder
from annotator.ui.dialogs import files


def test_the_lead_s_page_is_made_once(
    open_window: Callable[[Path], Driver], make_project: Callable[..., Path], me: Coder
) -> None:
    driver = open_window(make_team(make_project(lead=me), me).path)
    page = team_page(driver)
    driver.window.act("page_coding")
    assert team_page(driver) is page


def test_files_dropped_on_a_coder_s_window_are_from_the_lead(
    open_window: Callable[[Path], Driver],
    make_project: Callable[..., Path],
    me: Coder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    team = make_team(make_project(lead=me), me)
    driver = open_window(handed_out(team, tmp_path))
    driver.window.drop.dropped.emit([team.path])
    settled(driver)
    page = own_work_page(driver)
    assert page.newer.isVisible()
    monkeypatch.setattr(files, "ask_file", lambda *_, **__: None)
    driver.window.act("take_in")
    assert driver.window.stack.currentWidget() is page
