# SPDX-License-Identifier: MIT
import pytest

from annotator.domain.fields import FIELDS, REQUIRED, default, fault

UUID = "01900000-0000-7000-8000-000000000001"
SPAN = {"start": 3, "end": 5, "quote": "ab", "before": "x", "after": ""}


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("annotation", "span", SPAN),
        ("annotation", "attribute.holder", "china"),
        ("annotation", "certainty", "high"),
        ("annotation", "deleted", True),
        ("document", "alias.other.txt", True),
        ("code", "colour", "#A0b1C2"),
        ("document", "url", "https://example.org/" + "a" * 1_900),
        ("document", "duplicate_group", UUID),
        ("document", "duplicate_group", ""),
        ("document", "metadata." + "a" * 291, "x" * 100_000),
        ("metadata_field", "name", "a" * 291),
        ("metadata_field", "kind", "choice"),
        ("metadata_field", "choices", ["a", "b"]),
        ("completion", "reopened_at", "2026-03-14T10:00:00Z"),
        ("completion", "codes", [UUID]),
        ("project", "lead", UUID),
        ("code", "attributes", [{"name": "a", "label": "A", "kind": "choice", "choices": ["x"]}]),
        ("code", "attributes", [{"name": "a" * 290, "label": "A", "kind": "text", "choices": []}]),
        ("annotation", "attribute." + "a" * 290, "x"),
    ],
)
def test_what_a_field_holds(kind, field, value):
    assert fault(kind, field, value) == ""


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("annotation", "span", SPAN | {"end": 6}),
        ("annotation", "span", SPAN | {"start": -1, "end": 1}),
        ("annotation", "span", SPAN | {"start": True}),
        ("annotation", "span", SPAN | {"before": "x" * 33}),
        ("annotation", "span", {"start": 1}),
        ("annotation", "span", "3-5"),
        ("annotation", "certainty", "sure"),
        ("annotation", "memo", "x" * 100_001),
        ("annotation", "memo", 3),
        ("annotation", "memo", "a\0b"),
        ("coder", "name", "Anna\0"),
        ("annotation", "code", "trust"),
        ("annotation", "deleted", 1),
        ("annotation", "alias.x", True),
        ("annotation", "no_such_field", "x"),
        ("no_such_kind", "name", "x"),
        ("document", "attribute.x", "y"),
        ("document", "text_sha256", "short"),
        ("document", "length", -1),
        ("document", "length", True),
        ("code", "colour", "red"),
        ("code", "pattern", "plaid"),
        ("code", "attributes", [{"name": "a"}]),
        ("code", "attributes", [{"name": "a" * 291, "label": "A", "kind": "text", "choices": []}]),
        ("document", "url", "x" * 2_001),
        ("document", "duplicate_group", "one"),
        ("document", "metadata." + "a" * 292, "x"),
        ("document", "metadata.a", 3),
        ("document", "metadata.a", "x\0"),
        ("annotation", "metadata.a", "x"),
        ("metadata_field", "name", "a" * 292),
        ("metadata_field", "kind", "colour"),
        ("metadata_field", "choices", "a"),
        ("metadata_field", "metadata.a", "x"),
        ("completion", "codes", ["x"]),
        ("completion", "reopened_at", "yesterday"),
        ("completion", "reopened_at", 3),
        ("region", "state", "maybe"),
    ],
)
def test_what_a_field_cannot_hold(kind, field, value):
    assert fault(kind, field, value) != ""


def test_every_default_is_a_value_that_the_field_can_hold_unless_it_must_be_written():
    for kind, fields in FIELDS.items():
        for field in fields:
            if field not in REQUIRED[kind]:
                assert fault(kind, field, default(kind, field)) == "", (kind, field)
    assert default("annotation", "attribute.holder") == ""
    assert default("document", "metadata.sponsor") == ""
    assert default("annotation", "deleted") is False
    with pytest.raises(KeyError):
        default("no_such_kind", "name")
