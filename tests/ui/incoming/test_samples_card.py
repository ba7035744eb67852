# SPDX-License-Identifier: MIT
from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.operations.corpus_preview import Sample
from annotator.ui.incoming.samples_card import SamplesCard
from annotator.ui.judging.tinted_quote import TintedQuote
from annotator.ui.theme.current import Theme


def test_the_words_stand_in_tint_within_those_around(theme: Theme, keep: Callable[[QObject], None]) -> None:
    card = SamplesCard(theme)
    keep(card)
    card.show_samples([Sample("One", "Eve", "Praise", "before ", "the words", " after")], is_open=False)
    (quote,) = card.findChildren(TintedQuote)
    assert quote.text == "…before the words after…"
    assert quote.tinted == ("the words",)
    assert not card.expander.head.isChecked()
    card.show_samples([Sample("One", "Eve", "Praise", "", "x", "")], is_open=True)
    assert card.expander.head.isChecked()
    card.show_samples([], is_open=False)
    assert card.isHidden()
