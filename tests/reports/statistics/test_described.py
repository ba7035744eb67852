# SPDX-License-Identifier: MIT
"""Tables of the team and of agreement: kinds, and what is empty is missing."""

from annotator.domain.tables import VariableKind
from annotator.domain.variable_names import is_variable_name
from annotator.reports.agreement_table import AGREEMENT_COLUMNS
from annotator.reports.statistics.described import agreement_as_table, consensus_tables, regions_table


def test_empty_is_missing_and_zero_is_not() -> None:
    row = ("main", "percent", "", None, "character", "[]", "[]", 0, 0, 0.0, "ok", "")
    table = agreement_as_table(lambda: [row])
    assert table.columns == ("round", *AGREEMENT_COLUMNS)
    assert list(table.rows()) == [("main", "percent", None, None, "character", "[]", "[]", 0, 0, 0.0, "ok", None)]
    kinds = {each.name: each.kind for each in table.variables}
    assert (kinds["value"], kinds["n"], kinds["status"]) == (
        VariableKind.NUMBER, VariableKind.INTEGER, VariableKind.TEXT,
    )  # fmt: skip


def test_all_columns_are_names_for_programs_and_described() -> None:
    tables = (regions_table(list), agreement_as_table(list), *consensus_tables(list, list, list))
    assert [table.name for table in tables] == ["excluded_regions", "agreement", "consensus", "decisions", "accuracy"]
    for table in tables:
        assert set(table.key_columns) <= set(table.columns)
        assert all(is_variable_name(each.name) and each.description and each.label for each in table.variables)
    blind = next(each for each in tables[2].variables if each.name == "blind")
    assert blind.kind is VariableKind.YES_NO
