# SPDX-License-Identifier: MIT
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from annotator.exchange.codings.cas_reader import CasType
from annotator.operations import CorpusImportChoice, CorpusKind, CorpusOffers, DnaChoice
from annotator.ui.incoming.format_card import FormatCard
from annotator.ui.incoming.looking import Looked
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.choice import Choice

DNA = CorpusOffers(dna_types=("Statement",), dna_variables=("concept", "actor"), dna_signs=("agreement",))
CAS = CorpusOffers(cas_types=(CasType("a.Frame", "label", 7, ("gain", "loss")), CasType("a.Name", "", 2, ())))

NOTHING = CorpusOffers()


def looked(kind: CorpusKind, offers: CorpusOffers = NOTHING, *, rounds: tuple[str, ...] = ("main",)) -> Looked:
    return Looked(Path("x"), kind, CorpusImportChoice(kind=kind), offers, None, (), None, rounds)


def test_only_what_a_format_leaves_open_is_asked(theme: Theme, keep: Callable[[QObject], None]) -> None:
    card = FormatCard(theme)
    keep(card)
    ticks = ["finished", "machine_made", "drop_attributes"]
    card.show_looked(looked(CorpusKind.QDPX))
    assert list(card.controls) == ticks
    card.show_looked(looked(CorpusKind.JSONL, rounds=("main", "second")))
    assert list(card.controls) == ["round_name", *ticks]
    card.show_looked(looked(CorpusKind.BRAT))
    assert list(card.controls) == ["fragments", "coder", *ticks]
    card.show_looked(looked(CorpusKind.DNA, DNA))
    assert list(card.controls) == ["variable", "sign", "statement_type", *ticks]


def test_a_sign_belongs_to_the_value_of_a_variable(theme: Theme, keep: Callable[[QObject], None]) -> None:
    card = FormatCard(theme)
    keep(card)
    card.show_looked(looked(CorpusKind.DNA, DNA))
    variable, sign = card.controls["variable"], card.controls["sign"]
    assert isinstance(variable, Choice)
    assert not sign.isEnabled()
    QTest.keyClick(variable, Qt.Key.Key_Down)
    assert sign.isEnabled()
    QTest.keyClick(sign, Qt.Key.Key_Down)
    assert card.choice.dna == DnaChoice("concept", "agreement")
    QTest.keyClick(variable, Qt.Key.Key_Up)
    assert card.choice.dna == DnaChoice()


def test_types_come_with_examples_and_none_is_chosen(theme: Theme, keep: Callable[[QObject], None]) -> None:
    card = FormatCard(theme)
    keep(card)
    told: list[CorpusImportChoice] = []
    card.changed.connect(told.append)
    card.show_looked(looked(CorpusKind.CAS, CAS))
    assert [dot.text() for dot in card.types.values()] == ["Frame, label (7)", "Name, the type itself (2)"]
    assert not any(dot.isChecked() for dot in card.types.values())
    QTest.keyClick(card.types["a.Frame", "label"], Qt.Key.Key_Space)
    assert (told[-1].cas_type, told[-1].cas_feature) == ("a.Frame", "label")


def test_a_name_counts_once_it_is_entered(theme: Theme, keep: Callable[[QObject], None]) -> None:
    card = FormatCard(theme)
    keep(card)
    told: list[CorpusImportChoice] = []
    card.changed.connect(told.append)
    card.show_looked(looked(CorpusKind.FLAT))
    field = card.controls["coder"]
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, " Ben ")
    assert told == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [each.coder for each in told] == ["Ben"]


def test_what_is_offered_already_keeps_its_fields(theme: Theme, keep: Callable[[QObject], None]) -> None:
    card = FormatCard(theme)
    keep(card)
    first = looked(CorpusKind.BRAT)
    card.show_looked(first)
    before = card.controls["fragments"]
    card.show_looked(replace(first, choice=replace(first.choice, fragments="fragments", finished=True)))
    assert card.controls["fragments"] is before
    assert isinstance(before, Choice)
    assert before.value == "fragments"
