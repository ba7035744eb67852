# SPDX-License-Identifier: MIT
"""A round of three coders with one difference of each kind, and a second article that still waits for coders."""

from collections.abc import Callable
from pathlib import Path

import pytest
from ui.conftest import OTHER, TEXT, Driver

from annotator import operations
from annotator.domain import Coder, Span
from annotator.merging.adjudication_queue import Entry, Queue
from annotator.ui.pages.adjudicate import AdjudicatePage
from annotator.ui.pages.compare import ComparePage

MARKED = (
    ("Berg", 0, "The council trusts its engineers"),
    ("Novak", 0, "trusts its engineers"),
    ("Okafor", 0, "trusts its engineers"),
    ("Novak", 0, "Nobody has asked"),
    ("Berg", 0, "They may leave us"),
    ("Okafor", 1, "They may leave us one day"),
    ("Berg", 1, "receipt in years"),
    ("Novak", 1, "receipt in years"),
    ("Okafor", 1, "receipt in years"),
)
"""Who marked what with which code of the codebook."""


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span.of(start, start + len(words))


def judged_project(path: Path, *, lead: Coder) -> None:
    """Let three coders finish the first article and one the second."""
    project = operations.open_project(path)
    overview = operations.overview(project)
    one, two = (each.document.id for each in overview.documents)
    codes = overview.codebook.codes
    people = {name: operations.person(name) for name in ("Berg", "Novak", "Okafor")}
    for coder in people.values():
        operations.add_coder(project, author=lead.id, coder=coder)
    for name, code, words in MARKED:
        operations.annotate(project, coder=people[name].id, document=one, code=codes[code].id, span=span_of(words))
    second = span_of("only paragraph", OTHER)
    operations.annotate(project, coder=people["Berg"].id, document=two, code=codes[0].id, span=second)
    for coder in people.values():
        operations.finish(project, coder=coder.id, document=one)
    operations.finish(project, coder=people["Berg"].id, document=two)
    operations.close_project(project)


@pytest.fixture
def judged(make_project: Callable[..., Path], me: Coder) -> Path:
    """Give the file of the round."""
    path = make_project(lead=me)
    judged_project(path, lead=me)
    return path


@pytest.fixture
def queue(judged: Path) -> Queue:
    """Give what is to be judged."""
    project = operations.open_project(judged)
    read = operations.adjudication(project)
    operations.close_project(project)
    return read


def entry_at(queue: Queue, words: str, *, code: int = 0) -> Entry:
    """Give the difference on these words."""
    span = span_of(words)
    wanted = queue.codes[code].id
    return next(e for e in queue.entries if e.code == wanted and e.start < span.end and span.start < e.end)


@pytest.fixture
def judging(open_window: Callable[[Path], Driver], judged: Path) -> tuple[Driver, AdjudicatePage]:
    """Give a window on Adjudicate with its first difference shown."""
    driver = open_window(judged)
    driver.key("6", alt=True)
    page = driver.window.stack.currentWidget()
    assert isinstance(page, AdjudicatePage)
    driver.bot.waitUntil(lambda: page.shown is not None)
    return driver, page


@pytest.fixture
def comparing(open_window: Callable[[Path], Driver], judged: Path) -> tuple[Driver, ComparePage]:
    """Give a window on Compare with its first difference shown."""
    driver = open_window(judged)
    driver.key("5", alt=True)
    page = driver.window.stack.currentWidget()
    assert isinstance(page, ComparePage)
    driver.bot.waitUntil(lambda: page.shown is not None)
    return driver, page
