# SPDX-License-Identifier: MIT
from dataclasses import replace

import pytest
from exchange.made_corpora import corpus_of

from annotator.domain.metadata import BUILT_IN, MetadataField, MetadataKind
from annotator.exchange.refi.refi_variables import TEXT_HASH, ReadVariables, WrittenVariables, known_of, variable_id

DOCUMENT = replace(corpus_of("One").documents[0], title="T", metadata={"size": "3", "day": ""})


def test_what_is_known_is_by_name_and_never_empty() -> None:
    assert known_of(DOCUMENT) == {"title": "T", TEXT_HASH: DOCUMENT.text_sha256, "size": "3"}


@pytest.mark.parametrize(
    ("kind", "value", "type_of"),
    [
        (MetadataKind.NUMBER, "3", "Float"),
        (MetadataKind.NUMBER, "3e5", "Text"),
        (MetadataKind.DATE, "2026", "Text"),
        (MetadataKind.DATE, "2026-02-28", "Date"),
        (MetadataKind.DATE, "0000-01-01", "Text"),
        (MetadataKind.TEXT, "3", "Text"),
    ],
)
def test_types(kind: MetadataKind, value: str, type_of: str) -> None:
    document = replace(DOCUMENT, metadata={"field": value})
    written = WrittenVariables([document], [MetadataField("field", "Label", kind)])
    assert f'name="field" typeOfVariable="{type_of}"' in written.definitions()
    assert f"<{type_of}Value>{value}</{type_of}Value>" in "".join(written.values(document))


def test_a_field_without_values_is_a_variable_all_the_same() -> None:
    assert 'name="empty"' in WrittenVariables([], [MetadataField("empty")]).definitions()
    assert WrittenVariables([], []).definitions() == ""


def test_variables_named_like_what_every_article_has_are_that_once() -> None:
    read = ReadVariables()
    read.define("1", "Title", kind="Text", label="")
    read.define("2", "TITLE", kind="Text", label="")
    read.define("3", " Size  of ", kind="Float", label="How long")
    read.define(variable_id(TEXT_HASH), TEXT_HASH, kind="Text", label="")
    assert [read.name_of(guid) for guid in ("1", "2", "3", "4")] == ["title", "TITLE_2", "Size of", ""]
    assert read.name_of(variable_id(TEXT_HASH)) == TEXT_HASH
    assert [(field.name, field.label, field.kind) for field in read.fields] == [
        ("TITLE_2", "", MetadataKind.TEXT),
        ("Size of", "How long", MetadataKind.NUMBER),
    ]
    assert not {field.name.casefold() for field in read.fields} & set(BUILT_IN)


def test_the_field_for_remarks_is_added_once() -> None:
    read = ReadVariables()
    assert (read.with_remarks(), read.with_remarks()) == ("memo", "memo")
    assert [field.name for field in read.fields] == ["memo"]
