# SPDX-License-Identifier: MIT
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from annotator.ui.incoming.mapping_card import SHOWN, MappingCard, MappingRow
from annotator.ui.theme.current import Theme

OFFERED = (("", "New: Praise"), ("a", "Trust"), ("b", "Mistrust"))


def test_a_row_tells_what_the_reader_chose(theme: Theme, keep: Callable[[QObject], None]) -> None:
    card = MappingCard(theme, "Codes", why="Why")
    keep(card)
    told: list[tuple[str, str]] = []
    card.chosen.connect(lambda key, value: told.append((key, value)))
    card.show_rows([MappingRow("p", "Praise <i>", OFFERED, "a"), MappingRow("q", "Other", OFFERED[1:2], "a")])
    assert card.choices["p"].value == "a"
    assert not card.choices["q"].isEnabled(), "one alone is no choice"
    QTest.keyClick(card.choices["p"], Qt.Key.Key_Up)
    assert told == [("p", "")]
    assert card.choices["p"].accessibleName() == "Praise <i> is"


def test_the_same_rows_keep_their_fields(theme: Theme, keep: Callable[[QObject], None]) -> None:
    card = MappingCard(theme, "Codes", why="Why")
    keep(card)
    card.show_rows([MappingRow("p", "Praise", OFFERED, "a")])
    before = card.choices["p"]
    card.show_rows([MappingRow("p", "Praise", OFFERED, "b")])
    assert card.choices["p"] is before
    assert before.value == "b"


def test_very_many_are_shown_some_at_a_time(theme: Theme, keep: Callable[[QObject], None]) -> None:
    card = MappingCard(theme, "Codes", why="Why")
    keep(card)
    card.show_rows([MappingRow(str(number), f"Code {number}", OFFERED, "") for number in range(SHOWN + 5)])
    assert len(card.choices) == SHOWN
    assert card.more.text() == "Show 5 more"
    QTest.keyClick(card.more, Qt.Key.Key_Space)
    assert len(card.choices) == SHOWN + 5
    assert card.more.isHidden()
