# SPDX-License-Identifier: MIT
"""Days, weeks, months and years of publication, and in which of them a date lies that may be partial."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from annotator.domain.metadata import is_date

UNPLACED = ""
"""Of an article without a date, or with one too coarse for the period."""

_WHOLE_DATE, _MONTH, _YEAR = len("2026-03-15"), len("2026-03"), len("2026")
_MONTHS = 12


class Period(StrEnum):
    """How long the periods are that are set side by side."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_NEEDED = {Period.DAY: _WHOLE_DATE, Period.WEEK: _WHOLE_DATE, Period.MONTH: _MONTH, Period.YEAR: _YEAR}


def period_of(published: str, period: Period) -> str:
    """Name the period in which a date of ISO 8601 lies, so that names sort as time runs; else UNPLACED.

    A week is one of ISO 8601 (``2026-W12``), from Monday to Sunday, and may begin in the year before.
    """
    needed = _NEEDED[period]
    if len(published) < needed or not is_date(published):
        return UNPLACED
    if needed < _WHOLE_DATE:
        return published[:needed]
    try:
        day = date.fromisoformat(published)
    except ValueError:  # the year 0, or the 29th of February of a common year
        return UNPLACED
    return _week(day) if period is Period.WEEK else published


def periods_between(first: str, last: str, period: Period) -> Iterator[str]:
    """Give the names of all periods from the first to the last, those without an article too."""
    if period is Period.YEAR:
        yield from (f"{year:04d}" for year in range(int(first), int(last) + 1))
    elif period is Period.MONTH:
        for month in range(_months(first), _months(last) + 1):
            yield f"{month // _MONTHS:04d}-{month % _MONTHS + 1:02d}"
    else:
        yield from _days_or_weeks(first, last, period)


def _months(name: str) -> int:
    return int(name[:_YEAR]) * _MONTHS + int(name[_YEAR + 1 :]) - 1


def _days_or_weeks(first: str, last: str, period: Period) -> Iterator[str]:
    step = 7 if period is Period.WEEK else 1
    begin, end = (_first_day(name, period).toordinal() for name in (first, last))
    for day in range(begin, end + 1, step):
        each = date.fromordinal(day)
        yield _week(each) if period is Period.WEEK else each.isoformat()


def _first_day(name: str, period: Period) -> date:
    if period is Period.DAY:
        return date.fromisoformat(name)
    year, week = name.split("-W")
    fourth_of_january = date(int(year), 1, 4)  # lies in the first week, by ISO 8601
    return fourth_of_january + timedelta(weeks=int(week) - 1, days=-fourth_of_january.weekday())


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"
