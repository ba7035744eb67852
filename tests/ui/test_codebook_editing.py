# SPDX-License-Identifier: MIT
"""The lead's codebook by keys and mouse on the real window; what was stored is read by another process."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from ui.conftest import Driver, read_elsewhere

from annotator import operations
from annotator.domain import Coder, NotSaved, Refused, new_uuid
from annotator.ui.codebook_editing import NO_CODE
from annotator.ui.dialogs.code_editor import CodeEditor
from annotator.ui.dialogs.keys import KeysDialog

WORDS = "Nobody has asked for a receipt in years"
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
READ_CODES = """
import json, sys
from pathlib import Path
from annotator import operations
from annotator.domain.codebook import code_as_json
project = operations.open_project(Path(sys.argv[1]))
print(json.dumps([code_as_json(code) for code in operations.overview(project).codebook.codes]))
operations.close_project(project)
"""


def codes_elsewhere(path: Path) -> dict[str, dict[str, object]]:
    """Give the codes that another process finds in a file, by short name."""
    answer = subprocess.run([sys.executable, "-c", READ_CODES, str(path)], capture_output=True, text=True, check=True)
    return {code["short_name"]: code for code in json.loads(answer.stdout)}


def editor_of(driver: Driver) -> CodeEditor:
    assert driver.window.pages is not None
    editor = driver.window.pages.codebook.editor
    assert editor is not None
    driver.bot.waitUntil(lambda: editor.isVisible() and editor.isActiveWindow())
    return editor


def new_code(driver: Driver) -> CodeEditor:
    QTest.keyClick(driver.view, Qt.Key.Key_N, CTRL_SHIFT)
    return editor_of(driver)


def write(field: QWidget, text: str) -> None:
    """Replace what a field holds, by keys."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)


def keyboard_menu(widget: QWidget) -> QContextMenuEvent:
    """Give what the menu key sends."""
    place = widget.rect().center()
    return QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, widget.mapToGlobal(place))


def stored(driver: Driver) -> None:
    """Wait until the editor is gone and the window knows the codebook as it is in the file."""
    assert driver.window.pages is not None
    pages = driver.window.pages
    driver.bot.waitUntil(lambda: pages.codebook.editor is None)
    driver.saved()
    driver.window.activateWindow()
    driver.bot.waitUntil(driver.window.isActiveWindow)


def test_a_code_is_written_by_keys_and_its_key_codes_at_once(driver: Driver) -> None:
    editor = new_code(driver)
    QTest.keyClicks(editor.fields.name, "Evidence of hope")
    assert editor.fields.short_name.text() == "evidence_of_hope"
    QTest.keyClick(editor.fields.name, Qt.Key.Key_Return)
    stored(driver)
    made = driver.window.session.overview.codebook.find("evidence_of_hope")
    assert made is not None
    row = driver.page.right.codebook.rows[made.id]
    driver.code(WORDS, "5")
    assert row.count == "1"
    session = driver.window.session
    driver.bot.waitUntil(lambda: session.overview.documents[0].counts == {made.id: 1})
    path = driver.close()
    (annotation,) = read_elsewhere(path)["annotations"]  # type: ignore[misc]
    assert (annotation["quote"], annotation["code"]) == (WORDS, "evidence_of_hope")  # type: ignore[index]
    code = codes_elsewhere(path)["evidence_of_hope"]
    assert (code["name"], code["shortcut"], code["pattern"]) == ("Evidence of hope", "5", "long_dash")
    assert (code["colour"], code["colour_dark"]) == ("#8A6A00", "#D3AE3C")


