# SPDX-License-Identifier: MIT
"""Passages are counted in turns and read by pages; a later wish overtakes."""

from pathlib import Path

import pytest
from ui.conftest import Driver

from annotator import operations
from annotator.counting.selection import Selection
from annotator.domain import Span
from annotator.operations import QuoteOrder
from annotator.ui.quotes import reading
from annotator.ui.quotes.model import PAGE, QuoteModel
from annotator.ui.quotes.reading import Reading, Wish, without_filters


@pytest.fixture
def made(driver: Driver, tmp_path: Path) -> Reading:
    overview = driver.window.session.overview
    document, code = overview.documents[0].document.id, overview.codebook.codes[0].id
    coder = driver.window.session.coder.id

    def code_many(project: operations.Project) -> operations.Outcome[object]:
        for start in range(3 * PAGE + 7):
            done = operations.annotate(
                project, coder=coder, document=document, code=code, span=Span.of(start // 2, start + 5)
            )
        return operations.Outcome(done.value, done.touched, done.verb)

    driver.window.session.write(code_many)
    driver.saved()
    model = QuoteModel(driver.window)
    return Reading(driver.window.session, model, parent=driver.window)


def whole(driver: Driver, made: Reading) -> None:
    driver.bot.waitUntil(lambda: made.is_whole and driver.window.session.jobs.waiting == 0)


def test_every_turn_tells_and_the_number_is_whole_in_the_end(
    driver: Driver, made: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_TURN_SECONDS", 0.0)
    rows: list[int] = []
    made.counted.connect(lambda: rows.append(made._model.rowCount()))
    made.read(Wish(Selection()))
    whole(driver, made)
    assert rows[-1] == 3 * PAGE + 7
    assert rows == sorted(rows)
    assert made.survey is not None
    assert len(made.survey.starts) == 4
    assert made._model.passage(2 * PAGE + 3) is None
    driver.bot.waitUntil(lambda: made._model.peek(2 * PAGE + 3) is not None)


def test_a_later_wish_overtakes_and_what_is_called_off_stays_as_it_is(driver: Driver, made: Reading) -> None:
    made.read(Wish(Selection()))
    made.read(Wish(Selection(words="nowhere to be found"), QuoteOrder.CODE))
    whole(driver, made)
    assert made._model.rowCount() == 0
    made.read(Wish(Selection()))
    made.call_off()
    driver.bot.waitUntil(lambda: driver.window.session.jobs.waiting == 0)
    assert made._model.rowCount() == 0


def test_the_number_without_filters_is_of_the_same_layer_and_policy(driver: Driver, made: Reading) -> None:
    selection = Selection(words="council", duplicates=operations.Duplicates.DOCUMENT)
    assert without_filters(selection) == Selection(duplicates=operations.Duplicates.DOCUMENT)
    totals: list[int] = []
    made.count(Selection(), counted=totals.append)
    driver.bot.waitUntil(lambda: totals == [3 * PAGE + 7])
