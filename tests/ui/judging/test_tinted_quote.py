# SPDX-License-Identifier: MIT
from pytestqt.qtbot import QtBot

from annotator.domain import Span
from annotator.ui.judging.tinted_quote import TintedQuote
from annotator.ui.theme.current import Theme

TEXT = "One two \U0001f600 three\nfour <b>five</b>"


def quote(theme: Theme, qtbot: QtBot) -> TintedQuote:
    made = TintedQuote(theme)
    qtbot.addWidget(made)
    return made


def test_common_words_are_tinted(theme: Theme, qtbot: QtBot) -> None:
    made = quote(theme, qtbot)
    made.show_spans(TEXT, [Span.of(0, 15)], common=[Span.of(4, 9)], colour="#009265")
    assert made.text == TEXT[0:15]
    assert made.tinted == (TEXT[4:9],)
    made.resize(200, 60)
    assert not made.grab().isNull()


def test_pieces_and_line_breaks_and_markup_are_words(theme: Theme, qtbot: QtBot) -> None:
    made = quote(theme, qtbot)
    made.show_spans(TEXT, [Span.of(0, 3), Span.of(10, len(TEXT))], common=[], colour="")
    assert made.text == "One … three four <b>five</b>"


def test_a_long_one_keeps_both_ends(theme: Theme, qtbot: QtBot) -> None:
    made = quote(theme, qtbot)
    long = "begin " + "middle " * 400 + "end"
    made.show_spans(long, [Span.of(0, len(long))], common=[Span.of(0, 5), Span.of(len(long) - 3, len(long))], colour="")
    assert made.text.startswith("begin ")
    assert made.text.endswith("end")
    assert len(made.text) < 700
    assert made.tinted == ("begin", "end")


def test_narrow_is_high(theme: Theme, qtbot: QtBot) -> None:
    made = quote(theme, qtbot)
    made.show_spans(TEXT * 5, [Span.of(0, 100)], common=[], colour="")
    assert made.heightForWidth(80) > made.heightForWidth(400)
    assert made.hasHeightForWidth()
    assert made.minimumSizeHint().width() == 1
