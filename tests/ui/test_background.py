# SPDX-License-Identifier: MIT
"""Work that takes a while is told, answered, and called off."""

from PySide6.QtTest import QSignalSpy
from ui.conftest import Driver

from annotator.domain import KnownError, UsageError
from annotator.ui.background import Background


def test_it_tells_when_it_begins_and_ends_and_hands_the_answer_on(driver: Driver) -> None:
    work = Background(driver.window.session, parent=driver.window)
    began, ended = QSignalSpy(work.began), QSignalSpy(work.ended)
    answers: list[object] = []
    work.compute(lambda _: 7, words="Counting", done=answers.append, failed=answers.append)
    assert work.is_busy
    driver.bot.waitUntil(lambda: answers == [7])
    work.read(lambda project, _: project.path.name, words="Reading", done=answers.append, failed=answers.append)
    driver.bot.waitUntil(lambda: len(answers) == 2)
    assert not work.is_busy
    assert (began.count(), ended.count()) == (2, 2)


def test_a_failure_is_handed_on_and_what_is_called_off_answers_nothing(driver: Driver) -> None:
    work = Background(driver.window.session, parent=driver.window)
    answers: list[object] = []

    def fail(_: object) -> None:
        raise UsageError("That is not known.")

    work.compute(fail, words="Failing", done=answers.append, failed=answers.append)
    driver.bot.waitUntil(lambda: len(answers) == 1)
    assert isinstance(answers[0], KnownError)
    called_off = QSignalSpy(work.called_off)
    work.compute(lambda _: 7, words="Counting", done=answers.append, failed=answers.append)
    work.cancel()
    work.cancel()
    driver.bot.waitUntil(lambda: driver.window.session.jobs.waiting == 0)
    assert called_off.count() == 1
    assert len(answers) == 1
