# SPDX-License-Identifier: MIT
"""The dialog of one code: what it proposes, when it lets store, what it says beside the button."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.domain import Code, Codebook, Pattern, Refused
from annotator.operations import default_codebook
from annotator.ui.dialogs.code_editor import UNCHANGED, CodeEditor, proposal
from annotator.ui.theme.current import Theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def new(theme: Theme, window: QWidget) -> Iterator[CodeEditor]:
    yield from opened(theme, window, None)


@pytest.fixture
def edit(theme: Theme, window: QWidget) -> Iterator[CodeEditor]:
    yield from opened(theme, window, default_codebook().codes[0])


def opened(theme: Theme, window: QWidget, code: Code | None) -> Iterator[CodeEditor]:
    made = CodeEditor(theme, default_codebook(), code, window)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.open()
    yield made
    made.close()


def test_a_new_code_begins_with_what_is_free() -> None:
    made = proposal(default_codebook())
    assert (made.shortcut, made.colour, made.pattern) == ("5", "#8A6A00", Pattern.LONG_DASH)
    full = Codebook(tuple(Code(id=key, name=key, short_name=f"c{key}", shortcut=key) for key in "123456789"))
    assert proposal(full).shortcut == ""


def test_the_button_is_a_verb_and_waits_with_the_reason_beside_it(new: CodeEditor) -> None:
    assert new.save.text() == "Add code"
    assert not new.save.isEnabled()
    assert new.note.text == "A code needs a name."
    QTest.keyClicks(new.fields.name, "Hope")
    assert new.save.isEnabled()
    assert new.note.text == ""


def test_enter_in_a_line_stores_once(new: CodeEditor) -> None:
    stored: list[Code] = []
    new.submitted.connect(stored.append)
    QTest.keyClicks(new.fields.name, "Hope")
    QTest.keyClick(new.fields.name, Qt.Key.Key_Return)
    QTest.keyClick(new.fields.name, Qt.Key.Key_Return)
    assert [code.name for code in stored] == ["Hope"]
    new.show_refusal(Refused("The name is taken."))
    assert (new.note.text, new.note.is_error) == ("The name is taken.", True)
    QTest.keyClick(new.fields.name, Qt.Key.Key_Return)
    assert len(stored) == 2


def test_enter_in_several_lines_begins_a_line_and_with_control_stores(new: CodeEditor) -> None:
    stored: list[Code] = []
    new.submitted.connect(stored.append)
    QTest.keyClicks(new.fields.name, "Hope")
    QTest.keyClicks(new.fields.definition, "one")
    QTest.keyClick(new.fields.definition, Qt.Key.Key_Return)
    QTest.keyClicks(new.fields.definition, "two")
    assert stored == []
    QTest.keyClick(new.fields.definition, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [code.definition for code in stored] == ["one\ntwo"]


def test_control_enter_on_faults_shows_them_all(new: CodeEditor, qtbot: QtBot) -> None:
    qtbot.waitUntil(new.isActiveWindow)
    new.fields.definition.setFocus()
    QTest.keyClick(new.fields.definition, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert new.fields.form.note("name").is_error
    qtbot.waitUntil(new.fields.name.hasFocus)


def test_nothing_changed_is_nothing_to_store(edit: CodeEditor) -> None:
    assert edit.save.text() == "Save changes"
    assert (edit.save.isEnabled(), edit.note.text) == (False, UNCHANGED)
    edit.fields.retired.click()
    assert edit.save.isEnabled()
    edit.fields.retired.click()
    assert (edit.save.isEnabled(), edit.note.text) == (False, UNCHANGED)


def test_the_name_is_not_lost_by_one_letter(edit: CodeEditor, qtbot: QtBot) -> None:
    qtbot.waitUntil(edit.fields.name.hasFocus)
    qtbot.waitUntil(lambda: not edit.fields.name.hasSelectedText())
    QTest.keyClicks(edit.fields.name, "s")
    assert edit.fields.value.name == "Evidence of trusts"


def test_escape_and_cancel_store_nothing(new: CodeEditor, qtbot: QtBot) -> None:
    stored: list[Code] = []
    new.submitted.connect(stored.append)
    QTest.keyClicks(new.fields.name, "Hope")
    with qtbot.waitSignal(new.rejected):
        QTest.keyClick(new.fields.definition, Qt.Key.Key_Escape)
    new.open()
    with qtbot.waitSignal(new.rejected):
        QTest.mouseClick(new.cancel, Qt.MouseButton.LeftButton)
    assert stored == []


def test_tab_reaches_every_field_and_what_has_the_focus_is_in_sight(edit: CodeEditor, qtbot: QtBot) -> None:
    qtbot.waitUntil(edit.fields.name.hasFocus)
    fields, reached = edit.fields, []
    for _ in range(60):
        focused = edit.focusWidget()
        reached.append(focused)
        if focused is edit.save or (focused is edit.cancel and not edit.save.isEnabled()):
            break
        if edit._content.isAncestorOf(focused):
            qtbot.waitUntil(lambda focused=focused: not focused.visibleRegion().isEmpty())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    for wanted in (
        fields.short_name, fields.key, fields.definition, fields.counts, fields.does_not, fields.examples,
        fields.colour.tiles.tiles[0], fields.colour.strip, fields.colour.number, fields.pattern.tiles.tiles[0],
        fields.attributes.cards[0].label, fields.attributes.cards[1].remove, fields.attributes.add, fields.retired,
    ):  # fmt: skip
        assert wanted in reached, wanted.accessibleName()
    assert fields.colour.tiles.tiles[1] not in reached, "Tab enters the tiles once"


def test_it_never_is_larger_than_the_screen(new: CodeEditor) -> None:
    room = new.screen().availableGeometry()
    assert new.width() <= room.width()
    assert new.height() <= room.height()
