# SPDX-License-Identifier: MIT
"""What else is asked about a passage: cards that come, change and go."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.domain import AttributeDefinition, AttributeKind
from annotator.ui.dialogs.attribute_editor import AttributeEditor
from annotator.ui.theme.current import Theme

HOLDER = AttributeDefinition("holder", "Holder: who\ttrusts ", AttributeKind.CHOICE, ("china ", "both\nsides"))
SPEAKER = AttributeDefinition("speaker", "Speaker", AttributeKind.TEXT)


@pytest.fixture
def editor(theme: Theme, qtbot: QtBot) -> AttributeEditor:
    made = AttributeEditor(theme, (HOLDER, SPEAKER))
    qtbot.addWidget(made)
    made.resize(420, 700)
    made.show()
    return made


def press(widget: object) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def choose(editor: AttributeEditor, place: int, kind: AttributeKind) -> None:
    choice = editor.cards[place].kind
    choice.setCurrentIndex(choice.findData(kind.value))
    choice.activated.emit(choice.currentIndex())


def test_what_is_not_touched_stays_exactly_as_it_was(editor: AttributeEditor) -> None:
    assert editor.value == (HOLDER, SPEAKER)


def test_an_attribute_is_added_with_a_word_for_files_made_of_its_label(editor: AttributeEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.changed):
        press(editor.add)
    card = editor.cards[-1]
    QTest.keyClicks(card.label, "Tone of voice: how it is said")
    assert card.name.text() == "tone_of_voice"
    QTest.keyClicks(card.choices, "warm")
    assert editor.value[-1] == AttributeDefinition(
        "tone_of_voice", "Tone of voice: how it is said", AttributeKind.CHOICE, ("warm",)
    )


def test_a_word_written_by_hand_is_left_alone(editor: AttributeEditor) -> None:
    press(editor.add)
    card = editor.cards[-1]
    QTest.keyClicks(card.name, "tone")
    QTest.keyClicks(card.label, "Voice")
    assert card.name.text() == "tone"
    card.name.clear()
    card.name.textEdited.emit("")
    QTest.keyClicks(card.label, "s")
    assert card.name.text() == "voices"
    QTest.keyClicks(editor.cards[0].label, "x")
    assert editor.cards[0].name.text() == "holder", "one that is in files already does not follow its label"


def test_only_lists_and_free_words_have_choices(editor: AttributeEditor) -> None:
    card = editor.cards[0]
    assert card.choices.isVisible()
    choose(editor, 0, AttributeKind.NUMBER)
    assert not card.choices.isVisible()
    assert editor.value[0].choices == ()
    choose(editor, 0, AttributeKind.TEXT)
    assert editor.value[0].choices == HOLDER.choices


def test_an_attribute_is_removed_by_its_button(editor: AttributeEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.changed):
        press(editor.cards[0].remove)
    assert editor.value == (SPEAKER,)
    press(editor.cards[0].remove)
    assert editor.value == ()
