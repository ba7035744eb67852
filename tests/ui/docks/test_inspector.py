# SPDX-License-Identifier: MIT
"""The inspector follows the selection."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.docks.panels import Desk, Verbs
from ui.models.values import MISTRUST, OTHER, annotation, region

from annotator.ui.docks.inspector import Inspector
from annotator.ui.theme.current import Theme

INNER, OUTER, REGION = annotation(4, 9), annotation(0, 24, code=MISTRUST), region(30, 40)


@pytest.fixture
def desk() -> Desk:
    return Desk([INNER, OUTER, REGION])


@pytest.fixture
def inspector(theme: Theme, qtbot: QtBot, desk: Desk) -> Inspector:
    made = Inspector(theme, desk, Verbs())
    qtbot.addWidget(made)
    made.show()
    return made


def test_empty_says_what_to_do(inspector: Inspector) -> None:
    assert inspector._empty.isVisible()
    assert not inspector.take_focus()
    assert inspector.form.isHidden()


def test_quote_place_and_what_is_around(inspector: Inspector, desk: Desk) -> None:
    desk.choose(INNER.id)
    assert inspector.quote == "first"
    assert inspector.place == "Paragraph 1, characters 5 to 9. Inside: Evidence of mistrust"
    assert inspector._here.text() == "1 of 2 here"
    assert inspector._empty.isHidden()


def test_whose_it_is_is_said_once_others_are_shown(inspector: Inspector, desk: Desk) -> None:
    desk.choose(INNER.id)
    assert inspector.title == "Annotation"
    theirs = annotation(2, 5, coder=OTHER)
    desk.put(theirs)
    desk.choose(INNER.id)
    assert inspector.title == "Your annotation"
    desk.choose(theirs.id)
    assert inspector.title == "Another coder's annotation"
    desk.choose(REGION.id)
    assert inspector.title == "Excluded region"
    desk.choose("")
    assert inspector.title == "Annotation"


def test_a_change_of_the_selected_is_shown(inspector: Inspector, desk: Desk) -> None:
    desk.choose(INNER.id)
    desk.put(replace(INNER, memo="new words"))
    assert inspector.form.memo.text == "new words"


def test_a_region_has_its_own_form(inspector: Inspector, desk: Desk) -> None:
    desk.choose(REGION.id)
    assert inspector.region_form.isVisible()
    assert inspector.form.isHidden()
    assert inspector.take_focus()


def test_steps_are_passed_on(inspector: Inspector, desk: Desk, qtbot: QtBot) -> None:
    desk.choose(INNER.id)
    with qtbot.waitSignal(inspector.stepped) as step:
        inspector._next.click()
    assert step.args == [1]


def test_the_memo_is_one_key_away_and_handed_over(inspector: Inspector, desk: Desk, qtbot: QtBot) -> None:
    desk.choose(INNER.id)
    inspector.window().activateWindow()
    qtbot.waitUntil(inspector.form.memo.isVisible)
    inspector.write_memo()
    qtbot.waitUntil(inspector.form.memo.hasFocus)
    with qtbot.waitSignal(inspector.typing):
        QTest.keyClicks(inspector.form.memo, "x")
    with qtbot.waitSignal(inspector.form.memo.committed):
        inspector.commit()
