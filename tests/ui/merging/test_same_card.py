# SPDX-License-Identifier: MIT
"""Two of one name side by side, with what is known of each."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from ui.merging.values import CODE

from annotator.domain import Codebook, CoderId
from annotator.merging.questions import CodeDetail, PersonDetail
from annotator.ui.merging.same_card import SameCard
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.elided import Elided
from annotator.ui.widgets.lane import LaneSample


def said(card: QWidget) -> list[str]:
    return [each.text() for each in card.findChildren(QLabel)] + [each.text for each in card.findChildren(Elided)]


@pytest.fixture
def codebook() -> Codebook:
    from annotator import operations

    return operations.default_codebook()


def test_both_definitions_stand_beside_each_other(theme: Theme, qtbot: QtBot, codebook: Codebook) -> None:
    assert isinstance(CODE.detail, CodeDetail)
    own = codebook.codes[0]
    detail = CodeDetail(CODE.detail.source, "Suspicion", "One side doubts.", 117, own.id, own.name, "Hedging.")
    card = SameCard(theme, CODE, detail, codebook=codebook, sender="Berg")
    qtbot.addWidget(card)
    assert {"“One side doubts.”", "“Hedging.”", "Suspicion", own.name, "Berg, 117 annotations"} <= set(said(card))
    assert card.title.text() == f"Berg: is the code “Suspicion” your “{own.name}”?"
    assert len(card.findChildren(LaneSample)) == 1, "the file says nothing of how its code looks"
    looks = replace(detail, source_colour="#00808C", source_colour_dark="#3CC3CF", source_pattern="ladder")
    card = SameCard(theme, CODE, looks, codebook=codebook, sender="Berg")
    qtbot.addWidget(card)
    assert len(card.findChildren(LaneSample)) == 2


def test_people_have_no_definition(theme: Theme, qtbot: QtBot, codebook: Codebook) -> None:
    detail = PersonDetail(CoderId("a"), "Kim", CoderId("b"), "kim", 1)
    card = SameCard(theme, CODE, detail, codebook=codebook, sender="Kim")
    qtbot.addWidget(card)
    assert card.title.text() == "Is “Kim” the same person as your “kim”?"
    assert "Kim, 1 annotation" in said(card)
    assert not card.findChildren(LaneSample)
