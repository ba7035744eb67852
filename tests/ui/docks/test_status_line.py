# SPDX-License-Identifier: MIT
"""The saved state: said by the store's answers, and by nothing earlier."""

import threading
from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot
from ui.conftest import Driver

from annotator import operations
from annotator.ui.docks.status_line import StatusLine
from annotator.ui.theme.current import Theme


@pytest.fixture
def line(theme: Theme, qtbot: QtBot) -> StatusLine:
    made = StatusLine(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_states_in_words(line: StatusLine) -> None:
    line.show_saved(datetime(2026, 3, 14, 14, 32, 7))
    assert (line.state, line.time) == ("All changes saved", "14:32:07")
    line.show_saving()
    assert line.state == "Saving"
    line.show_typing()
    assert line.state == "Memo not saved yet"
    line.show_not_saved()
    assert line.state == "Not saved"
    line.show_saved(None)
    assert line.time == "14:32:07"


def test_parts_without_words_take_no_room(line: StatusLine) -> None:
    line.tell(line.coder, "<b>Mara</b>")
    assert line.coder.isVisible()
    assert line.coder.text == "<b>Mara</b>"
    line.tell(line.coder, "")
    assert line.coder.isHidden()


def test_a_narrow_window_keeps_the_state_and_the_way_to_details(line: StatusLine) -> None:
    line.show_saved(datetime(2026, 3, 14, 14, 32, 7))
    line.tell(line.coder, "Mara")
    line.fold(narrow=True)
    line.tell(line.message, "Evidence of trust")
    assert line._state.text() == "Saved"
    assert line.state == "All changes saved"
    assert (line.coder.isVisible(), line.message.isVisible(), line.details.isVisible()) == (False, True, True)
    line.fold(narrow=False)
    assert (line.coder.isVisible(), line.message.isVisible(), line.details.isVisible()) == (True, False, False)


def test_saved_is_said_only_after_the_answer(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    gate, works = threading.Event(), operations.annotate

    def slowly(*given: object, **named: object) -> object:
        assert gate.wait(30)
        return works(*given, **named)

    monkeypatch.setattr(operations, "annotate", slowly)
    status = driver.window.status
    before = status.time
    driver.select("The council")
    driver.key("1")
    assert driver.window.pages.desk.article.entries, "painted at once"
    driver.bot.waitUntil(lambda: status.state == "Saving")
    assert status.time == before
    gate.set()
    driver.saved()
    assert status.state == "All changes saved"
    assert status.time != before or before == ""
    assert status.time


def test_a_memo_being_typed_is_not_called_saved(driver: Driver) -> None:
    driver.code("The council", "1")
    driver.key("m")
    memo = driver.page.right.inspector.form.memo
    driver.bot.waitUntil(memo.hasFocus)
    driver.bot.keyClicks(memo, "because")
    assert driver.window.status.state == "Memo not saved yet"
    driver.saved()
    assert driver.window.status.state == "All changes saved"
