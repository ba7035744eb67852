# SPDX-License-Identifier: MIT
import dataclasses

import pytest

from annotator.domain import AttributeDefinition, AttributeKind, Code, Codebook, Pattern
from annotator.domain.codebook import code_as_json, code_from_json

TRUST = Code(
    id="1dfbd2d6-f072-56bb-a87d-6225674689a0",
    name="Evidence of trust",
    short_name="trust",
    shortcut="1",
    definition="relies on",
    examples=("a", "b"),
    pattern=Pattern.DASHED,
    attributes=(AttributeDefinition("holder", "Holder", AttributeKind.CHOICE, ("china", "russia")),),
)
OTHER = Code(id="2dfbd2d6-f072-56bb-a87d-6225674689a0", name="Trust", short_name="other", retired=True)


@pytest.mark.parametrize(
    ("kind", "value", "accepted"),
    [
        (AttributeKind.CHOICE, "china", True),
        (AttributeKind.CHOICE, "japan", False),
        (AttributeKind.CHOICE, "", True),
        (AttributeKind.TEXT, "anything at all", True),
        (AttributeKind.NUMBER, "-2.5", True),
        (AttributeKind.NUMBER, "two", False),
        (AttributeKind.YES_NO, "yes", True),
        (AttributeKind.YES_NO, "maybe", False),
    ],
)
def test_what_an_attribute_accepts(kind, value, accepted):
    assert AttributeDefinition("a", "A", kind, ("china",)).accepts(value) is accepted


def test_a_code_survives_its_plain_form():
    assert code_from_json(code_as_json(TRUST)) == TRUST


@pytest.mark.parametrize(
    "change",
    [{"attributes": "x"}, {"attributes": ["x"]}, {"position": "1"}, {"retired": 1}, {"pattern": "plaid"}],
)
def test_a_code_that_is_off_is_refused(change):
    with pytest.raises((TypeError, ValueError, KeyError)):
        code_from_json(code_as_json(TRUST) | change)


def test_codes_are_found_by_id_then_short_name_then_name():
    book = Codebook((TRUST, OTHER))
    assert book.find("TRUST") is TRUST
    assert book.find(OTHER.id) is OTHER
    assert book.find("evidence of TRUST") is TRUST
    assert book.find("mistrust") is None
    assert book.by_id(TRUST.id) is TRUST
    assert book.by_id("nowhere") is None
    assert book.active == (TRUST,)
    assert TRUST.attribute("holder") is TRUST.attributes[0]
    assert TRUST.attribute("speaker") is None


def test_the_revision_names_the_state_and_not_the_order():
    assert Codebook((TRUST, OTHER)).revision == Codebook((OTHER, TRUST)).revision
    changed = dataclasses.replace(TRUST, definition="confides in")
    assert Codebook((changed, OTHER)).revision != Codebook((TRUST, OTHER)).revision
