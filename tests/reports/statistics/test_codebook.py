# SPDX-License-Identifier: MIT
"""The codebook, its attributes and their values as tables."""

from dataclasses import replace

from reports.statistics.made_study import CODEBOOK, plain_study, records

from annotator.domain import Annotation, AnnotationId, AttributeDefinition, AttributeKind, Codebook, CodeId, Span
from annotator.reports.statistics.codebook import attribute_values, attributes, codebook

HOLDER = AttributeDefinition("holder", "Holder", AttributeKind.CHOICE, ("us", "china"))
SPEAKER = AttributeDefinition("Speaker", "", AttributeKind.TEXT)
CODES = (
    replace(CODEBOOK.codes[0], attributes=(HOLDER, SPEAKER), examples=("“a”", "b")),
    replace(CODEBOOK.codes[1], retired=True, counts_as=CodeId("c1")),
)


def study(**more):
    made = plain_study()
    return replace(made, codebook=Codebook(CODES), codes=CODES, **more)


def test_codes_with_what_they_mean_and_count_as() -> None:
    first, second = records(codebook(study()))
    assert (first["code"], first["examples"], first["retired"]) == ("trust", '["“a”", "b"]', False)
    assert (first["units_wide"], first["category"], first["definition"]) == ("units_wide_trust", "attitude", None)
    assert (second["retired"], second["counts_as"]) == (True, "trust")
    assert first["revision"] == second["revision"] == Codebook(CODES).revision


def test_attributes_name_their_columns() -> None:
    rows = records(attributes(study()))
    assert [(row["attribute"], row["kind"], row["choices"], row["column"]) for row in rows] == [
        ("holder", "choice", '["us", "china"]', "attribute_holder"),
        ("Speaker", "text", None, "attribute_speaker"),
    ]


def test_values_are_one_row_each_and_what_is_not_set_is_none() -> None:
    base = study()
    document = base.documents[0]
    annotation = Annotation(
        AnnotationId("a"), document.id, base.coders[0].id, CODES[0].id, Span.of(0, 1), "",
        attributes={"holder": "us", "Speaker": "李", "gone": ""},
    )  # fmt: skip
    shown = replace(
        base, documents=(document,), annotations_of=lambda _: [annotation], left_out=frozenset(),
        attribute_values={"holder": frozenset({"us"})},
    )  # fmt: skip
    rows = records(attribute_values(shown))
    assert [(row["attribute"], row["value"], row["code"]) for row in rows] == [
        ("Speaker", "李", "trust"), ("holder", "us", "trust"),
    ]  # fmt: skip
    assert records(attribute_values(replace(shown, attribute_values={}))) == []
