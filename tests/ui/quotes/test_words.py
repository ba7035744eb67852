# SPDX-License-Identifier: MIT
"""How passages and their number are said."""

from ui.quotes.values import passage

from annotator.operations import QuoteOrder
from annotator.ui.quotes import words as said


def test_the_number_says_of_how_many_and_where() -> None:
    assert said.number_words(1, articles=1, total=None, is_whole=True) == "1 passage in 1 article"
    assert said.number_words(83, articles=5, total=1204, is_whole=True) == "83 of 1,204 passages in 5 articles"
    assert said.number_words(0, articles=0, total=9, is_whole=True) == "0 of 9 passages"
    assert said.number_words(2000, articles=7, total=None, is_whole=False) == "2,000 passages so far"


def test_a_copied_quote_bears_its_source() -> None:
    text = said.copied(passage(quote="the council trusts", start=10))
    assert text.startswith("“the council trusts”\n(")
    for part in ("A title", "Times, 3 March 2026", "characters 11 to 28", "Trust", "Ana"):
        assert part in text


def test_groups_are_named_by_the_order() -> None:
    one = passage()
    names = [said.group_words(one, order) for order, _ in said.ORDERS]
    assert names == ["A title", "3 March 2026", "Trust", "Ana"]
    assert said.group_words(passage(date=""), QuoteOrder.DATE) == "Undated"
    assert len({said.group_of(one, order) for order, _ in said.ORDERS}) == 4


def test_all_of_a_passage_is_spoken() -> None:
    assert "holder: both, certainty: high" in said.spoken(passage(memo="really"))
    assert said.spoken(passage(memo="really")).endswith("Memo: really")
    assert said.context_of("anything") == said.context_of(said.SHORT)
