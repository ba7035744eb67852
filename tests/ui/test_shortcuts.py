# SPDX-License-Identifier: MIT
"""One table of keys without a clash; the keys of the text are the text's own."""

from collections import Counter

from PySide6.QtGui import QKeySequence

from annotator.ui.shortcuts import BY_NAME, JUDGING, SHORTCUTS, TEXT, key_words
from annotator.ui.text_view import COMBINATIONS


def test_no_key_does_two_things() -> None:
    for is_judging in (True, False):
        some = [shortcut for shortcut in SHORTCUTS if (shortcut.group == JUDGING) is is_judging]
        keys = Counter(QKeySequence(key).toString() for shortcut in some for key in shortcut.keys)
        assert [key for key, number in keys.items() if number > 1] == []


def test_every_key_is_one_that_the_toolkit_knows() -> None:
    for shortcut in SHORTCUTS:
        for key in shortcut.keys:
            assert not QKeySequence(key).isEmpty(), key


def test_digits_are_left_to_the_codes() -> None:
    assert not {key for shortcut in SHORTCUTS for key in shortcut.keys} & set("0123456789")


def test_the_keys_of_the_text_are_answered_by_the_text() -> None:
    answered = {QKeySequence(key).toString() for key in COMBINATIONS}
    for shortcut in SHORTCUTS:
        if shortcut.group == TEXT and not shortcut.name.startswith("word_"):
            assert {QKeySequence(key).toString() for key in shortcut.keys} <= answered, shortcut.name


def test_names_are_unique_and_words_are_verbs_of_one_line() -> None:
    assert len(BY_NAME) == len(SHORTCUTS)
    assert all(shortcut.words and "\n" not in shortcut.words for shortcut in SHORTCUTS)


def test_keys_as_people_read_them() -> None:
    assert key_words("Ctrl+PgDown") == "Ctrl+Page Down"
    assert BY_NAME["finish"].shown == "Ctrl+Enter"
    assert BY_NAME["start"].shown == ""
    assert BY_NAME["undo"].sequences[0] == QKeySequence("Ctrl+Z")
