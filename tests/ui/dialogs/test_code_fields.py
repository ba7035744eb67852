# SPDX-License-Identifier: MIT
"""The fields of a code, and the code they make."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.domain import Code, Codebook, Pattern
from annotator.operations import default_codebook
from annotator.ui.dialogs.code_editor import proposal
from annotator.ui.dialogs.code_fields import CodeFields
from annotator.ui.dialogs.colour_choice import NO_COLOUR
from annotator.ui.theme.current import Theme

Make = Callable[..., CodeFields]


@pytest.fixture
def make(theme: Theme, qtbot: QtBot) -> Make:
    def make_(code: Code | None = None, *, codebook: Codebook | None = None) -> CodeFields:
        codes = codebook or default_codebook()
        made = CodeFields(theme, codes, proposal(codes) if code is None else code, is_new=code is None)
        qtbot.addWidget(made)
        made.resize(520, 1400)
        made.show()
        return made

    return make_


def keys(fields: CodeFields) -> list[str]:
    return [fields.key.itemData(place) for place in range(fields.key.count())]


def test_a_code_comes_out_as_it_went_in(make: Make) -> None:
    for code in default_codebook().codes:
        odd = replace(code, examples=("two\nlines", " spaced "), definition=" kept ", colour="#123456")
        assert make(odd).value == odd


def test_the_short_name_follows_until_it_is_written_by_hand(make: Make) -> None:
    fields = make()
    QTest.keyClicks(fields.name, "Trust")
    assert fields.short_name.text() == "trust_2"
    QTest.keyClicks(fields.name, " lost")
    assert fields.short_name.text() == "trust_lost"
    fields.short_name.clear()
    QTest.keyClicks(fields.short_name, "lost")
    QTest.keyClicks(fields.name, " again")
    assert fields.value.short_name == "lost"
    fields.short_name.selectAll()
    QTest.keyClick(fields.short_name, Qt.Key.Key_Delete)
    QTest.keyClicks(fields.name, "!")
    assert fields.short_name.text() == "trust_lost_again", "emptied, it follows again"


def test_the_short_name_of_a_code_in_files_does_not_follow_its_name(make: Make) -> None:
    fields = make(default_codebook().codes[0])
    QTest.keyClicks(fields.name, " and faith")
    assert fields.value.short_name == "trust"


def test_free_keys_are_offered_without_those_of_the_window(make: Make) -> None:
    offered = keys(make())
    assert offered[:3] == ["", "5", "6"]
    assert not {"1", "2", "3", "4", "0", "k", "m"} & set(offered)
    assert "q" in offered
    codes = default_codebook().codes
    odd = Codebook((replace(codes[0], shortcut="k"), *codes[1:]))
    assert "k" in keys(make(odd.codes[0], codebook=odd)), "the one it has is kept"


def test_a_new_code_says_what_is_wrong_only_once_it_was_touched(make: Make) -> None:
    fields = make()
    assert [fault.field for fault in fields.faults] == ["name", "short_name"]
    assert not fields.form.note("name").is_error
    QTest.keyClicks(fields.name, "x")
    QTest.keyClick(fields.name, Qt.Key.Key_Backspace)
    assert fields.form.note("name").text == "A code needs a name."
    fields.show_all_faults()
    assert fields.form.note("short_name").is_error


def test_each_fault_stands_under_its_field(make: Make) -> None:
    fields = make()
    QTest.keyClicks(fields.name, "Speculation")
    assert "already a code" in fields.form.note("name").text
    QTest.keyClicks(fields.short_name, " x")
    assert "one word" in fields.form.note("short_name").text
    fields.colour.number.clear()
    QTest.keyClicks(fields.colour.number, "no")
    assert fields.form.note("colour").text == NO_COLOUR
    QTest.mouseClick(fields.attributes.add, Qt.MouseButton.LeftButton)
    assert fields.form.note("attributes").text.startswith("Attribute 1:")
    assert [fault.field for fault in fields.faults] == ["name", "short_name", "attributes", "colour"]


def test_a_pattern_that_another_code_wears_is_said_not_refused(make: Make) -> None:
    fields = make()
    assert fields.form.note("pattern").text == "Long dashes"
    fields.pattern.tiles.tiles[2].click()
    assert "as “Speculation” has it" in fields.form.note("pattern").text
    assert fields.value.pattern is Pattern.DOTTED
    assert not fields.form.note("pattern").is_error


def test_a_retired_code_brought_back_needs_a_key_of_its_own(make: Make) -> None:
    codes = default_codebook().codes
    old = replace(codes[0], retired=True, shortcut="2")
    fields = make(old, codebook=Codebook((old, *codes[1:])))
    assert fields.faults == ()
    fields.retired.click()
    assert fields.form.note("shortcut").text == "The key 2 is taken by “Evidence of mistrust”."
