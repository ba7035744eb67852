# SPDX-License-Identifier: MIT
"""Articles: lowest alpha first, those without one last, each leading to its passages."""

from pytestqt.qtbot import QtBot
from ui.measured import TRUST, measured

from annotator.ui.models.agreement_selection import Selection
from annotator.ui.pages.agreement_cards.articles import CAVEAT, ArticlesCard, lines
from annotator.ui.theme.current import Theme


def test_lowest_first_and_undefined_last() -> None:
    found = lines(measured(3), TRUST.id)
    values = [line.value for line in found]
    assert values[-1] is None
    assert values[:-1] == sorted(values[:-1])
    assert "undefined (no variation" in found[-1].spoken
    assert found[0].spoken.endswith("differ")


def test_a_line_chooses_its_article(theme: Theme, qtbot: QtBot) -> None:
    card, measured_now = ArticlesCard(theme), measured(2)
    qtbot.addWidget(card)
    card.show_figures(measured_now, Selection(code=TRUST.id))
    card.show()
    first = card.forest.model.lines[0].key
    with qtbot.waitSignal(card.chosen) as told:
        card.forest.list.clicked.emit(card.forest.model.index(0))
    assert told.args == [Selection(code=TRUST.id, document=first)]
    card.show_figures(measured_now, told.args[0])
    assert card.forest.list.currentIndex().row() == 0
    assert card._sentence.text() == CAVEAT
