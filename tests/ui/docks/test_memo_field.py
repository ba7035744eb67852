# SPDX-License-Identifier: MIT
"""A memo is handed over letter for letter when the field is left or typing pauses."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.docks.memo_field import MemoField
from annotator.ui.theme.current import Theme


@pytest.fixture
def field(theme: Theme, qtbot: QtBot) -> MemoField:
    made = MemoField(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_sign_comes_back(field: MemoField) -> None:
    text = "no\u00a0break 🙂 שלום\nsecond <b>line</b>\tտ"
    field.show_text(text)
    assert field.text == text


def test_leaving_hands_over(field: MemoField) -> None:
    told: list[str] = []
    typing: list[bool] = []
    field.committed.connect(told.append)
    field.typing.connect(typing.append)
    QTest.keyClicks(field, "why")
    assert (told, typing) == ([], [True])
    field.commit()
    assert (told, typing) == (["why"], [True, False])
    field.commit()
    assert told == ["why"]


def test_a_pause_hands_over(field: MemoField, qtbot: QtBot) -> None:
    field._pause.setInterval(5)
    with qtbot.waitSignal(field.committed) as told:
        QTest.keyClicks(field, "x")
    assert told.args == ["x"]


def test_showing_tells_nobody(field: MemoField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.committed), qtbot.assertNotEmitted(field.typing):
        field.show_text("stored")


def test_it_grows_with_its_lines(field: MemoField) -> None:
    low = field.height()
    field.show_text("a\nb\nc\nd")
    assert field.height() > low


def test_tab_leaves_it(field: MemoField) -> None:
    assert field.tabChangesFocus()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text == ""


def test_it_grows_with_wrapped_lines_at_once_and_as_one_types(field: MemoField) -> None:
    field.resize(180, field.height())
    low = field.height()
    field.show_text("one long memo without any break " * 3)
    high = field.height()
    assert high > low
    field.show_text("")
    assert field.height() == low
    QTest.keyClicks(field, "one long memo without any break " * 3)
    assert field.height() == high
