# SPDX-License-Identifier: MIT
"""Tables for statistics programs, as values: what each variable means, and rows that can be gone through again.

The same values make the CSV files, the sheets, the SPSS and Stata files, the load scripts and the
description of them all, so that a label is written once. Missing is None, and nothing else is: no
empty text, no NaN, no number that stands for it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

Cell: TypeAlias = "str | int | float | bool | None"
Row: TypeAlias = "tuple[Cell, ...]"
"""One row, with a cell for each variable of its table."""

OFFSET_UNIT = "unicode-codepoint"
"""What every position in a table counts: Unicode code points."""

NO_LABELS: Mapping[int | str, str] = MappingProxyType({})
NO_OR_YES: Mapping[int | str, str] = MappingProxyType({0: "no", 1: "yes"})


class VariableKind(StrEnum):
    """What the cells of a variable are, where they are not None.

    TEXT: str, any words. INTEGER: int; with ``value_labels`` each number has its meaning there. NUMBER:
    float, never infinite. YES_NO: bool. DATE: str, ISO 8601, possibly partial (``2026-03``), so no
    program's own dates hold it without loss. CHOICE: str, one of the keys of ``value_labels``.
    """

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    YES_NO = "yes_no"
    DATE = "date"
    CHOICE = "choice"


class Measure(StrEnum):
    """The level at which a variable measures, in the words of SPSS."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    SCALE = "scale"


@dataclass(frozen=True, slots=True)
class Variable:
    """One column: its name for programs, its short label, and what it says in a sentence.

    ``name`` is one that :func:`annotator.domain.variable_names.variable_names` gives. ``label`` is a
    few words, not bounded (Stata holds 80 characters). ``value_labels`` are in the order of their meaning.
    """

    name: str
    label: str
    kind: VariableKind = VariableKind.TEXT
    description: str = ""
    value_labels: Mapping[int | str, str] = field(default_factory=lambda: NO_LABELS)
    measure: Measure = Measure.NOMINAL

    @property
    def numbers(self) -> Mapping[str, int]:
        """For CHOICE: the whole number, from 1 on, that stands for each word where a program wants numbers."""
        return {str(word): number for number, word in enumerate(self.value_labels, start=1)}

    @property
    def number_labels(self) -> Mapping[int, str]:
        """What each whole number means where the variable is written as numbers; empty where it has no such labels."""
        if self.kind is VariableKind.YES_NO:
            return {int(number): label for number, label in NO_OR_YES.items()}
        if self.kind is VariableKind.CHOICE:
            return dict(enumerate(self.value_labels.values(), start=1))
        return {int(number): label for number, label in self.value_labels.items()}


@dataclass(frozen=True, slots=True)
class StatisticsTable:
    """One table: ``rows()`` gives its rows from the first on, each time it is called and always the same ones.

    ``name`` is that of its file without the ending, at most 31 characters. Rows are made while they are
    gone through and not kept. ``key_columns`` name a row; where there are none, rows need not be unique.
    """

    name: str
    title: str
    description: str
    variables: tuple[Variable, ...]
    rows: Callable[[], Iterable[Row]]
    key_columns: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the variables, in order."""
        return tuple(variable.name for variable in self.variables)


@dataclass(frozen=True, slots=True)
class StatisticsSet:
    """The tables of one export and what holds for all of them.

    ``policies`` are the choices in force, each under a short name with its sentence, in order: filters,
    duplicates, what was left out. ``digest`` names the state of the project, ``modified`` is the time of
    its last change (ISO 8601 in UTC, "" where there is none): no writer takes another clock.
    ``application`` is our name and version.
    """

    project: str
    tables: tuple[StatisticsTable, ...]
    policies: Mapping[str, str]
    digest: str
    modified: str
    application: str
    offset_unit: str = OFFSET_UNIT
