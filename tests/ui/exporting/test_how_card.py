# SPDX-License-Identifier: MIT
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from ui.conftest import Driver

from annotator.counting.duplicates import Duplicates
from annotator.operations.export_choice import TABLES as KNOWN_TABLES
from annotator.ui.exporting.formats import FORMATS, Option
from annotator.ui.exporting.how_card import DUPLICATES, TABLES, HowCard
from annotator.ui.exporting.wanted import ExportWanted
from annotator.ui.theme.current import Theme


@pytest.fixture
def card(driver: Driver, theme: Theme, keep: Callable[[QObject], None]) -> HowCard:
    made = HowCard(theme)
    keep(made)
    made.show_codebook(driver.window.session.overview.codebook, ExportWanted())
    return made


def test_the_words_stand_for_what_the_verbs_know() -> None:
    assert tuple(name for name, _ in TABLES) == KNOWN_TABLES
    assert [value for value, _ in DUPLICATES] == list(Duplicates)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_choice_is_shown_and_taken_unchanged(card: HowCard, driver: Driver, name: str) -> None:
    wanted = ExportWanted(
        format=name, tables=("articles",), unit="paragraph", rule="half", duplicates="week", attributes=("holder",),
        texts=True, for_spreadsheets=True, compressed=True, per_coder=True, crlf=True, cas_json=True,
        codebook_form=".md", memos=False, holder="holder", target="target",
    )  # fmt: skip
    card.show_codebook(driver.window.session.overview.codebook, wanted)
    assert card.taken(wanted) == wanted
    assert card.taken(ExportWanted(format=name)) == wanted


def test_only_what_a_format_has_is_shown(card: HowCard) -> None:
    card.show_wanted(ExportWanted(format="qdpx"))
    assert not card.per_coder.isHidden()
    shown = [option for option, part in card._parts.items() if not part.isHidden()]
    assert shown == [Option.REFI, Option.PRIVATE]


def test_pseudonyms_leave_out_memos_anyway(card: HowCard) -> None:
    changed: list[bool] = []
    card.changed.connect(lambda: changed.append(True))
    QTest.keyClick(card.pseudonyms, Qt.Key.Key_Space)
    card.show_wanted(card.taken(ExportWanted()))
    assert changed == [True]
    assert card.taken(ExportWanted()).pseudonyms
    assert not card.without_memos.isEnabled()


def test_no_table_is_no_choice(card: HowCard) -> None:
    QTest.keyClick(card.tables.all, Qt.Key.Key_Space)
    assert card.missing == "No table is ticked"
    card.show_wanted(ExportWanted(format="jsonl"))
    assert card.missing == ""


def test_what_makes_a_duplicate_is_asked_only_where_duplicates_are_left_out(card: HowCard) -> None:
    assert card.attributes.isHidden()
    QTest.keyClick(card.duplicates, Qt.Key.Key_Down)
    card.show_wanted(card.taken(ExportWanted()))
    assert not card.attributes.isHidden()
