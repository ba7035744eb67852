# SPDX-License-Identifier: MIT
"""Tables with columns left out."""

from annotator.domain.tables import StatisticsTable, Variable
from annotator.reports.statistics.chosen_columns import only, without_notes


def table(*names: str, name: str = "t") -> StatisticsTable:
    variables = tuple(Variable(each, each) for each in names)
    return StatisticsTable(name, "", "", variables, lambda: iter([tuple(names)]), names[:2])


def test_columns_keep_their_order_cells_and_keys() -> None:
    kept = only(table("a", "b", "c"), ["a", "c"])
    assert (kept.columns, list(kept.rows()), kept.key_columns) == (("a", "c"), [("a", "c")], ("a",))
    one = only(table("a", "b"), ["b"])
    assert list(one.rows()) == list(one.rows()) == [("b",)]
    same = table("a")
    assert only(same, ["a"]) is same


def test_free_words_are_left_out_and_reasons_of_a_list_stay() -> None:
    assert without_notes(table("id", "memo", "note", "reason")).columns == ("id",)
    assert without_notes(table("id", "note", "reason", name="decisions")).columns == ("id", "reason")
