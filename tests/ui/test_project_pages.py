# SPDX-License-Identifier: MIT
"""The pages of a project, and what is said of it in the status line."""

from collections.abc import Callable
from pathlib import Path

import pytest
from ui.conftest import Driver

from annotator import operations
from annotator.domain import Coder
from annotator.ui.dialogs import files


def test_a_copy_to_send(driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "copy.annotator"
    monkeypatch.setattr(files, "ask_new_file", lambda *_, **__: target)
    driver.window.act("send_copy")
    driver.bot.waitUntil(lambda: "A verified copy lies at" in driver.window.banner.sentence)
    assert target.exists()


def test_somebody_elses_file_asks_under_which_name(
    make_project: Callable[..., Path], me: Coder, open_window: Callable[[Path], Driver]
) -> None:
    path = make_project(lead=me)
    operations.remember_me("Jonas Weber")
    driver = open_window(path)
    assert driver.window.session.coder == me
    banner = driver.window.banner
    assert banner.sentence == "You code as Mara Lindqvist here. Your name on this computer is Jonas Weber."
    driver.click(banner.button)
    driver.bot.waitUntil(lambda: driver.window.session.coder.name == "Jonas Weber")
    driver.bot.waitUntil(lambda: driver.window.status.coder.text == "Jonas Weber")
    driver.code("The council", "1")
    assert not driver.window.session.is_lead


def test_the_menu_button_opens_the_menu(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr(driver.window.menus.menu, "popup", opened.append)
    driver.click(driver.page.top.menu)
    assert len(opened) == 1


def test_other_pages_keep_their_status_line_to_the_point(driver: Driver) -> None:
    assert driver.window.status.place.isVisible()
    driver.window.act("page_export")
    assert not driver.window.status.place.isVisible()
    assert driver.window.status.counts.text == "2 articles"
