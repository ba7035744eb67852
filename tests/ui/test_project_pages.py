# SPDX-License-Identifier: MIT
"""The pages of a project, and what is said of it in the status line."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from ui.conftest import Driver
from ui.teams import change, settled

from annotator import operations
from annotator.domain import Coder, CoderId, new_uuid
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


def another_of_my_name(me: Coder) -> Coder:
    """Let this computer know its user under another identity than the project does."""
    other = Coder(CoderId(new_uuid()), me.name)
    settings = operations.load_settings()
    operations.save_settings(replace(settings, people={**settings.people, me.name: other.id}))
    return other


def test_another_identity_of_the_same_name_is_said_and_nothing_offered(
    make_project: Callable[..., Path], me: Coder, open_window: Callable[[Path], Driver]
) -> None:
    path = make_project(lead=me)
    another_of_my_name(me)
    driver = open_window(path)
    settled(driver)
    banner = driver.window.banner
    assert banner.sentence == (
        "You code as Mara Lindqvist here: another identity of the same name as yours on this computer."
    )
    assert not banner.button.isVisible()


def test_identities_that_are_one_person_are_no_news(
    make_project: Callable[..., Path], me: Coder, open_window: Callable[[Path], Driver]
) -> None:
    path = make_project(lead=me)
    other = another_of_my_name(me)

    def unite(project: operations.Project) -> None:
        operations.add_coder(project, author=me.id, coder=other)
        operations.same_person(project, author=me.id, source=other.id, target=me.id)

    change(path, unite)
    driver = open_window(path)
    settled(driver)
    banner = driver.window.banner
    assert (banner.isHidden(), banner.sentence) == (True, "")


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
