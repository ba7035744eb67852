# SPDX-License-Identifier: MIT
"""The encoding of one file: the likeliest with samples, a short list, or a name that is typed."""

import codecs

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from ui.intake.incoming import row

from annotator.text import How
from annotator.ui.intake.encoding_panel import AUTOMATIC, BY_NAME, OFFERED, EncodingPanel
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import RadioDot


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> EncodingPanel:
    made = EncodingPanel(theme)
    qtbot.addWidget(made)
    made.resize(340, 400)
    made.show()
    made.activateWindow()
    return made


def test_every_encoding_that_is_offered_exists() -> None:
    for value, _ in OFFERED:
        if value not in (AUTOMATIC, BY_NAME):
            codecs.lookup(value)


def test_a_guess_is_called_one_and_is_chosen_already(panel: EncodingPanel, qtbot: QtBot) -> None:
    panel.show_row(row(0, how=How.GUESSED), chosen="")
    first, second = panel.findChildren(RadioDot)
    assert (first.text(), first.isChecked()) == ("Windows-1252, a guess", True)
    assert first.accessibleDescription() == "für"
    assert any(label.text() == "für" for label in panel.findChildren(QLabel))
    with qtbot.waitSignal(panel.chosen) as told:
        second.click()
    assert told.args == ["cp850"]
    assert panel.title.text() == "Encoding: Windows-1252, a guess"


def test_valid_utf8_has_no_samples_but_can_be_read_otherwise(panel: EncodingPanel, qtbot: QtBot) -> None:
    panel.show_row(row(0), chosen="")
    assert panel.findChildren(RadioDot) == []
    with qtbot.waitSignal(panel.chosen) as told:
        QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert told.args == ["utf-8"]


def test_another_by_its_name(panel: EncodingPanel, qtbot: QtBot) -> None:
    panel.show_row(row(0), chosen="")
    QTest.keyClick(panel.list, Qt.Key.Key_End)
    qtbot.waitUntil(panel.name.hasFocus)
    with qtbot.assertNotEmitted(panel.chosen):
        QTest.keyClick(panel.name, Qt.Key.Key_Return)
    QTest.keyClicks(panel.name, "iso8859-15")
    with qtbot.waitSignal(panel.chosen) as told:
        QTest.keyClick(panel.name, Qt.Key.Key_Return)
    assert told.args == ["iso8859-15"]
