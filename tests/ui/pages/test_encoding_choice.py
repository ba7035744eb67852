# SPDX-License-Identifier: MIT
"""The choice of an encoding: a short list, or a name that is typed."""

import codecs

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.pages.encoding_choice import AUTOMATIC, BY_NAME, OFFERED, EncodingChoice, words_for
from annotator.ui.theme.current import Theme


@pytest.fixture
def choice(theme: Theme, qtbot: QtBot) -> EncodingChoice:
    made = EncodingChoice(theme)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def test_every_encoding_that_is_offered_exists() -> None:
    for value, _ in OFFERED:
        if value not in (AUTOMATIC, BY_NAME):
            codecs.lookup(value)


def test_one_of_the_list_by_keys(choice: EncodingChoice, qtbot: QtBot) -> None:
    with qtbot.waitSignal(choice.chosen) as told:
        QTest.keyClick(choice.list, Qt.Key.Key_Down)
    assert told.args == ["cp1252"]
    assert (choice.value, words_for(choice.value)) == ("cp1252", "Windows-1252")
    assert choice.name.isHidden()


def test_another_by_its_name(choice: EncodingChoice, qtbot: QtBot) -> None:
    QTest.keyClick(choice.list, Qt.Key.Key_End)
    qtbot.waitUntil(choice.name.hasFocus)
    with qtbot.assertNotEmitted(choice.chosen):
        QTest.keyClick(choice.name, Qt.Key.Key_Return)
    QTest.keyClicks(choice.name, "iso8859-15")
    with qtbot.waitSignal(choice.chosen) as told:
        QTest.keyClick(choice.name, Qt.Key.Key_Return)
    assert told.args == ["iso8859-15"]
    assert words_for("iso8859-15") == "iso8859-15"
    assert choice.name.x() > choice.list.geometry().right(), "side by side"
    choice.tell("No such encoding.")
    assert choice.note.is_error


def test_back_to_automatic(choice: EncodingChoice, qtbot: QtBot) -> None:
    QTest.keyClick(choice.list, Qt.Key.Key_End)
    with qtbot.assertNotEmitted(choice.chosen):
        choice.start_afresh()
    assert (choice.value, choice.list.value, choice.name.isHidden(), choice.note.is_error) == ("", "", True, False)
