# SPDX-License-Identifier: MIT
"""Words stay words: nothing is taken for markup, a key or a sign of the toolkit."""

import html

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from annotator.domain import Refused
from annotator.ui import plain

POISON = '<img src="/etc/passwd"><b>bold</b> &amp; [*] & done'


def test_labels_never_guess(qtbot: QtBot) -> None:
    label = plain.label(POISON, wrap=True)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == POISON


def test_long_words_are_cut() -> None:
    assert plain.cut("x" * 1000) == "x" * 299 + "…"
    assert plain.cut("a\nb\u2029c") == "a b c"


@pytest.mark.parametrize("text", [POISON, "plain", "a < b", "&lt;b&gt;"])
def test_tooltips_show_every_sign(text: str) -> None:
    document = QTextDocument()
    document.setHtml(plain.tooltip(text))
    assert document.toPlainText() == text
    assert plain.tooltip(text).startswith("<p>"), "never left to a guess"


def test_no_tooltip_for_no_words() -> None:
    assert plain.tooltip("") == ""


def test_an_ampersand_marks_no_key(qtbot: QtBot) -> None:
    button = QPushButton(plain.caption("Bed & Breakfast"))
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()


def test_the_sign_for_changes_is_shown(qtbot: QtBot) -> None:
    assert plain.window_title("A [*] B") == "A [*][*] B"


def test_boxes_are_plain_and_have_verbs(qtbot: QtBot) -> None:
    box = plain.box(None, title="T", sentence=POISON, more=POISON, buttons=("Delete it", "Keep it"))
    qtbot.addWidget(box)
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert [button.text() for button in box.buttons()] == ["Delete it", "Keep it"]
    assert box.escapeButton().text() == "Keep it"
    assert box.defaultButton().text() == "Delete it"
    assert isinstance(box, QMessageBox)


def test_a_button_without_words_gets_a_tooltip(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    plain.name_for_screen_reader(button, "Menu", description="All commands")
    assert (button.accessibleName(), button.accessibleDescription()) == ("Menu", "All commands")
    assert "Menu" in button.toolTip()


def test_an_error_names_its_place() -> None:
    assert plain.sentence_of(Refused("It is empty.", where="a.txt")) == "a.txt: It is empty."


def test_a_wrapped_label_asks_for_the_height_of_its_width(qtbot: QtBot) -> None:
    label = plain.label("word " * 60, wrap=True)
    qtbot.addWidget(label)
    label.resize(200, 40)
    narrow = label.sizeHint().height()
    label.resize(800, 40)
    assert label.sizeHint().height() < narrow
    assert label.minimumSizeHint().height() < narrow


def test_tooltips_are_escaped_as_html_escapes() -> None:
    words = "<img src='x' onerror=\"y\"> & <b>bold</b> &amp;"
    assert plain.tooltip(words) == f"<p>{html.escape(words)}</p>"
