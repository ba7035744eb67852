# SPDX-License-Identifier: MIT
"""The columns of attributes: one for each name that any code of the codebook gives an attribute, typed by its kind.

A name that several codes share is one column; where their kinds differ, or where a value occurs that the
kind does not hold (the definition was changed after coding), the column is text, so that nothing is lost.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import isfinite

from annotator.domain import AttributeDefinition, AttributeKind, Codebook
from annotator.domain.tables import NO_LABELS, Cell, Measure, Variable, VariableKind
from annotator.domain.variable_names import variable_names

_Values = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class AttributeColumn:
    """One attribute's name, its variable, and what makes a cell of a value."""

    attribute: str
    variable: Variable
    cell: Callable[[str], Cell]


def attribute_columns(codebook: Codebook, *, values: _Values) -> tuple[AttributeColumn, ...]:
    """Give the columns in the order of the codebook, then those of values that no definition knows any more."""
    defined: dict[str, list[AttributeDefinition]] = {}
    for code in codebook.codes:
        for each in code.attributes:
            defined.setdefault(each.name, []).append(each)
    for name in sorted(values):
        defined.setdefault(name, [])
    names = variable_names((f"attribute_{name}" for name in defined), fallback="attribute")
    return tuple(
        _column(attribute, definitions, column, values.get(attribute, frozenset()))
        for (attribute, definitions), column in zip(defined.items(), names, strict=True)
    )


def _column(
    attribute: str, definitions: list[AttributeDefinition], name: str, occurring: frozenset[str]
) -> AttributeColumn:
    kinds = {each.kind for each in definitions}
    kind = kinds.pop() if len(kinds) == 1 else AttributeKind.TEXT
    label = next((each.label for each in definitions if each.label), attribute)
    sentence = f"the attribute “{attribute}”; empty where it is not set"
    if kind is AttributeKind.CHOICE:
        known = dict.fromkeys(choice for each in definitions for choice in each.choices)
        words: dict[int | str, str] = {word: word for word in (*known, *sorted(occurring - known.keys())) if word}
        return AttributeColumn(attribute, Variable(name, label, VariableKind.CHOICE, sentence, words), _word)
    if kind is AttributeKind.YES_NO and occurring <= {"yes", "no", ""}:
        return AttributeColumn(attribute, Variable(name, label, VariableKind.YES_NO, sentence), _YES_NO.get)
    if kind is AttributeKind.NUMBER and all(map(_is_finite, occurring)):
        variable = Variable(name, label, VariableKind.NUMBER, sentence, NO_LABELS, Measure.SCALE)
        return AttributeColumn(attribute, variable, _number)
    return AttributeColumn(attribute, Variable(name, label, VariableKind.TEXT, sentence), _word)


_YES_NO: Mapping[str, bool] = {"yes": True, "no": False}


def _word(value: str) -> Cell:
    return value or None


def _number(value: str) -> Cell:
    return float(value) if value else None


def _is_finite(value: str) -> bool:
    definition = AttributeDefinition("", "", AttributeKind.NUMBER)
    return definition.accepts(value) and (value == "" or isfinite(float(value)))
