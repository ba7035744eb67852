# SPDX-License-Identifier: MIT
"""The paragraph for a paper, and the cautions."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.measured import TRUST, measured

from annotator.ui.models.agreement_selection import Selection
from annotator.ui.pages.agreement_cards.methods import CaveatsCard, MethodsCard
from annotator.ui.theme.current import Theme

FOUND = measured(2)


def test_the_paragraph_is_copied_as_it_was_written(theme: Theme, qtbot: QtBot) -> None:
    card = MethodsCard(theme)
    qtbot.addWidget(card)
    card.show_figures(FOUND, Selection(code=TRUST.id))
    card.show()
    QTest.mouseClick(card.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == FOUND.methods
    assert card._text.text() == FOUND.methods
    assert card._text.textFormat() == Qt.TextFormat.PlainText


def test_conventions_and_cautions_without_a_verdict(theme: Theme, qtbot: QtBot) -> None:
    card = CaveatsCard(theme)
    qtbot.addWidget(card)
    card.show_figures(FOUND, Selection(code=TRUST.id))
    said = card._label.text()
    assert "conventions, not tests" in said
    for caveat in FOUND.caveats:
        assert " ".join(caveat.split()) in said


def test_cautions_have_the_height_that_their_width_needs(theme: Theme, qtbot: QtBot) -> None:
    card = CaveatsCard(theme)
    qtbot.addWidget(card)
    card.show_figures(FOUND, Selection(code=TRUST.id))
    card.resize(1400, 100)
    card.show()
    card.resize(1400, card.heightForWidth(1400))
    qtbot.waitUntil(lambda: card._label.height() >= card._label.heightForWidth(card._label.width()))
    assert card._label.width() <= theme.px(760)
