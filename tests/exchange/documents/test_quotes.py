# SPDX-License-Identifier: MIT
from exchange.quote_list import quotes

from annotator.exchange.documents.quotes import Quote, context_on_one_line, on_one_line


def test_one_line_keeps_the_space_to_the_quote():
    first, second = quotes().quotes
    assert context_on_one_line(first) == ("be fore ", " af ter")
    assert context_on_one_line(second) == ("", "עולם")
    assert context_on_one_line(Quote("c", "a", "x", " y\n", "z", ())) == ("x ", " z")
    assert on_one_line(" a \n\n b ") == "a b"
