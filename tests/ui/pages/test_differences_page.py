# SPDX-License-Identifier: MIT
"""What both pages do: why nothing is there, what stays after a change, the colours of another mode."""

from collections.abc import Callable
from pathlib import Path

from ui.conftest import Driver
from ui.judging.conftest import comparing, judged, span_of

from annotator import operations
from annotator.domain import Coder
from annotator.ui.pages.compare import ComparePage

__all__ = ["comparing", "judged"]


def test_where_nobody_has_finished_that_is_said(driver: Driver) -> None:
    driver.key("5", alt=True)
    page = driver.window.stack.currentWidget()
    assert isinstance(page, ComparePage)
    driver.bot.waitUntil(lambda: page.queue.empty.text().startswith("Nobody has finished an article"))
    assert page.entry is None
    assert page.in_words.head.isHidden()
    assert page.status is None


def test_what_was_looked_at_stays_where_others_change_things(comparing: tuple[Driver, ComparePage], me: Coder) -> None:
    driver, page = comparing
    number = next(n for n, each in enumerate(page.queue.list.rows.entries) if "Nobody" in each.quote)
    page.choose(number)
    session, entry = driver.window.session, page.entry
    session.write(
        lambda project: operations.propose_region(
            project, coder=me.id, document=entry.document, span=span_of("The first line")
        )
    )
    driver.saved()
    driver.bot.waitUntil(lambda: session.jobs.waiting == 0)
    assert page.entry.quote == "Nobody has asked"


def test_another_mode_dresses_lanes_anew(comparing: tuple[Driver, ComparePage]) -> None:
    _, page = comparing
    page.theme.choose("dark")
    assert page.lanes.view.scene.tokens == page.theme.tokens
    assert page.shown is not None


def test_the_list_of_differences_is_read_when_the_page_comes_into_view(
    open_window: Callable[[Path], Driver], judged: Path
) -> None:
    driver = open_window(judged)
    driver.key("5", alt=True)
    page = driver.window.stack.currentWidget()
    driver.bot.waitUntil(lambda: page.shown is not None)
    driver.key("1", alt=True)
    driver.key("5", alt=True)
    assert page.entry is not None
    assert page.status == ("Difference 1 of 4", "0 of 6 decided: 1 waiting")
