# SPDX-License-Identifier: MIT
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from annotator.exchange.findings import Finding, FindingKind
from annotator.ui.incoming.result_card import UNDONE, ResultCard
from annotator.ui.theme.current import Theme


def test_it_says_what_came_of_it_and_offers_the_way_back(theme: Theme, keep: Callable[[QObject], None]) -> None:
    card, asked = ResultCard(theme), []
    keep(card)
    card.undo_asked.connect(lambda: asked.append("undo"))
    card.history_asked.connect(lambda: asked.append("history"))
    card.show_result("Took in 2.", ["1 here already."], [Finding(FindingKind.NOTED, "So.", 1)], can_undo=True)
    said = {label.text() for label in card.findChildren(QLabel)}
    assert {"Took in 2.", "1 here already.", "Noted: So."} <= said
    QTest.keyClick(card.undo, Qt.Key.Key_Space)
    QTest.keyClick(card.history, Qt.Key.Key_Space)
    assert asked == ["undo", "history"]
    card.show_undone()
    assert card.title.text() == UNDONE
    assert card.undo.isHidden()
    card.show_result("Nothing.", [], [], can_undo=False)
    assert card.undo.isHidden()
