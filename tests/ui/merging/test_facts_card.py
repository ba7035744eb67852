# SPDX-License-Identifier: MIT
"""Facts: shape, word, number and sentence."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.ui.merging.facts_card import FactsCard
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.picture import Picture


def test_facts_are_shown_and_replaced(theme: Theme, qtbot: QtBot) -> None:
    card = FactsCard(theme, "Articles")
    qtbot.addWidget(card)
    card.show_facts([("tick", "Same text", 1204, "By content."), ("info", "Good to know", 0, "<b>plain</b>")])
    labels = [label.text() for label in card.findChildren(QLabel)]
    assert labels == ["Articles", "Same text", "By content.", "1,204", "Good to know", "<b>plain</b>"]
    assert [picture.name for picture in card.findChildren(Picture)] == ["tick", "info"]
    card.show_facts([])
    assert [label.text() for label in card.findChildren(QLabel)] == ["Articles"]
