# SPDX-License-Identifier: MIT
"""What the disk did not take is tried again by itself; meanwhile nothing is called saved and nothing moves."""

import pytest
from ui.conftest import Driver, read_elsewhere

from annotator import operations
from annotator.domain import NotSaved
from annotator.ui.retrying import EVERY_MILLISECONDS

WORDS = "The council trusts"


def test_it_is_tried_every_five_seconds() -> None:
    assert EVERY_MILLISECONDS == 5000


def test_it_is_tried_again_until_it_is_saved(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    works, tries = operations.annotate, []
    window, states, sentences = driver.window, [], []

    def fail_three_times(*given: object, **named: object) -> object:
        tries.append(1)
        if len(tries) <= 3:
            raise NotSaved("The disk is full.")
        return works(*given, **named)

    monkeypatch.setattr(operations, "annotate", fail_three_times)
    retrying = window.pages._retrying
    retrying._timer.setInterval(1)
    driver.select(WORDS)
    window.activateWindow()
    driver.view.setFocus()
    driver.key("1")
    driver.bot.waitUntil(lambda: window.status.state == "Not saved")
    window.status.said.connect(states.append)
    retrying.settled.connect(lambda: sentences.append(window.banner.sentence[:9]))
    driver.bot.waitUntil(driver.view.hasFocus)
    driver.bot.waitUntil(lambda: window.session.is_saved)
    assert len(tries) == 4
    assert driver.view.hasFocus(), "nobody took the keys away"
    assert states == ["All changes saved"], "said once, when it was true"
    assert set(sentences[:-1]) <= {"Not saved"}
    assert window.banner.isHidden()
    driver.bot.waitUntil(lambda: not retrying._timer.isActive())
    (row,) = read_elsewhere(driver.close())["annotations"]
    assert row["quote"] == WORDS


def test_given_up_it_is_not_tried_any_more(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise NotSaved("The disk is full.")

    monkeypatch.setattr(operations, "annotate", fail)
    driver.select(WORDS)
    driver.key("1")
    retrying = driver.window.pages._retrying
    driver.bot.waitUntil(retrying._timer.isActive)
    driver.click(driver.window.banner.other)
    assert not retrying._timer.isActive()
    retrying.try_now()
    assert driver.window.banner.isHidden()
    assert driver.window.status.state == "All changes saved"
