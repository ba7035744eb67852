# SPDX-License-Identifier: MIT
import pytest

from annotator.domain.metadata import BUILT_IN, MetadataField, MetadataKind
from annotator.operations.metadata_rules import (
    IDENTIFYING,
    built_in_called,
    field_called,
    field_fault,
    register_of,
    shortened,
    tidied,
    value_fault,
)

SPONSOR = MetadataField("sponsor", "Paid by", MetadataKind.CHOICE, ("state", "party"))
REACH = MetadataField("reach", kind=MetadataKind.NUMBER)
SEEN = MetadataField("seen", kind=MetadataKind.DATE)
TOPIC = MetadataField("topic", kind=MetadataKind.TEXT, choices=("war", "trade"))
FIELDS = (SPONSOR, REACH, SEEN, TOPIC)


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_has_nothing_against_itself(field):
    assert field_fault([each for each in FIELDS if each is not field], field) == ""


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        (MetadataField(""), "1 to 291 characters"),
        (MetadataField(" a"), "1 to 291 characters"),
        (MetadataField("a\nb"), "1 to 291 characters"),
        (MetadataField("x" * 292), "1 to 291 characters"),
        (MetadataField("x\0"), "1 to 291 characters"),
        (MetadataField("\udc80"), "1 to 291 characters"),
        (MetadataField("x", "y" * 301), "A label has at most 300"),
        (MetadataField("Title"), "Every article has the field “Title” already"),
        (MetadataField("x", "Address (URL)"), "Every article has the field “Address"),
        (MetadataField("ARTICLE_ID"), "names the article itself"),
        (MetadataField("SPONSOR"), "already a field called “Paid by”"),
        (MetadataField("paid BY"), "already a field called “Paid by”"),
        (MetadataField("x", "reach"), "already a field called “reach”"),
        (MetadataField("x", kind=MetadataKind.CHOICE), "name what can be chosen"),
        (MetadataField("x", kind=MetadataKind.CHOICE, choices=("a", "a")), "different words"),
        (MetadataField("x", kind=MetadataKind.CHOICE, choices=("a", "")), "different words"),
        (MetadataField("x", choices=(" a",)), "different words"),
        (MetadataField("x", kind=MetadataKind.DATE, choices=("2026",)), "is a date, so it has no choices"),
    ],
)
def test_what_is_no_field(field, sentence):
    assert sentence in field_fault(FIELDS, field)


@pytest.mark.parametrize(
    ("word", "name"),
    [("Sponsor", "sponsor"), ("PAID BY", "sponsor"), ("outlet", "outlet"), ("Address (url)", "url"), ("colour", "")],
)
def test_a_field_is_found_by_name_or_label(word, name):
    assert field_called(FIELDS, word) == name
    assert built_in_called(word) == (name if name in BUILT_IN else "")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("sponsor", "party"), ("sponsor", ""), ("reach", "1.5"), ("reach", "-3"), ("seen", "2026-02"), ("topic", "any"),
        ("date", "2026"), ("date", ""), ("title", "x" * 100_000), ("url", "https://example.org/"),
    ],
)  # fmt: skip
def test_what_a_field_takes(name, value):
    assert value_fault(FIELDS, name, value) == ""


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("sponsor", "me", "“Paid by” takes one of state, party, not “me”"),
        ("reach", "1,5", "“reach” takes a number with a point as its decimal mark, such as 12 or 0.5, not “1,5”"),
        ("reach", "nan", "not “nan”"),
        ("seen", "15.3.2026", "“seen” takes a date such as 2026, 2026-03 or 2026-03-15, not “15.3.2026”"),
        ("date", "2026-02-30", "“Date” takes a date"),
        ("outlet", "x" * 301, "“Outlet” takes at most 300 characters and was given 301"),
        ("topic", "x" * 100_001, "at most 100,000"),
        ("title", "a\0", "NUL"),
        ("topic", "\ud800", "half of a character"),
        ("reach", "x" * 500, "…”"),
    ],
)
def test_what_a_field_does_not_take(name, value, words):
    assert words in value_fault(FIELDS, name, value)


def test_many_choices_are_not_all_listed():
    many = MetadataField("m", kind=MetadataKind.CHOICE, choices=tuple(map(str, range(100))))
    assert value_fault([many], "m", "x").endswith("7 and 92 more, not “x”")


def test_words():
    assert register_of("title") == "title"
    assert register_of("sponsor") == "metadata.sponsor"
    assert tidied(" a\r\nb\rc\n") == "a\nb\nc"
    assert len(shortened("x" * 100)) == 60
    assert set(IDENTIFYING).isdisjoint(BUILT_IN)
