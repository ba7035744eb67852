# SPDX-License-Identifier: MIT
import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.metadata import BUILT_IN, MetadataField, MetadataKind, is_date, metadata_field_id


@given(st.dates())
def test_every_day_is_a_date_whole_and_in_part(day: date) -> None:
    whole = day.isoformat()
    assert is_date(whole)
    assert is_date(whole[:7])
    assert is_date(whole[:4])


@given(st.integers(1, 9999), st.integers(0, 13), st.integers(0, 33))
def test_a_day_that_no_calendar_has_is_none(year: int, month: int, day: int) -> None:
    has = 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
    assert is_date(f"{year:04}-{month:02}-{day:02}") == has


@pytest.mark.parametrize(
    "value", ["26", "2026-3", "2026/03/01", "2026-03-01T10:00", "March 2026", "٢٠٢٦", "2026-03-01\n"]
)
def test_what_is_not_iso_8601_is_no_date(value: str) -> None:
    assert not is_date(value)


def test_each_kind_takes_what_it_can_hold_and_always_the_empty_value() -> None:
    choice = MetadataField("side", "Side", MetadataKind.CHOICE, ("left", "right"))
    number = MetadataField("circulation", "", MetadataKind.NUMBER)
    day = MetadataField("printed", "", MetadataKind.DATE)
    text = MetadataField("desk", "", MetadataKind.TEXT, ("world",))
    assert [field.accepts("") for field in (choice, number, day, text)] == [True] * 4
    assert (choice.accepts("left"), choice.accepts("middle")) == (True, False)
    assert (number.accepts("-1.5e3"), number.accepts("nan"), number.accepts("1_0")) == (True, False, False)
    assert (day.accepts("2026-03"), day.accepts("soon")) == (True, False)
    assert text.accepts("anything")


def test_a_field_without_a_label_is_called_by_its_name() -> None:
    assert MetadataField("desk").heading == "desk"
    assert MetadataField("desk", "Desk").heading == "Desk"


def test_fields_meet_whatever_the_case_of_their_names() -> None:
    assert metadata_field_id("Section") == metadata_field_id("section")
    assert metadata_field_id("section") != metadata_field_id("sector")


def test_what_every_article_has_is_named() -> None:
    assert list(BUILT_IN) == ["title", "outlet", "author", "date", "url"]
