# SPDX-License-Identifier: MIT
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.counting.periods import UNPLACED, Period, period_of, periods_between

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(("published", "day", "week", "month", "year"), [
    ("2026-03-15", "2026-03-15", "2026-W11", "2026-03", "2026"), ("2026-03", "", "", "2026-03", "2026"),
    ("2026", "", "", "", "2026"), ("", "", "", "", ""), ("March", "", "", "", ""), ("2026-13-01", "", "", "", ""),
    ("2024-12-30", "2024-12-30", "2025-W01", "2024-12", "2024"), ("0000-01-01", "", "", "0000-01", "0000"),
])  # fmt: skip
def test_a_date_is_put_where_it_can_be(published, day, week, month, year):
    assert [period_of(published, each) for each in Period] == [day, week, month, year]


@given(DAYS, st.integers(0, 800), st.sampled_from(Period))
def test_no_period_between_two_days_is_left_out(first, further, period):
    days = [date.fromordinal(first.toordinal() + number) for number in range(further + 1)]
    wanted = list(dict.fromkeys(period_of(day.isoformat(), period) for day in days))
    assert list(periods_between(wanted[0], wanted[-1], period)) == wanted
    assert wanted == sorted(wanted)
    assert UNPLACED not in wanted
