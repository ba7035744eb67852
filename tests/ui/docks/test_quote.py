# SPDX-License-Identifier: MIT
"""The words of a passage, cut in the middle where they are many."""

from pytestqt.qtbot import QtBot

from annotator.ui.docks.quote import Quote, middle_cut
from annotator.ui.theme.current import Theme


def test_both_ends_of_a_long_quote_can_be_read() -> None:
    cut = middle_cut("begin " + "word " * 200 + "end")
    assert cut.startswith("begin ")
    assert cut.endswith(" end")
    assert " … " in cut
    assert len(cut) <= 250
    assert middle_cut("x" * 500).count("x") > 200


def test_a_quote_is_shown_as_it_is(theme: Theme, qtbot: QtBot) -> None:
    quote = Quote(theme)
    qtbot.addWidget(quote)
    quote.show_quote("<b>a</b>\nb", colour="#C2255C")
    assert quote.text == "<b>a</b> b"
    bar = quote.grab().toImage().pixelColor(1, 5)
    assert bar.name() == "#c2255c"
