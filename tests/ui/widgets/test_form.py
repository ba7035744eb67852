# SPDX-License-Identifier: MIT
"""Fields with hints and errors below them."""

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.form import FieldNote, Form


@pytest.fixture
def form(theme: Theme, qtbot: QtBot) -> Form:
    made = Form(theme)
    qtbot.addWidget(made)
    made.add_head("Names")
    made.add("name", "Name", QLineEdit(), hint="As people say it.")
    made.add("word", "Word", QLineEdit())
    made.show()
    return made


def test_an_error_takes_the_place_of_the_hint_and_gives_it_back(form: Form) -> None:
    note = form.note("name")
    assert (note.text, note.is_error) == ("As people say it.", False)
    form.tell("name", "A code needs a name.")
    assert (note.text, note.is_error) == ("A code needs a name.", True)
    control = form._controls["name"]
    assert control.property("state") == "invalid"
    assert control.accessibleDescription() == "A code needs a name."
    form.tell("name", "")
    assert (note.text, note.is_error) == ("As people say it.", False)
    assert control.property("state") == ""
    assert control.accessibleDescription() == ""


def test_a_line_without_a_hint_takes_no_room(form: Form) -> None:
    assert form.note("word").isHidden()
    assert form.note("word").text == ""
    assert form.has("word")
    assert not form.has("colour")


def test_a_new_hint_leaves_a_shown_error(theme: Theme, qtbot: QtBot) -> None:
    note = FieldNote(theme, hint="first")
    qtbot.addWidget(note)
    note.tell("wrong")
    note.show_hint("second")
    assert note.text == "wrong"
    note.tell("")
    assert note.text == "second"
    note.show_hint("")
    assert note.text == ""


def test_the_focus_goes_to_a_field(form: Form, qtbot: QtBot) -> None:
    form.activateWindow()
    form.focus("word")
    qtbot.waitUntil(form._controls["word"].hasFocus)


def test_a_hint_that_has_no_place_yet_is_no_window_of_its_own(theme: Theme, qtbot: QtBot) -> None:
    note = FieldNote(theme, hint="As people say it.")
    qtbot.addWidget(note)
    assert not note.isVisible()
