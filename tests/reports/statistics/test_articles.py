# SPDX-License-Identifier: MIT
"""Articles with their own fields and what is excluded of them."""

from dataclasses import replace

from hypothesis import given
from reports.statistics.made_study import LENGTH, UNITS, Made, made_studies, plain_study, records

from annotator.domain.metadata import MetadataField, MetadataKind
from annotator.domain.tables import VariableKind
from annotator.reports.statistics.articles import articles


@given(made_studies())
def test_lengths_and_what_is_excluded(made: Made) -> None:
    for row in records(articles(made.study)):
        gone = made.excluded[row["document_id"]]
        assert (row["characters"], row["excluded_characters"]) == (LENGTH, len(gone))
        assert row["units"] == len(UNITS)
        assert row["excluded_units"] == sum(set(range(start, end)) <= gone for start, end in UNITS)


def test_own_fields_have_columns_by_their_kind() -> None:
    fields = (
        MetadataField("words", kind=MetadataKind.NUMBER),
        MetadataField("Genre", label="Kind of text", kind=MetadataKind.CHOICE, choices=("news", "opinion")),
        MetadataField("seen", kind=MetadataKind.DATE),
        MetadataField("text"),
        MetadataField("Units"),
    )
    study = plain_study()
    values = {"words": "12", "Genre": "letter", "seen": "2026-03", "text": "free"}
    document = replace(study.documents[0], metadata=values, url="https://example.org", date="2026")
    table = articles(replace(study, fields=fields, documents=(document,)), with_texts=True)
    (row,) = records(table)
    assert (row["words"], row["genre"], row["seen"], row["text_2"], row["units_2"]) == (
        12.0,
        "letter",
        "2026-03",
        "free",
        None,
    )
    assert (row["text"], row["url"], row["date"]) == ("x" * LENGTH, "https://example.org", "2026")
    kinds = {each.name: each for each in table.variables}
    assert kinds["genre"].label == "Kind of text"
    assert list(kinds["genre"].value_labels) == ["news", "opinion", "letter"]
    assert kinds["seen"].kind is VariableKind.DATE