def test_every_field_is_written_with_the_keyboard_alone(driver: Driver) -> None:
    editor = new_code(driver)
    fields = editor.fields
    QTest.keyClicks(fields.name, "Hope")
    write(fields.short_name, "hoping")
    fields.key.setFocus()
    QTest.keyClicks(fields.key, "q")
    for area, text in (
        (fields.definition, "A better future."),
        (fields.counts, "Wishes"),
        (fields.does_not, "Plans"),
        (fields.examples, "We hope so."),
    ):
        write(area, text)
    QTest.keyClick(fields.examples, Qt.Key.Key_Return)
    QTest.keyClicks(fields.examples, "It may yet end well.")
    write(fields.colour.number, "#ffee00")
    tile = fields.pattern.tiles.tiles[4]
    tile.setFocus()
    QTest.keyClick(tile, Qt.Key.Key_Right)
    assert fields.pattern.pattern.value == "ladder"
    QTest.keyClick(fields.pattern.tiles.tiles[5], Qt.Key.Key_Up)
    assert fields.pattern.pattern.value == "solid"
    QTest.keyClick(fields.pattern.tiles.tiles[0], Qt.Key.Key_Left)
    assert fields.pattern.pattern.value == "solid", "the first one is the end"
    fields.attributes.add.setFocus()
    QTest.keyClick(fields.attributes.add, Qt.Key.Key_Space)
    (card,) = fields.attributes.cards
    QTest.keyClicks(card.label, "Tone: how it is said")
    write(card.choices, "warm")
    QTest.keyClick(card.choices, Qt.Key.Key_Return)
    QTest.keyClicks(card.choices, "cold")
    QTest.keyClick(card.choices, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stored(driver)
    driver.code(WORDS, "q")
    path = driver.close()
    code = codes_elsewhere(path)["hoping"]
    assert [code[name] for name in ("name", "shortcut", "definition", "counts", "does_not")] == [
        "Hope", "q", "A better future.", "Wishes", "Plans",
    ]  # fmt: skip
    assert code["examples"] == ["We hope so.", "It may yet end well."]
    assert (code["colour"], code["colour_dark"]) == ("#8F8500", "#FFEE00")
    assert code["attributes"] == [
        {"name": "tone", "label": "Tone: how it is said", "kind": "choice", "choices": ["warm", "cold"]}
    ]
    (annotation,) = read_elsewhere(path)["annotations"]  # type: ignore[misc]
    assert annotation["code"] == "hoping"  # type: ignore[index]


def test_an_edit_changes_what_is_on_screen_and_undo_takes_it_back(driver: Driver) -> None:
    driver.code(WORDS, "1")
    before = driver.window.session.overview.codebook.codes[0]
    driver.key("e", ctrl=True)
    editor = editor_of(driver)
    assert editor.fields.name.text() == before.name
    assert not editor.save.isEnabled()
    write(editor.fields.name, "Confidence")
    driver.click(editor.fields.colour.tiles.tiles[5])
    driver.click(editor.save)
    stored(driver)
    driver.bot.waitUntil(lambda: driver.window.session.overview.codebook.codes[0].name == "Confidence")
    form = driver.page.right.inspector.form
    assert form.code.currentText() == "Confidence"
    assert driver.view.scene.styles[before.id].colour == "#00808C"
    driver.key("z", ctrl=True)
    driver.bot.waitUntil(lambda: driver.window.session.overview.codebook.codes[0] == before)
    assert driver.view.scene.styles[before.id].colour == before.colour
    assert codes_elsewhere(driver.close())["trust"]["name"] == before.name


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)
def test_a_code_opens_from_its_row_its_menu_and_the_end_of_the_list(driver: Driver) -> None:
    panel = driver.page.right.codebook
    codes = driver.window.session.overview.codebook.codes
    row = panel.rows[codes[1].id]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Space)
    button = next(each for each in row.findChildren(QWidget) if each.accessibleName() == f"Edit {codes[1].name}")
    driver.bot.waitUntil(button.isVisible)
    QTest.keyClick(button, Qt.Key.Key_Space)
    editor = editor_of(driver)
    assert editor.fields.name.text() == codes[1].name
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    stored(driver)
    QApplication.sendEvent(panel.rows[codes[2].id], keyboard_menu(panel.rows[codes[2].id]))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert editor_of(driver).fields.name.text() == codes[2].name
    QTest.keyClick(editor_of(driver), Qt.Key.Key_Escape)
    stored(driver)
    assert panel.new_button is not None
    driver.click(panel.new_button)
    assert editor_of(driver).save.text() == "Add code"
    QTest.keyClick(editor_of(driver), Qt.Key.Key_Escape)
    stored(driver)
    assert len(codes_elsewhere(driver.close())) == 4


