# SPDX-License-Identifier: MIT
"""Over time: a line per batch in order, or why there is none."""

from pytestqt.qtbot import QtBot
from ui.measured import QUOTE, TRUST, measured

from annotator.ui.models.agreement_selection import Selection
from annotator.ui.pages.agreement_cards.drift import DriftCard
from annotator.ui.theme.current import Theme


def test_one_batch_is_nothing_to_compare(theme: Theme, qtbot: QtBot) -> None:
    card = DriftCard(theme)
    qtbot.addWidget(card)
    card.show_figures(measured(2), Selection(code=TRUST.id))
    card.show()
    assert card._sentence.text().startswith("Nothing to compare: the 3 articles were finished in one week.")
    assert not card.forest.isVisible()


def test_batches_stand_in_the_order_of_time(theme: Theme, qtbot: QtBot) -> None:
    found = measured(2, batches={"2026 week 9": (0, 1), "2026 week 10": (2,)})
    card = DriftCard(theme)
    qtbot.addWidget(card)
    card.show_figures(found, Selection(code=TRUST.id))
    card.show()
    lines = card.forest.model.lines
    assert [line.name for line in lines] == ["2026 week 9", "2026 week 10"]
    assert (lines[0].aside, lines[0].interval is not None) == ("2 articles", True)
    assert "undefined" in lines[1].spoken
    card.show_figures(found, Selection(code=QUOTE.id))
    assert [line.value for line in card.forest.model.lines] == [None, None]


def test_a_line_leads_to_the_articles_of_its_batch(theme: Theme, qtbot: QtBot) -> None:
    found = measured(2, batches={"2026 week 9": (0, 1), "2026 week 10": (2,)})
    card = DriftCard(theme)
    qtbot.addWidget(card)
    card.show_figures(found, Selection(code=TRUST.id))
    card.show()
    with qtbot.waitSignal(card.chosen) as told:
        card.forest.list.clicked.emit(card.forest.model.index(1))
    assert told.args == [Selection(code=TRUST.id, batch="2026 week 10")]
