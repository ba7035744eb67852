# SPDX-License-Identifier: MIT
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.refi.refi_words import (
    NO_TIME,
    folded,
    identity,
    is_writable,
    selection_id,
    selection_name,
    utc_time,
    writable,
)

GUID = "22222222-2222-4222-8222-2222222222ab"


def test_a_name_is_the_first_hundred_characters() -> None:
    assert selection_name("One\n\u00a0two\u2028three") == "One two three"
    assert selection_name("a" * 100) == "a" * 100
    assert selection_name("a" * 101) == "a" * 100 + "…"
    assert selection_name(" \n") == ""


@given(st.text())
def test_names_and_replacements_can_be_written(text: str) -> None:
    assert is_writable(selection_name(text))
    assert is_writable(writable(text))
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize("written", [GUID, GUID.upper(), f"{{{GUID}}}", f" {{{GUID.upper()}}} "])
def test_identities_in_every_spelling(written: str) -> None:
    assert identity(written) == GUID


@pytest.mark.parametrize("written", [None, "", "x", GUID[:-1], GUID.replace("-", ""), "{}"])
def test_what_is_no_identity(written: str | None) -> None:
    assert identity(written) == ""


@pytest.mark.parametrize(
    ("written", "utc"),
    [
        (None, ""), ("", ""), ("yesterday", ""), (NO_TIME, ""), ("2020-01-02", ""), ("0001-01-01T00:00:00+14:00", ""),
        ("2020-01-02T03:04:05.123456Z", "2020-01-02T03:04:05.123456Z"),
        ("2020-01-02T03:04:05-01:00", "2020-01-02T04:04:05Z"),
    ],
)  # fmt: skip
def test_times(written: str | None, utc: str) -> None:
    assert utc_time(written) == utc


def test_the_identity_of_a_selection_tells_its_place() -> None:
    assert len({selection_id(GUID, 0, 1), selection_id(GUID, 0, 11), selection_id(GUID, 1, 1)}) == 3
