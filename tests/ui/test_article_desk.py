# SPDX-License-Identifier: MIT
"""The open article: read, chosen, whose coding is shown, how far it was read."""

from collections.abc import Callable
from pathlib import Path

import pytest
from ui.conftest import Driver

from annotator import operations
from annotator.domain import Coder, Span


@pytest.fixture
def shared(make_project: Callable[..., Path], me: Coder) -> Path:
    path = make_project(lead=me)
    project = operations.open_project(path)
    overview = operations.overview(project)
    document, code = overview.documents[0].document.id, overview.codebook.codes[0].id
    for number, name in enumerate(("Jonas Weber", "Petra Novak")):
        other = operations.person(name)
        operations.add_coder(project, author=me.id, coder=other)
        span = Span.of(27 + number, 38)
        operations.annotate(project, coder=other.id, document=document, code=code, span=span)
    operations.close_project(project)
    return path


def shown_by(driver: Driver) -> list[str]:
    article = driver.window.pages.desk.article
    return sorted(article.coder_of(entry).name for entry in article.entries.values())


def test_ones_own_coding_is_shown_first_and_others_by_choice(
    shared: Path, open_window: Callable[[Path], Driver]
) -> None:
    driver = open_window(shared)
    assert shown_by(driver) == []
    menu = driver.window.menus.shown_menu
    names = [action.text() for action in menu.actions()]
    assert names[0] == "My coding only"
    assert names[-1] == "Everyone's coding"
    assert set(names[1:-1]) == {"Jonas Weber, and mine", "Petra Novak, and mine"}
    menu.actions()[-1].trigger()
    driver.bot.waitUntil(lambda: shown_by(driver) == ["Jonas Weber", "Petra Novak"])
    driver.bot.waitUntil(lambda: driver.page.top.shown.accessibleName().endswith("Everyone's coding"))
    driver.code("a historian", "1")
    assert shown_by(driver) == ["Jonas Weber", "Mara Lindqvist", "Petra Novak"]
    again = open_window(driver.close())
    assert len(shown_by(again)) == 3, "the choice is remembered"


def test_the_list_offers_everyone(shared: Path, open_window: Callable[[Path], Driver]) -> None:
    driver = open_window(shared)
    driver.page.right.focus_list()
    driver.click(driver.page.right.annotations._show_others)
    driver.bot.waitUntil(lambda: len(shown_by(driver)) == 2)


def test_reading_is_remembered(driver: Driver, open_window: Callable[[Path], Driver]) -> None:
    desk = driver.window.pages.desk
    driver.bot.waitUntil(lambda: desk.furthest > 0)
    furthest = desk.furthest
    again = open_window(driver.close())
    assert again.window.session.overview.documents[0].furthest == furthest


def test_choosing_what_is_not_there_chooses_nothing(driver: Driver) -> None:
    desk = driver.window.pages.desk
    desk.choose("nobody")
    assert desk.chosen is None


def test_an_answer_that_was_overtaken_is_dropped(driver: Driver) -> None:
    desk = driver.window.pages.desk
    first, second = (each.document.id for each in driver.window.session.overview.documents)
    desk.show(second)
    desk.show(first)
    driver.saved()
    assert desk.article.document.id == first


def test_another_round_is_shown_until_it_is_left(driver: Driver) -> None:
    desk = driver.window.pages.desk
    document = driver.window.session.overview.documents[0].document.id
    desk.show(document, round_name="again")
    driver.saved()
    assert desk.other_round == "again"
    desk.leave_round()
    assert desk.other_round == ""
    desk.show(document, round_name="main")
    assert desk.other_round == "", "it is the one in which this file is coded"
