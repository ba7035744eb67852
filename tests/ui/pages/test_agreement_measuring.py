# SPDX-License-Identifier: MIT
"""Measuring beside the window: the later question wins, cancelling is final, changes are waited for."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from ui.conftest import Driver

from annotator.domain import Refused
from annotator.operations import AgreementChoice
from annotator.ui.pages import agreement_measuring
from annotator.ui.pages.agreement_measuring import Measuring


@pytest.fixture
def measuring(driver: Driver, keep: Callable[[QObject], None]) -> Measuring:
    return Measuring(driver.window.session, parent=driver.window)


def test_a_later_question_overtakes(driver: Driver, measuring: Measuring, monkeypatch: pytest.MonkeyPatch) -> None:
    gate, answers = threading.Event(), []
    measuring.measured.connect(answers.append)

    def slowly(asked: object, report: Callable[[float], None]) -> str:
        gate.wait(30)
        report(0.5)
        return asked.choice.unit

    monkeypatch.setattr(agreement_measuring, "measure", slowly)
    measuring.measure(lambda: AgreementChoice(unit="sentence"))
    measuring.measure(lambda: AgreementChoice(unit="document"))
    gate.set()
    driver.bot.waitUntil(lambda: bool(answers) and driver.window.session.jobs.waiting == 0)
    assert answers == ["document"]


def test_changes_are_measured_once_they_pause(
    driver: Driver, measuring: Measuring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agreement_measuring, "measure", lambda asked, _report: asked.choice.unit)
    answers: list[object] = []
    measuring.measured.connect(answers.append)
    for _ in range(5):
        measuring.measure(lambda: AgreementChoice(unit="paragraph"), later=True)
    driver.bot.waitUntil(lambda: bool(answers))
    assert answers == ["paragraph"]
    measuring.measure(lambda: None)
    assert not measuring.call_off()


def test_what_cannot_be_computed_is_said(driver: Driver, measuring: Measuring) -> None:
    failed, ended = [], []
    measuring.ended.connect(lambda: ended.append(True))

    def refuse(_report: object) -> None:
        raise Refused("No.")

    measuring.compute(refuse, words="Trying", done=lambda _: None, failed=failed.append)
    driver.bot.waitUntil(lambda: bool(failed))
    assert failed[0].sentence == "No."
    assert ended == [True]


def test_a_choice_that_does_not_exist_is_refused(driver: Driver, measuring: Measuring) -> None:
    failed: list[object] = []
    measuring.failed.connect(failed.append)
    measuring.measure(lambda: AgreementChoice(coders=("nobody", "no one")))
    driver.bot.waitUntil(lambda: bool(failed))


def test_cancelling_is_told_once(driver: Driver, measuring: Measuring) -> None:
    gate, told = threading.Event(), []
    measuring.called_off.connect(lambda: told.append(True))
    measuring.compute(
        lambda _report: gate.wait(30), words="Waiting", done=lambda _: told.append(False), failed=told.append
    )
    measuring.cancel()
    measuring.cancel()
    gate.set()
    driver.bot.waitUntil(lambda: driver.window.session.jobs.waiting == 0)
    assert told == [True]
