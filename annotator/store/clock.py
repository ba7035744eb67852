# SPDX-License-Identifier: MIT
"""The hybrid logical clock: UTC milliseconds and a counter, in fixed-width text that sorts as time does.

After Kulkarni et al. (2014), "Logical physical clocks": a new reading is later than every reading
that this file has made or taken in, and never far from the wall clock.
"""

import re
import time
from datetime import UTC, datetime
from functools import lru_cache

_COUNTER_WIDTH = 5
_MILLISECOND_WIDTH = 15
_READING = re.compile(rf"(\d{{{_MILLISECOND_WIDTH}}})\.(\d{{{_COUNTER_WIDTH}}})", re.ASCII)
LARGEST_COUNTER = 10**_COUNTER_WIDTH - 1
LARGEST_SKEW_MILLISECONDS = 24 * 60 * 60 * 1000
LATEST_MILLISECONDS = 253_402_300_799_999
"""The end of the year 9999, beyond which no calendar of ours goes."""
EARLIEST = f"{0:0{_MILLISECOND_WIDTH}d}.{0:0{_COUNTER_WIDTH}d}"


def wall_milliseconds() -> int:
    """Give the wall clock in UTC milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def tick(last: str, now_milliseconds: int) -> str:
    """Give a reading later than the last one: the wall clock's where it has moved on, else the counter's."""
    milliseconds, counter = parse(last)
    if now_milliseconds > milliseconds:
        return spell(now_milliseconds, 0)
    if counter < LARGEST_COUNTER:
        return spell(milliseconds, counter + 1)
    return spell(milliseconds + 1, 0)


def take_in(last: str, incoming: str, now_milliseconds: int) -> str:
    """Give the clock after a merge: the later reading, but never one more than a day ahead of the wall clock."""
    if is_skewed(incoming, now_milliseconds):
        return last
    return max(last, incoming)


def is_skewed(reading: str, now_milliseconds: int) -> bool:
    """Whether a reading lies more than 24 hours ahead of the wall clock."""
    return parse(reading)[0] > now_milliseconds + LARGEST_SKEW_MILLISECONDS


def spell(milliseconds: int, counter: int) -> str:
    """Write a reading: 15 digits of milliseconds, a full stop, 5 digits of counter."""
    return f"{milliseconds:0{_MILLISECOND_WIDTH}d}.{counter:0{_COUNTER_WIDTH}d}"


def parse(reading: str) -> tuple[int, int]:
    """Read a reading back as (milliseconds, counter); ValueError where it is none."""
    found = _READING.fullmatch(reading)
    if found is None:
        raise ValueError(f"not a clock reading: {reading[:40]!r}")
    milliseconds = int(found[1])
    if milliseconds > LATEST_MILLISECONDS:
        raise ValueError(f"a clock reading beyond the calendar: {reading}")
    return milliseconds, int(found[2])


def as_iso(reading: str) -> str:
    """Give a reading as ISO-8601 in UTC with milliseconds and a ``Z``."""
    seconds, milliseconds = divmod(parse(reading)[0], 1000)
    return f"{_second(seconds)}.{milliseconds:03d}Z"


@lru_cache(maxsize=4096)
def _second(seconds: int) -> str:
    """Give the moment so many seconds after 1970; one action does many things in a second."""
    return datetime.fromtimestamp(seconds, UTC).isoformat()[: -len("+00:00")]
