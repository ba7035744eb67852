# SPDX-License-Identifier: MIT
"""Counting and drawing beside the window."""

from ui.conftest import Driver

from annotator.domain import KnownError
from annotator.operations import CountChoice, CountKind, Counts
from annotator.ui.background import Background
from annotator.ui.counts.counting import Counting


def test_it_counts_draws_and_hands_failures_on(driver: Driver) -> None:
    driver.code("engineers", "1")
    work = Background(driver.window.session, parent=driver.window)
    counting = Counting(work, parent=work)
    counted: list[Counts] = []
    drawn: list[bytes] = []
    failed: list[KnownError] = []
    counting.counted.connect(counted.append)
    counting.drawn.connect(lambda _, svg: drawn.append(svg))
    counting.failed.connect(failed.append)
    counting.count(CountChoice(kind=CountKind.FREQUENCIES))
    driver.bot.waitUntil(lambda: bool(counted))
    assert sum(row.passages for row in counted[0].rows) == 1
    counting.draw(counted[0])
    driver.bot.waitUntil(lambda: bool(drawn), timeout=20_000)
    assert b"<svg" in drawn[0]
    counting.count(CountChoice(kind=CountKind.CROSS, attribute="no such attribute"))
    driver.bot.waitUntil(lambda: bool(failed))
    assert "no such attribute" in failed[0].sentence
