# SPDX-License-Identifier: MIT
"""``codebook``, ``attributes`` and ``attribute_values``: what codes mean, what may be said of a passage."""

import json
from collections.abc import Iterator, Sequence

from annotator.domain import AttributeKind
from annotator.domain.tables import Row, StatisticsTable
from annotator.reports.statistics import variables as of
from annotator.reports.statistics.attribute_columns import attribute_columns
from annotator.reports.statistics.study import Study
from annotator.reports.statistics.units_wide import units_wide_names

CODEBOOK, ATTRIBUTES, ATTRIBUTE_VALUES = "codebook", "attributes", "attribute_values"
KINDS = {
    AttributeKind.CHOICE.value: "one of a list",
    AttributeKind.TEXT.value: "any words",
    AttributeKind.NUMBER.value: "a number",
    AttributeKind.YES_NO.value: "yes or no",
}


def codebook(study: Study) -> StatisticsTable:
    """Build the table of the chosen codes, in the order of the codebook."""
    return StatisticsTable(
        name=CODEBOOK,
        title="Codebook",
        description="One row per code: what it means, what counts, what does not.",
        variables=(
            of.CODE_ID,
            of.code(study.codebook),
            of.text("name", "Name", "name of the code as it is shown"),
            of.text("shortcut", "Key", "the key that applies it"),
            of.text("category", "Category", "category of the code"),
            of.text("definition", "Definition", "what the code means"),
            of.text("counts", "Counts", "what counts"),
            of.text("does_not", "Does not count", "what does not"),
            of.text("examples", "Examples", "passages that show it, as a JSON list"),
            of.text("colour", "Colour", "colour on light pages, #RRGGBB"),
            of.yes_no("retired", "Retired", "true where it is not offered any more; its annotations still count"),
            of.text("counts_as", "Counts as", "short name of the code that the lead mapped it to; else empty"),
            of.text("units_wide", "Table", "name of its table of units by coder; empty where it has none"),
            of.text("revision", "Revision", "SHA-256 that names the present codebook"),
        ),
        rows=lambda: _codebook_rows(study),
        key_columns=("code_id",),
    )


def _codebook_rows(study: Study) -> Iterator[Row]:
    revision = study.codebook.revision
    tables = dict(zip((code.id for code in study.codes), units_wide_names(study), strict=True))
    for code in study.codes:
        target = study.codebook.by_id(code.counts_as)
        yield (
            code.id, code.short_name, code.name, code.shortcut or None, code.category or None, code.definition or None,
            code.counts or None, code.does_not or None, _listed(code.examples), code.colour or None, code.retired,
            (target.short_name if target else code.counts_as) or None, tables.get(code.id), revision,
        )  # fmt: skip


def attributes(study: Study) -> StatisticsTable:
    """Build the table of what may be said of a passage beside its code: one row per code and attribute."""
    return StatisticsTable(
        name=ATTRIBUTES,
        title="Attributes",
        description="One row per code and attribute that the codebook gives it.",
        variables=(
            of.CODE_ID,
            of.code(study.codebook),
            of.text("attribute", "Attribute", "name of the attribute"),
            of.text("label", "Label", "the attribute as it is shown"),
            of.choice("kind", "Kind", "what its values are", words=KINDS),
            of.text("choices", "Choices", "the words of its list, as a JSON list"),
            of.text("column", "Column", "name of its column in annotations_long"),
        ),
        rows=lambda: _attribute_rows(study),
        key_columns=("code_id", "attribute"),
    )


def _attribute_rows(study: Study) -> Iterator[Row]:
    found = attribute_columns(study.codebook, values=study.attribute_values)
    columns = {each.attribute: each.variable.name for each in found}
    for code in study.codes:
        for each in code.attributes:
            yield (
                code.id, code.short_name, each.name, each.label or None, each.kind.value, _listed(each.choices),
                columns[each.name],
            )  # fmt: skip


def attribute_values(study: Study) -> StatisticsTable:
    """Build the table of what was said: one row per annotation and attribute that is set, in the long form."""
    return StatisticsTable(
        name=ATTRIBUTE_VALUES,
        title="Attribute values",
        description="One row per annotation and attribute that is set.",
        variables=(
            of.ANNOTATION_ID,
            of.DOCUMENT_ID,
            of.CODER_ID,
            of.CODER,
            of.ROUND,
            of.code(study.codebook),
            of.text("attribute", "Attribute", "name of the attribute"),
            of.text("value", "Value", "its value, as it was written"),
        ),
        rows=lambda: _value_rows(study),
        key_columns=("annotation_id", "attribute"),
    )


def _value_rows(study: Study) -> Iterator[Row]:
    if not study.attribute_values:
        return
    coders = of.coder_names(study.people.values())
    codes = {code.id: code.short_name for code in study.codebook.codes}
    for document in study.documents:
        for each in study.counted(document.id):
            for name, value in sorted(each.attributes.items()):
                if value:
                    yield (
                        each.id, each.document, each.coder, coders.get(each.coder), each.round, codes.get(each.code),
                        name, value,
                    )  # fmt: skip


def _listed(words: Sequence[str]) -> str | None:
    return json.dumps(list(words), ensure_ascii=False) if words else None
