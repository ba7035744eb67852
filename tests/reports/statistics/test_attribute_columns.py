# SPDX-License-Identifier: MIT
"""Attributes become columns by their kind, and text where a value would not fit."""

import pytest

from annotator.domain import AttributeDefinition, AttributeKind, Code, Codebook, CodeId
from annotator.domain.tables import VariableKind
from annotator.reports.statistics.attribute_columns import attribute_columns


def codebook(*attributes: AttributeDefinition, second: tuple[AttributeDefinition, ...] = ()) -> Codebook:
    return Codebook((
        Code(CodeId("c1"), "c1", "c1", attributes=attributes),
        Code(CodeId("c2"), "c2", "c2", attributes=second),
    ))  # fmt: skip


def only_column(definition: AttributeDefinition, *values: str):
    (found,) = attribute_columns(codebook(definition), values={definition.name: frozenset(values)})
    return found


@pytest.mark.parametrize(
    ("kind", "value", "cell", "variable"),
    [
        (AttributeKind.TEXT, "Wang", "Wang", VariableKind.TEXT),
        (AttributeKind.NUMBER, "-1.50", -1.5, VariableKind.NUMBER),
        (AttributeKind.YES_NO, "yes", True, VariableKind.YES_NO),
        (AttributeKind.YES_NO, "no", False, VariableKind.YES_NO),
        (AttributeKind.CHOICE, "china", "china", VariableKind.CHOICE),
    ],
)
def test_a_value_by_its_kind(kind, value, cell, variable) -> None:
    found = only_column(AttributeDefinition("holder", "Holder", kind, ("china", "us")), value)
    assert (found.cell(value), found.cell("")) == (cell, None)
    assert (found.variable.kind, found.variable.label) == (variable, "Holder")


def test_a_choice_keeps_words_that_its_list_has_lost() -> None:
    found = only_column(AttributeDefinition("holder", "", AttributeKind.CHOICE, ("us", "china")), "russia", "china", "")
    assert list(found.variable.value_labels) == ["us", "china", "russia"]
    assert found.variable.label == "holder"


@pytest.mark.parametrize(("kind", "value"), [
    (AttributeKind.NUMBER, "many"), (AttributeKind.NUMBER, "1e999"), (AttributeKind.YES_NO, "perhaps"),
])  # fmt: skip
def test_what_does_not_fit_makes_the_column_text(kind, value) -> None:
    found = only_column(AttributeDefinition("n", "N", kind), value, "1")
    assert found.variable.kind is VariableKind.TEXT
    assert found.cell(value) == value


def test_columns_are_apart_and_in_the_order_of_the_codebook() -> None:
    names = ("holder", "Holder", "who trusts?", "日付")
    definitions = [AttributeDefinition(name, name, AttributeKind.NUMBER) for name in names]
    other = AttributeDefinition("holder", "", AttributeKind.TEXT)
    found = attribute_columns(codebook(*definitions, second=(other,)), values={"gone": frozenset({"x"})})
    assert [(each.attribute, each.variable.name) for each in found] == [
        ("holder", "attribute_holder"), ("Holder", "attribute_holder_2"), ("who trusts?", "attribute_who_trusts"),
        ("日付", "attribute"), ("gone", "attribute_gone"),
    ]  # fmt: skip
    assert found[0].variable.kind is VariableKind.TEXT, "two codes that give one name two kinds"