def test_the_key_edits_the_code_that_has_the_focus_or_says_what_to_do(driver: Driver) -> None:
    driver.key("e", ctrl=True)
    assert driver.window.banner.sentence == NO_CODE
    code = driver.window.session.overview.codebook.codes[3]
    row = driver.page.right.codebook.rows[code.id]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert editor_of(driver).fields.name.text() == code.name


def test_a_retired_code_keeps_its_passages_and_loses_its_key(driver: Driver) -> None:
    driver.code(WORDS, "1")
    driver.key("e", ctrl=True)
    editor = editor_of(driver)
    editor.fields.retired.setFocus()
    QTest.keyClick(editor.fields.retired, Qt.Key.Key_Space)
    driver.click(editor.save)
    stored(driver)
    driver.bot.waitUntil(lambda: driver.window.session.overview.codebook.codes[0].retired)
    assert driver.page.reading.code_for("1") is None
    path = driver.close()
    assert codes_elsewhere(path)["trust"]["retired"] is True
    assert len(read_elsewhere(path)["annotations"]) == 1  # type: ignore[arg-type]


def test_only_the_lead_sees_the_way_to_the_codebook(
    make_project: Callable[..., Path], me: Coder, open_window: Callable[[Path], Driver]
) -> None:
    path = make_project(lead=Coder(new_uuid(), "Lena"))
    project = operations.open_project(path)
    operations.set_active_coder(project, coder=me)
    operations.close_project(project)
    driver = open_window(path)
    window, panel = driver.window, driver.page.right.codebook
    assert panel.new_button is None
    assert not any("Edit" in each.accessibleName() for each in panel.findChildren(QWidget))
    for name in ("new_code", "edit_code"):
        assert not window.menus.actions[name].isVisible()
        assert not window.menus.actions[name].isEnabled()
    QTest.keyClick(driver.view, Qt.Key.Key_N, CTRL_SHIFT)
    row = next(iter(panel.rows.values()))
    QApplication.sendEvent(row, keyboard_menu(row))
    assert window.pages is not None
    assert window.pages.codebook.editor is None
    assert QApplication.activePopupWidget() is None
    window.act("keys")
    dialog = next(each for each in window.findChildren(KeysDialog))
    shown = [each.text() for each in dialog.findChildren(QWidget) if hasattr(each, "text")]
    assert "New code" not in shown
    dialog.close()


def test_a_refusal_of_the_verb_is_said_in_the_editor_and_nothing_is_lost(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [Refused("Somebody else took that name."), NotSaved("Not saved. The disk is full; make room.")]
    real = operations.add_code

    def add(*arguments: object, **named: object) -> object:
        if answers:
            raise answers.pop(0)
        return real(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(operations, "add_code", add)
    editor = new_code(driver)
    QTest.keyClicks(editor.fields.name, "Hope")
    for words in ("Somebody else took that name.", "The disk is full"):
        QTest.keyClick(editor.fields.name, Qt.Key.Key_Return)
        driver.bot.waitUntil(lambda words=words: words in editor.note.text)
        assert editor.note.is_error
        assert editor.save.isEnabled()
    assert driver.window.banner.sentence == ""
    QTest.keyClick(editor.fields.name, Qt.Key.Key_Return)
    stored(driver)
    assert "hope" in codes_elsewhere(driver.close())
