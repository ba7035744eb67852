# SPDX-License-Identifier: MIT
"""Tables with some of their columns left out."""

from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter

from annotator.domain.tables import Row, StatisticsTable

NOTES = frozenset({"memo", "note", "reason"})
"""The columns in which people wrote freely."""

_REASONS_OF_A_LIST = ("agreement", "consensus", "decisions")
"""The tables in which the reason is a word of a list, or our own sentence."""


def without_notes(table: StatisticsTable) -> StatisticsTable:
    """Leave out the columns in which people wrote freely."""
    hidden = NOTES - {"reason"} if table.name in _REASONS_OF_A_LIST else NOTES
    return only(table, [name for name in table.columns if name not in hidden])


def only(table: StatisticsTable, names: Sequence[str]) -> StatisticsTable:
    """Keep these columns of a table, at least one, in their order."""
    if list(names) == list(table.columns):
        return table
    places = [table.columns.index(name) for name in names]
    one, several = places[0], itemgetter(*places)

    def chosen(row: Row) -> Row:
        return several(row) if len(places) > 1 else (row[one],)

    return replace(
        table,
        variables=tuple(table.variables[place] for place in places),
        rows=lambda: map(chosen, table.rows()),
        key_columns=tuple(name for name in table.key_columns if name in names),
    )
