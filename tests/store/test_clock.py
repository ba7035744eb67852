# SPDX-License-Identifier: MIT
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.store import clock

readings = st.tuples(st.integers(0, 10**14), st.integers(0, 99_999)).map(lambda pair: clock.spell(*pair))


@given(readings, st.integers(0, 10**14))
def test_a_tick_is_later_than_all_before_it(last, now):
    assert clock.tick(last, now) > last
    assert clock.parse(clock.tick(last, now))[0] >= now


@given(readings, readings, st.integers(0, 10**14))
def test_what_is_taken_in_is_passed_unless_it_is_a_day_ahead(last, incoming, now):
    taken = clock.take_in(last, incoming, now)
    assert taken >= last
    assert (taken >= incoming) or clock.is_skewed(incoming, now)


@given(st.lists(readings, max_size=20))
def test_readings_sort_as_text_as_they_do_in_time(several):
    assert sorted(several) == sorted(several, key=clock.parse)


@pytest.mark.parametrize(
    "wrong", ["", "1.2", "1" * 21, "000000000000000,00000", "-00000000000001.00000", "٣" * 15 + ".00000"]
)
def test_what_is_no_reading(wrong):
    with pytest.raises(ValueError, match="not a clock reading"):
        clock.parse(wrong)


def test_a_moment_beyond_the_calendar_is_no_reading():
    latest = clock.spell(clock.LATEST_MILLISECONDS, 0)
    assert clock.as_iso(latest).startswith("9999-12-31T23:59:59")
    with pytest.raises(ValueError, match="beyond the calendar"):
        clock.parse(clock.spell(clock.LATEST_MILLISECONDS + 1, 0))


def test_a_reading_as_people_write_it():
    assert clock.as_iso(clock.spell(1_732_213_086_123, 7)) == "2024-11-21T18:18:06.123Z"
