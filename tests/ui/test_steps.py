# SPDX-License-Identifier: MIT
"""One long question at a time; the next calls the former off, and the reader may too."""

from threading import Event

import pytest
from ui.conftest import Driver

from annotator.domain import KnownError, Refused
from annotator.operations import Project
from annotator.ui.jobs import Report
from annotator.ui.steps import Steps


@pytest.fixture
def steps(driver: Driver) -> Steps:
    return Steps(driver.window.session, parent=driver.window)


def test_an_answer_comes_with_what_was_told(driver: Driver, steps: Steps) -> None:
    said: list[object] = []
    steps.began.connect(said.append)
    steps.ended.connect(lambda: said.append("ended"))
    steps.run(lambda _project, _report: 7, words="Counting", done=said.append, failed=said.append)
    assert steps.is_running
    driver.bot.waitUntil(lambda: not steps.is_running)
    assert said == ["Counting", "ended", 7]


def test_a_refusal_comes_to_the_one_who_asked(driver: Driver, steps: Steps) -> None:
    failed: list[KnownError] = []

    def refuse(_project: Project, _report: Report) -> int:
        raise Refused("No.")

    steps.run(refuse, words="x", done=lambda _: None, failed=failed.append)
    driver.bot.waitUntil(lambda: bool(failed))
    assert failed[0].sentence == "No."


def test_what_is_called_off_is_never_heard_of_again(driver: Driver, steps: Steps) -> None:
    going = Event()
    answers: list[object] = []
    told: list[str] = []

    def long(_project: Project, report: Report) -> int:
        going.wait(10)
        report(0.5)
        return 1

    steps.called_off.connect(lambda: told.append("off"))
    steps.run(long, words="x", done=answers.append, failed=answers.append)
    steps.cancel()
    assert not steps.is_running
    steps.run(lambda _project, _report: 2, words="y", done=answers.append, failed=answers.append)
    going.set()
    driver.bot.waitUntil(lambda: bool(answers))
    assert answers == [2]
    assert told == ["off"]
    steps.cancel()
    assert told == ["off"], "nothing ran any more"
