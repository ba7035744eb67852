# SPDX-License-Identifier: MIT
"""What files say of articles, as a project can hold it: nothing lost in silence, nothing unstorable written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.fields import fault
from annotator.domain.metadata import MetadataField, MetadataKind
from annotator.exchange.findings import Findings
from annotator.operations.incoming_metadata import DATE_AS_GIVEN, IncomingMetadata


def registers(metadata: dict[str, str], *fields: MetadataField) -> tuple[dict[str, object], list[str]]:
    findings = Findings()
    incoming = IncomingMetadata(fields, findings)
    found = incoming.registers(metadata, article="a.txt")
    assert [each.position for each in incoming.new_fields] == list(
        range(len(fields), len(fields) + len(incoming.new_fields))
    )
    return dict(found), [each.sentence for each in findings]


@pytest.mark.parametrize(
    ("given_date", "name", "value"),
    [
        ("2026", "date", "2026"),
        ("2026-03", "date", "2026-03"),
        ("2026-03-15", "date", "2026-03-15"),
        ("2026-03-15T08:30:00+02:00", "date", "2026-03-15"),
        ("2026-03-15 08:30", "date", "2026-03-15"),
        ("2026-02-30", f"metadata.{DATE_AS_GIVEN}", "2026-02-30"),
        ("15 March 2026", f"metadata.{DATE_AS_GIVEN}", "15 March 2026"),
    ],
)
def test_dates_are_those_of_iso_8601_or_kept_as_given(given_date: str, name: str, value: str) -> None:
    assert registers({"date": given_date}) == ({name: value}, [])


def test_known_fields_are_met_by_name_and_label() -> None:
    fields = (MetadataField("Desk", label="Ressort"), MetadataField("n", kind=MetadataKind.NUMBER, position=1))
    found, said = registers({"desk": "a", "N": "7"}, *fields)
    assert (found, said) == ({"metadata.Desk": "a", "metadata.n": "7"}, [])
    assert registers({"ressort": "b"}, *fields)[0] == {"metadata.Desk": "b"}
    assert registers({"n": "many"}, *fields) == ({}, ["A value that the field “n” does not take was left out."])


def test_new_fields_get_names_that_are_free() -> None:
    found, _ = registers({"Title": "a", "article": "b", "  ": "c", "x" * 400: "d", "a\0b": "e"})
    names = [name.removeprefix("metadata.") for name in found]
    assert names[:3] == ["Title 2", "article 2", "field"]
    assert len(names[3]) < 300
    assert names[4] == "ab"


def test_what_is_too_long_is_cut_and_said() -> None:
    found, said = registers({"author": "x" * 301, "url": "y" * 2000, "own": "z" * 100_001})
    assert len(str(found["author"])) == 300
    assert len(str(found["url"])) == 2000
    assert len(str(found["metadata.own"])) == 100_000
    assert len(said) == 2


ANY = st.text(st.characters(), max_size=20)


@given(st.lists(st.dictionaries(ANY, ANY, max_size=5), max_size=4))
def test_whatever_files_say_can_be_written(several: list[dict[str, str]]) -> None:
    incoming = IncomingMetadata((), Findings())
    for metadata in several:
        for name, value in incoming.registers(metadata, article="a").items():
            assert fault("document", name, value) == ""
            assert value
    names = [each.name.casefold() for each in incoming.new_fields]
    assert len(set(names)) == len(names)
    for each in incoming.new_fields:
        assert fault("metadata_field", "name", each.name) == ""
