# SPDX-License-Identifier: MIT
"""Variables and tables as values: the numbers that stand for words."""

from annotator.domain.tables import StatisticsTable, Variable, VariableKind


def test_the_words_of_a_choice_are_numbered_in_their_order() -> None:
    """From 1 on; the labels follow the same numbers."""
    certainty = Variable("certainty", "Certainty", VariableKind.CHOICE, "", {"low": "Low", "high": "High"})
    assert certainty.numbers == {"low": 1, "high": 2}
    assert certainty.number_labels == {1: "Low", 2: "High"}


def test_whole_numbers_keep_their_own_labels() -> None:
    """0 stays 0, and a yes is 1 wherever numbers are wanted."""
    coded = Variable("anna", "Anna", VariableKind.INTEGER, "", {0: "not coded", 1: "coded"})
    assert coded.number_labels == {0: "not coded", 1: "coded"}
    assert Variable("blind", "Blind", VariableKind.YES_NO).number_labels == {0: "no", 1: "yes"}
    assert Variable("n", "Number", VariableKind.INTEGER).number_labels == {}


def test_rows_can_be_gone_through_again() -> None:
    """Each writer begins at the first row."""
    table = StatisticsTable("t", "T", "", (Variable("n", "N", VariableKind.INTEGER),), lambda: ((n,) for n in range(3)))
    assert list(table.rows()) == list(table.rows()) == [(0,), (1,), (2,)]
    assert table.columns == ("n",)
