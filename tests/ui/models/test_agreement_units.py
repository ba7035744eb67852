# SPDX-License-Identifier: MIT
"""Units of an article: who marked each, whether it counted, why not."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from ui.measured import MISTRUST, TRUST, asked, coder, measured

from annotator.operations import AgreementChoice
from annotator.ui.models.agreement_measured import measure
from annotator.ui.models.agreement_units import UNIT_ROLE, UnitModel, diagnosed

SENTENCES = AgreementChoice(unit="sentence", resamples=0)
HALF = AgreementChoice(unit="sentence", rule="half", resamples=0)


@pytest.fixture
def model(qtbot: QtBot) -> UnitModel:
    made = UnitModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return made


def test_marked_ones_or_all() -> None:
    found = measured(2, choice=SENTENCES)
    document = found.answer.shared[0].id
    some = diagnosed(found, document=document, code=TRUST.id, everything=False)
    everything = diagnosed(found, document=document, code=TRUST.id, everything=True)
    assert len(everything) == 10
    assert some == [unit for unit in everything if unit.marked_by]
    assert [(unit.start, unit.end) for unit in some] == [(0, 20), (20, 40), (100, 120)]


def test_a_unit_says_who_and_whether(model: UnitModel) -> None:
    found = measured(2, choice=SENTENCES)
    units = diagnosed(found, document=found.answer.shared[0].id, code=TRUST.id, everything=False)
    model.show_units(units, name_of=found.name_of)
    assert model.marked_words(units[0]) == "Coded by Novak and Okafor"
    assert model.marked_words(units[2]) == "Coded by Novak, not by Okafor"
    assert model.verdict_words(units[2]) == "Counts"
    model.quotes.take({(units[2].document, 100, 120): "words"})
    index = model.index(2)
    assert index.data() == "words"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "words. Coded by Novak, not by Okafor. Counts"
    assert index.data(UNIT_ROLE) == units[2]


def test_half_of_a_unit_is_said(model: UnitModel) -> None:
    found = measured(2, choice=HALF)
    units = diagnosed(found, document=found.answer.shared[0].id, code=TRUST.id, everything=False)
    model.show_units(units, name_of=found.name_of)
    assert "Okafor marked less than half of it" in model.verdict_words(units[0])


def test_who_did_not_finish_and_what_is_excluded(model: UnitModel) -> None:
    given = asked(3, choice=SENTENCES)
    one = frozenset({coder(0).id})
    changed = [replace(given.codings[0], excluded=[(100, 120)], finished=given.codings[0].finished - {coder(2).id}),
               replace(given.codings[1], finished=one), replace(given.codings[2], finished=frozenset())]  # fmt: skip
    found = measure(replace(given, codings=tuple(changed)), lambda _: None)
    said = []
    for coding in changed:
        units = diagnosed(found, document=coding.document, code=MISTRUST.id, everything=True)
        model.show_units(units, name_of=found.name_of)
        said += [model.verdict_words(unit) for unit in units]
    assert "Counts; Haddad did not finish the article" in said
    assert "Does not count: all of it lies in excluded regions" in said
    assert "Does not count: only one of these coders finished the article" in said
    assert "Does not count: nobody of these coders finished the article" in said
