# SPDX-License-Identifier: MIT
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import identifiers
from annotator.domain.identifiers import completion_id, derived_uuid, document_id, is_hash, is_uuid, new_uuid


def test_drawn_identities_are_of_version_7_and_never_twice():
    drawn = [new_uuid() for _ in range(500)]
    assert len(set(drawn)) == 500
    assert {uuid.UUID(each).version for each in drawn} == {7}
    assert {uuid.UUID(each).variant for each in drawn} == {uuid.RFC_4122}
    assert all(is_uuid(each) for each in drawn)


def test_drawn_identities_sort_by_the_time_they_were_made(monkeypatch):
    moments = iter([1_700_000_000_000_000_000, 1_700_000_000_001_000_000, 1_800_000_000_000_000_000])
    monkeypatch.setattr("time.time_ns", lambda: next(moments))
    drawn = [new_uuid() for _ in range(3)]
    assert drawn == sorted(drawn)


def test_derived_identities_never_change():
    assert document_id("0" * 64) == "ca1c45ee-ac62-5536-8df9-457d5433ea69"
    assert derived_uuid("code", "trust") == "1dfbd2d6-f072-56bb-a87d-6225674689a0"
    assert completion_id("a", "b", "main") != completion_id("b", "a", "main")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), st.text(max_size=3, alphabet="ab\x1fé"))
def test_derived_identities_are_those_of_the_standard_library(kind, part):
    name = f"{kind}\x1f{part}"
    assert derived_uuid(kind, part) == str(uuid.uuid5(uuid.UUID("6f1c2f0e-5f0e-5f7a-9c5b-3d1d0a7b8e11"), name))


def test_parts_do_not_run_together():
    assert derived_uuid("x", "ab", "c") != derived_uuid("x", "a", "bc")


@pytest.mark.parametrize("value", ["", "x", None, 3, "01900000-0000-7000-8000-00000000000G", "A" * 36, "a" * 35])
def test_what_is_no_uuid(value):
    assert not is_uuid(value)


@pytest.mark.parametrize(("value", "right"), [("a" * 64, True), ("A" * 64, False), ("a" * 63, False), (None, False)])
def test_what_is_a_hash(value, right):
    assert is_hash(value) is right


def test_drawn_within_a_millisecond_they_sort_as_they_were_drawn(monkeypatch):
    monkeypatch.setattr(identifiers.time, "time_ns", lambda: 1_700_000_000_000 * 1_000_000)
    drawn = [identifiers.new_uuid() for _ in range(2000)]
    assert drawn == sorted(drawn)
    assert len(set(drawn)) == len(drawn)
    assert all(identifiers.is_uuid(each) and each[14] == "7" and each[19] in "89ab" for each in drawn)
    assert {each[:13] for each in drawn} == {"018bcfe5-6800"}
