# SPDX-License-Identifier: MIT
"""Tables of the team and of agreement: their columns and words stand elsewhere, their kinds here."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from annotator.domain.tables import NO_LABELS, Cell, Measure, Row, StatisticsTable, Variable, VariableKind
from annotator.reports import accuracy_table, agreement_table, consensus_table, decisions_table, excluded_regions

_Rows = Callable[[], Iterable[Sequence[Cell]]]

_COUNTS = frozenset({
    "start_char", "end_char", "votes", "voters", "documents", "n", "characters_marked", "characters_standing",
    "passages_marked", "passages_standing",
})  # fmt: skip
_NUMBERS = frozenset({
    "value", "character_precision", "character_recall", "character_f1", "passage_precision", "passage_recall",
    "passage_f1",
})  # fmt: skip
_YES_NO = frozenset({"blind"})

AGREEMENT: Mapping[str, str] = MappingProxyType({
    "measure": "name of the measure; annotator agreement --list explains each",
    "code_id": "identity of the code (UUID); empty: all codes together",
    "code": "short name of the code; empty: all codes together",
    "unit": "what was counted",
    "coder_ids": "identities of the coders compared, as a JSON list",
    "coders": "names of the coders compared, as a JSON list",
    "documents": "articles that it rests on",
    "n": "units that it rests on",
    "value": "the figure; empty where it is undefined",
    "status": "whether it is defined",
    "reason": "why it is undefined; empty where it is not",
})  # fmt: skip
_ROUND: Mapping[str, str] = MappingProxyType({"round": "coding round"})


def regions_table(rows: _Rows) -> StatisticsTable:
    """Give the table of excluded regions, of any state."""
    described = "One row per stretch that was proposed to be left out of every count; only accepted ones are."
    return _table(
        "excluded_regions", "Excluded regions", described, excluded_regions.COLUMN_DESCRIPTIONS, rows, ("region_id",)
    )


def consensus_tables(consensus: _Rows, decisions: _Rows, accuracy: _Rows) -> tuple[StatisticsTable, ...]:
    """Give what was settled between the coders, the decisions behind it, and each coder against it."""
    return (
        _table(
            "consensus", "Consensus", "One row per passage of the consensus, or stretch that is still open.",
            consensus_table.COLUMN_DESCRIPTIONS, consensus,
        ),
        _table(
            "decisions", "Decisions", "One row per decision between coders, rejected and deferred ones too.",
            decisions_table.COLUMN_DESCRIPTIONS, decisions, ("decision_id",),
        ),
        _table(
            "accuracy", "Accuracy", "Each coder against the consensus, per code. This is no agreement between coders.",
            accuracy_table.COLUMN_DESCRIPTIONS, accuracy, ("round", "coder_id", "code"),
        ),
    )  # fmt: skip


def agreement_as_table(rows: _Rows) -> StatisticsTable:
    """Give the table of agreement; each row begins with its round."""
    columns = {**_ROUND, **{name: AGREEMENT[name] for name in agreement_table.AGREEMENT_COLUMNS}}
    described = "One row per round, measure and code, over articles that two coders or more finished."
    return _table("agreement", "Agreement", described, columns, rows)


def _table(
    name: str, title: str, description: str, columns: Mapping[str, str], rows: _Rows, keys: tuple[str, ...] = ()
) -> StatisticsTable:
    variables = tuple(_variable(column, words) for column, words in columns.items())
    return StatisticsTable(name, title, description, variables, lambda: _missing_for_empty(rows()), keys)


def _variable(name: str, description: str) -> Variable:
    label = name.replace("_", " ").capitalize()
    if name in _COUNTS:
        return Variable(name, label, VariableKind.INTEGER, description, NO_LABELS, Measure.SCALE)
    if name in _NUMBERS:
        return Variable(name, label, VariableKind.NUMBER, description, NO_LABELS, Measure.SCALE)
    kind = VariableKind.YES_NO if name in _YES_NO else VariableKind.TEXT
    return Variable(name, label, kind, description)


def _missing_for_empty(rows: Iterable[Sequence[Cell]]) -> Iterator[Row]:
    return (tuple(None if cell == "" else cell for cell in row) for row in rows)
