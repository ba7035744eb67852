# SPDX-License-Identifier: MIT
from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.ui.exporting.formats import FORMATS
from annotator.ui.exporting.holds_card import HoldsCard
from annotator.ui.theme.current import Theme


def test_both_sides_are_said(theme: Theme, keep: Callable[[QObject], None]) -> None:
    card = HoldsCard(theme)
    keep(card)
    for each in FORMATS.values():
        card.show_format(each)
        assert card.holds.text() == f"Holds: {each.holds}"
        assert card.cannot.text() == f"Does not hold: {each.cannot}"
