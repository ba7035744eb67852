# SPDX-License-Identifier: MIT
"""The middle of the page: definition, table, cards; nothing is lost where it is narrow."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from ui.measured import MISTRUST, TRUST, measured

from annotator.ui.models.agreement_selection import Selection
from annotator.ui.pages.agreement_pane import AgreementPane
from annotator.ui.theme.current import Theme


@pytest.fixture
def pane(theme: Theme, qtbot: QtBot) -> AgreementPane:
    made = AgreementPane(theme)
    qtbot.addWidget(made)
    made.resize(1190, 850)
    found = measured(3)
    made.show_figures(found)
    made.select(found, Selection(code=TRUST.id))
    made.show()
    return made


def test_everything_speaks_of_the_selected_row(pane: AgreementPane) -> None:
    assert pane.subtitle.startswith("3 coders, 3 articles")
    assert pane.table.currentIndex().row() == 0
    pane.select(measured(3), Selection(code=MISTRUST.id))
    assert pane.table.currentIndex().row() == 1
    for card in (pane.pairs, pane.articles, pane.drift, pane.rest):
        assert card.aside.text.startswith("Mistrust")


def test_words_are_closed_in_a_wide_window_and_open_in_a_narrow_one(pane: AgreementPane) -> None:
    assert not pane._words.isVisible()
    pane.resize(480, 700)
    assert pane._words.isVisible()
    assert "Novak" in pane.words


def test_nothing_is_one_sentence_and_a_button(pane: AgreementPane) -> None:
    pane.show_nothing("Nobody finished anything.", go="Go to coding")
    assert (pane.subtitle, pane.go.isVisible(), pane.table.isVisible()) == ("Nobody finished anything.", True, False)
    pane.show_figures(measured(2))
    assert pane.table.isVisible()
    assert not pane.go.isVisible()


@pytest.mark.parametrize("coders", [2, 4, 10])
@pytest.mark.parametrize("width", [480, 860, 1190])
def test_no_label_is_cut_in_any_width(theme: Theme, qtbot: QtBot, coders: int, width: int) -> None:
    pane, found = AgreementPane(theme), measured(coders)
    qtbot.addWidget(pane)
    pane.resize(width, 850)
    pane.show_figures(found)
    pane.select(found, Selection(code=TRUST.id))
    pane.show()

    def cut() -> list[str]:
        shown = [label for label in pane.findChildren(QLabel) if label.isVisible() and not label.wordWrap()]
        return [label.text() for label in shown if label.width() < label.sizeHint().width()]

    qtbot.waitUntil(lambda: pane.widget().width() <= pane.viewport().width() and cut() == [])


@pytest.mark.parametrize("mode", ["light", "dark", "high_contrast"])
def test_it_is_drawn_in_every_mode(pane: AgreementPane, theme: Theme, mode: str) -> None:
    theme.choose(mode)
    assert not pane.grab().isNull()
