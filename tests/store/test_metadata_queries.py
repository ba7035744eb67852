# SPDX-License-Identifier: MIT
"""Fields and values of articles: written to the journal, folded, read back, merged, and what of them is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store.conftest import CODER, DOCUMENT
from store.crafting import change, plant, writing

from annotator.domain import Refused
from annotator.domain.metadata import MetadataField, MetadataKind, metadata_field_id
from annotator.store import guard, opening, projection, queries, verification
from annotator.store.metadata_queries import metadata_fields, spelled, spelled_names
from annotator.store.schema import PROJECTION

GROUP = "01900000-0000-7000-8000-000000000001"
SPONSOR = {"name": "Sponsor", "label": "Paid by", "kind": "choice", "choices": ["state", "party"], "position": 1}


def write(file, entity, fields, kind="metadata_field"):
    with file.action(author=CODER, verb="set metadata") as action:
        return action.write(kind, entity, fields)


def define(file, **fields):
    return write(file, metadata_field_id(fields["name"]), fields)


def tables(file):
    return {table: sorted(file.live.execute(f"SELECT * FROM {table}")) for table in PROJECTION}


def test_fields_are_read_as_they_were_written_by_position_and_name(file):
    define(file, **SPONSOR)
    define(file, name="reach", kind="number")
    define(file, name="Ämter", kind="text", position=1)
    assert metadata_fields(file.live) == (
        MetadataField("reach", "", MetadataKind.NUMBER),
        MetadataField("Sponsor", "Paid by", MetadataKind.CHOICE, ("state", "party"), 1),
        MetadataField("Ämter", "", MetadataKind.TEXT, (), 1),
    )
    assert queries.metadata_fields is metadata_fields


def test_what_is_known_of_an_article_is_read_with_it(file):
    define(file, **SPONSOR)
    values = {"url": "https://example.org/1", "duplicate_group": GROUP, "metadata.Sponsor": "state", "metadata.x": ""}
    write(file, DOCUMENT, values, "document")
    (document,) = queries.documents(file.live)
    assert (document.url, document.duplicate_group) == ("https://example.org/1", GROUP)
    assert dict(document.metadata) == {"Sponsor": "state"}
    assert queries.document(file.live, DOCUMENT) == document
    with pytest.raises(TypeError):
        document.metadata["Sponsor"] = "party"
    columns = "url, metadata, duplicate_group"
    (row,) = file.live.execute(f"SELECT {columns} FROM v_documents").fetchall()
    assert (row[0], json.loads(row[1]), row[2]) == ("https://example.org/1", {"Sponsor": "state"}, GROUP)


def test_a_field_that_is_taken_away_leaves_the_values_and_comes_back(file):
    define(file, **SPONSOR)
    write(file, DOCUMENT, {"metadata.Sponsor": "state"}, "document")
    entity = metadata_field_id("sponsor")
    write(file, entity, {"deleted": True})
    assert metadata_fields(file.live) == ()
    assert dict(queries.documents(file.live)[0].metadata) == {"Sponsor": "state"}
    write(file, entity, {"deleted": False})
    assert [each.name for each in metadata_fields(file.live)] == ["Sponsor"]


def test_a_value_stands_under_the_present_spelling_of_its_field(file):
    define(file, name="sponsor", kind="text")
    write(file, DOCUMENT, {"metadata.SPONSOR": "state", "metadata.other": "x"}, "document")
    assert dict(queries.documents(file.live)[0].metadata) == {"sponsor": "state", "other": "x"}
    write(file, DOCUMENT, {"metadata.sponsor": "party"}, "document")
    assert dict(queries.documents(file.live)[0].metadata) == {"sponsor": "party", "other": "x"}
    define(file, name="SPONSOR", kind="text")
    assert spelled_names(file.live) == {"sponsor": "SPONSOR"}
    assert queries.documents(file.live)[0].metadata["SPONSOR"] == "state"


@given(st.dictionaries(st.text(), st.text(min_size=1)))
def test_names_that_no_field_has_are_left_as_they_are(values):
    assert dict(spelled(json.dumps(values), {})) == values


def test_tables_can_be_thrown_away_and_built_again(file):
    define(file, **SPONSOR)
    write(file, DOCUMENT, {"metadata.Sponsor": "state", "metadata.B": "b", "metadata.A": "a"}, "document")
    before = tables(file)
    with file.transaction():
        projection.rebuild(file.live, file.texts)
    assert tables(file) == before
    assert list(verification.faults(file)) == []


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("DELETE FROM metadata_field", "Table metadata_field|is in the journal"),
        ("UPDATE metadata_field SET choices = '[]'", "differs from the journal in choices"),
        ("UPDATE document SET metadata = '{}'", "differs from the journal in metadata"),
        ("UPDATE document SET duplicate_group = id", "differs from the journal in duplicate_group"),
    ],
)
def test_a_table_that_was_tampered_with_is_told(file, statement, sentence):
    define(file, **SPONSOR)
    write(file, DOCUMENT, {"metadata.Sponsor": "state"}, "document")
    file.live.execute(statement)
    with pytest.raises(AssertionError, match=sentence):
        assert list(verification.faults(file)) == []


def test_an_identity_that_is_not_of_the_name_is_not_stored(file):
    with pytest.raises(Refused, match="identity is not the one"):
        write(file, GROUP, SPONSOR)


@pytest.mark.parametrize(
    ("kind", "fields", "sentence"),
    [
        ("metadata_field", {"name": "Sponsor"}, "begins a metadata_field without kind"),
        ("metadata_field", {"kind": "text"}, "begins a metadata_field without name"),
        ("metadata_field", SPONSOR | {"kind": "colour"}, "metadata_field.kind cannot hold"),
        ("metadata_field", SPONSOR | {"name": "other"}, "otherwise than by what it is"),
        ("metadata_field", SPONSOR | {"formula": "x"}, "unknown field"),
        ("document", {"metadata.a": 3}, "metadata.a cannot hold"),
        ("document", {"duplicate_group": "x"}, "duplicate_group cannot hold"),
    ],
)
def test_a_file_from_elsewhere_brings_whole_fields_only(file, path, kind, fields, sentence):
    opening.close_file(file)
    entity = metadata_field_id("Sponsor") if kind == "metadata_field" else DOCUMENT
    plant(path, change(entity, writing(kind, **fields)))
    with pytest.raises(Refused, match=sentence):
        guard.read_project(path)


def test_a_copy_of_a_project_in_which_a_field_was_spelled_anew_is_read(file, path):
    define(file, name="sponsor", kind="text")
    define(file, name="Sponsor", kind="text")
    opening.close_file(file)
    assert metadata_field_id("SPONSOR") in guard.read_project(path).beginnings
