# SPDX-License-Identifier: MIT
import pytest

from annotator.domain.derived import DERIVED, is_own_identity
from annotator.domain.fields import FIELDS, IDENTITY, REQUIRED
from annotator.domain.identifiers import completion_id, document_id
from annotator.domain.metadata import metadata_field_id
from annotator.domain.team import AliasOf, alias_id, assignment_id, carried_over_id, round_id

A, B = "01900000-0000-7000-8000-00000000000b", "01900000-0000-5000-8000-0000000000d1"
WRITTEN = {
    "document": ({"text_sha256": "a" * 64}, document_id("a" * 64)),
    "metadata_field": ({"name": "Sponsor"}, metadata_field_id("sponsor")),
    "completion": ({"coder": A, "document": B, "round": "main"}, completion_id(A, B, "main")),
    "round": ({"name": "pilot"}, round_id("pilot")),
    "assignment": ({"coder": A, "document": B, "round": "main"}, assignment_id(A, B, "main")),
    "alias": ({"of": "code", "source": A}, alias_id(AliasOf.CODE, A)),
    "carried_over": ({"annotation": A, "document": B}, carried_over_id(A, B)),
}


def test_every_kind_that_derives_its_identity_is_tried_here():
    assert set(WRITTEN) == set(DERIVED)


@pytest.mark.parametrize("kind", WRITTEN)
def test_what_the_fields_give_is_the_only_identity(kind):
    fields, entity = WRITTEN[kind]
    assert is_own_identity(kind, entity, fields)
    assert not is_own_identity(kind, A, fields)
    for name in fields:
        changed = fields | {name: "coder" if fields[name] == "code" else f"{fields[name]}x"}
        assert not is_own_identity(kind, entity, changed), name


@pytest.mark.parametrize("kind", WRITTEN)
def test_a_change_that_does_not_say_cannot_be_wrong(kind):
    fields, _ = WRITTEN[kind]
    for name in fields:
        assert is_own_identity(kind, A, {other: value for other, value in fields.items() if other != name})


@pytest.mark.parametrize("kind", sorted(set(FIELDS) - set(DERIVED)))
def test_drawn_identities_are_whatever_they_are(kind):
    assert is_own_identity(kind, A, {"name": "x", "document": B})


@pytest.mark.parametrize("kind", DERIVED)
def test_fields_that_give_an_identity_are_required_and_never_change(kind):
    assert set(DERIVED[kind][0]) <= set(REQUIRED[kind])
    if kind != "metadata_field":  # its identity is that of the folded name
        assert set(DERIVED[kind][0]) <= set(IDENTITY[kind])


def test_the_name_of_a_field_of_articles_may_change_its_case():
    assert is_own_identity("metadata_field", metadata_field_id("Sponsor"), {"name": "SPONSOR"})
    assert "metadata_field" not in IDENTITY


@pytest.mark.parametrize("kind", FIELDS)
def test_what_is_required_or_never_changes_is_a_field(kind):
    assert set(REQUIRED[kind]) <= set(FIELDS[kind])
    assert set(IDENTITY.get(kind, ())) <= set(FIELDS[kind])
