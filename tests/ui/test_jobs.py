# SPDX-License-Identifier: MIT
"""The store thread: order, answers, failures, the end."""

import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from annotator.domain import KnownError, Refused
from annotator.ui.jobs import BUG_SENTENCE, Jobs


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.stop()


def test_work_runs_elsewhere_and_answers_come_here_in_order(jobs: Jobs, qtbot: QtBot) -> None:
    here, seen = threading.get_ident(), []
    for number in range(5):
        jobs.submit(
            lambda number=number: (number, threading.get_ident()),
            done=lambda answer: seen.append((answer, threading.get_ident())),
        )
    qtbot.waitUntil(lambda: len(seen) == 5)
    assert [answer[0] for answer, _ in seen] == [0, 1, 2, 3, 4]
    assert {thread for _, thread in seen} == {here}
    assert {answer[1] for answer, _ in seen} != {here}
    assert len({answer[1] for answer, _ in seen}) == 1


def test_a_known_error_reaches_its_handler(jobs: Jobs, qtbot: QtBot) -> None:
    failed: list[KnownError] = []

    def refuse() -> None:
        raise Refused("No.")

    jobs.submit(refuse, failed=failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert failed[0].sentence == "No."


def test_a_bug_is_told_without_its_words_and_the_next_job_runs(jobs: Jobs, qtbot: QtBot) -> None:
    failed: list[KnownError] = []
    crashed: list[BaseException] = []
    done: list[int] = []
    jobs.crashed.connect(crashed.append)

    def break_down() -> None:
        raise ZeroDivisionError("inner secret")

    jobs.submit(break_down, failed=failed.append)
    jobs.submit(lambda: 1, done=done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert failed[0].sentence == BUG_SENTENCE
    assert isinstance(crashed[0], ZeroDivisionError)


def test_computations_run_beside_the_store(jobs: Jobs, qtbot: QtBot) -> None:
    gate, seen = threading.Event(), []
    jobs.submit(gate.wait, done=lambda _: seen.append("store"))
    jobs.compute(lambda: 1, done=lambda _: (seen.append("computed"), gate.set()))
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == ["computed", "store"]


def test_waiting_is_counted(jobs: Jobs, qtbot: QtBot) -> None:
    counts: list[int] = []
    jobs.waiting_changed.connect(counts.append)
    jobs.submit(lambda: None)
    qtbot.waitUntil(lambda: jobs.waiting == 0)
    assert counts == [1, 0]


def test_stopping_lets_the_queue_run_dry(qtbot: QtBot) -> None:
    jobs, ran = Jobs(), []
    for number in range(20):
        jobs.submit(lambda number=number: ran.append(number))
    jobs.stop()
    assert ran == list(range(20))


def test_a_long_computation_tells_how_far_it_is(jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.ui.jobs.TOLD_EVERY_SECONDS", 0)
    shares, done = [], []

    def work(report: Callable[[float], None]) -> str:
        report(0.25)
        report(0.75)
        return "through"

    jobs.compute_in_steps(work, done=done.append, progressed=shares.append)
    qtbot.waitUntil(lambda: done == ["through"])
    assert shares == [0.0, 0.25, 0.75]


def test_what_is_called_off_ends_and_is_never_answered(jobs: Jobs, qtbot: QtBot) -> None:
    begun, gate, ended, done, crashed = threading.Event(), threading.Event(), threading.Event(), [], []
    jobs.crashed.connect(crashed.append)

    def work(report: Callable[[float], None]) -> None:
        begun.set()
        assert gate.wait(30)
        try:
            report(0.5)
        finally:
            ended.set()

    job = jobs.compute_in_steps(work, done=lambda _: done.append("called off"))
    qtbot.waitUntil(begun.is_set)
    jobs.call_off(job)
    jobs.call_off(job)
    assert jobs.waiting == 0
    jobs.compute(lambda: "next", done=done.append)
    gate.set()
    qtbot.waitUntil(lambda: done == ["next"])
    assert ended.is_set()
    assert crashed == []


def test_long_work_on_the_store_thread_keeps_its_place_and_can_be_called_off(jobs: Jobs, qtbot: QtBot) -> None:
    gate, done, shares = threading.Event(), [], []

    def work(report: Callable[[float], None]) -> str:
        assert gate.wait(30)
        report(0.5)
        return "long"

    job = jobs.submit_in_steps(work, done=done.append, progressed=shares.append)
    jobs.submit(lambda: "after", done=done.append)
    gate.set()
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == ["long", "after"]
    gate.clear()
    job = jobs.submit_in_steps(work, done=done.append)
    jobs.call_off(job)
    jobs.submit(lambda: "last", done=done.append)
    gate.set()
    qtbot.waitUntil(lambda: done == ["long", "after", "last"])


def test_stopping_ends_a_long_computation(qtbot: QtBot) -> None:
    jobs, begun = Jobs(), threading.Event()

    def work(report: Callable[[float], None]) -> None:
        begun.set()
        while True:
            report(0.5)

    jobs.compute_in_steps(work, done=lambda _: None)
    qtbot.waitUntil(begun.is_set)
    jobs.stop()
