# SPDX-License-Identifier: MIT
"""What cards have in common."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from ui.measured import MISTRUST, TRUST, measured

from annotator.ui import plain
from annotator.ui.models.agreement_selection import Selection
from annotator.ui.pages.agreement_cards.card import Card, brief, tell
from annotator.ui.theme.current import Theme


def test_head_code_and_focus(theme: Theme, qtbot: QtBot) -> None:
    card = Card(theme, "Pairs")
    qtbot.addWidget(card)
    card.show()
    assert card.accessibleName() == "Pairs"
    assert not card.take_focus()
    button = QPushButton("Go")
    card.body.addWidget(button)
    button.show()
    card.tell_code(TRUST, "Trust")
    card.tell_code(MISTRUST, brief(MISTRUST))
    assert card.aside.text == "Mistrust"
    assert card.take_focus()
    with pytest.raises(NotImplementedError):
        card.show_figures(measured(), Selection())


def test_a_line_without_words_takes_no_room(theme: Theme, qtbot: QtBot) -> None:
    card = Card(theme, "Pairs")
    qtbot.addWidget(card)
    line = card.sentence()
    card.body.addWidget(line)
    card.show()
    tell(line, "<b>words</b>")
    assert (line.isVisible(), line.text()) == (True, "<b>words</b>")
    tell(line, "")
    assert not line.isVisible()
    assert plain.cut("a\nb") == "a b"
