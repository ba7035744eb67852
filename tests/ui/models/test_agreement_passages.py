# SPDX-License-Identifier: MIT
"""Rows of passages: kind, who, quote, article."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from ui.measured import TRUST, coder, measured

from annotator.agreement.disagreement import Kind
from annotator.ui.models.agreement_passages import LINE_ROLE, PassageModel
from annotator.ui.models.agreement_selection import PassageLine

FOUND = measured(3)
DOCUMENT = FOUND.answer.shared[0]
NOVAK, OKAFOR, HADDAD = (coder(place).id for place in range(3))
LINES = [
    PassageLine(DOCUMENT.id, 10, 30, Kind.BOUNDARY, (NOVAK, OKAFOR, HADDAD), (), ()),
    PassageLine(DOCUMENT.id, 40, 50, Kind.BOUNDARY, (NOVAK, OKAFOR), (), ()),
    PassageLine(DOCUMENT.id, 60, 70, Kind.MISSED, (NOVAK,), (OKAFOR, HADDAD), ()),
    PassageLine("gone", 0, 5, None, (), (), ((NOVAK, TRUST.id), (OKAFOR, None))),
]


@pytest.fixture
def model(qtbot: QtBot) -> PassageModel:
    made = PassageModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.know([DOCUMENT], coders=FOUND.name_of, codes=lambda code: "Trust" if code else "no code")
    made.show_lines(LINES)
    return made


def test_who(model: PassageModel) -> None:
    assert [model.who(line) for line in LINES] == [
        "Marked by all 3",
        "Marked by both",
        "Marked by Novak, not by Okafor and Haddad",
        "Novak: Trust; Okafor: no code",
    ]
    assert [model.kind_words(line) for line in LINES] == ["Boundary", "Boundary", "Missed", "Confused"]
    assert [model.source(line) for line in LINES[2:]] == ["Article 0", "an article that is gone"]


def test_quotes_come_when_they_are_read(model: PassageModel, qtbot: QtBot) -> None:
    index = model.index(2)
    assert index.data() == ""
    with qtbot.waitSignal(model.dataChanged):
        model.quotes.take({(DOCUMENT.id, 60, 70): "<b>words</b>"})
    assert index.data() == "<b>words</b>"
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Missed. Marked by Novak, not by Okafor and Haddad. <b>words</b>. Article 0"
    assert index.data(LINE_ROLE) == LINES[2]
    assert model.row_of(LINES[2]) == 2
    assert model.row_of(LINES[2].__class__("x", 0, 1, None, (), (), ())) == -1
