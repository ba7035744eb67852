# SPDX-License-Identifier: MIT
"""How numbers, places and states are said on screen. Pure functions over plain values."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from annotator.domain import CodePoint, Coder, CoderId, CompletionState, Span

if TYPE_CHECKING:
    from annotator.operations import Overview

STATE_WORDS = {
    CompletionState.NOT_ASSIGNED: "Not assigned",
    CompletionState.NOT_STARTED: "Not started",
    CompletionState.IN_PROGRESS: "In progress",
    CompletionState.FINISHED: "Finished",
}


def counted(number: int, one: str, *, many: str = "") -> str:
    """Say a number with its noun: ``1 article``, ``1,204 articles``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def coder_name(coder: Coder) -> str:
    """Give a coder's name, and say so where a machine made the annotations."""
    said = "machine-made" in coder.name.casefold()
    return f"{coder.name} (machine-made)" if coder.machine_made and not said else coder.name


def source(outlet: str, date: str) -> str:
    """Say where and when an article appeared; a missing date is said, never left out."""
    said = written_date(date)
    return f"{outlet}, {said}" if outlet else said[:1].upper() + said[1:]


def written_date(date: str) -> str:
    """Write an ISO date as people do (``8 October 2024``); anything else as it stands, nothing as "undated"."""
    try:
        day_meant = datetime.strptime(date, "%Y-%m-%d")  # a day, not a moment
    except ValueError:
        return date or "undated"
    return f"{day_meant.day} {day_meant:%B %Y}"


def state_words(state: CompletionState, *, annotations: int, furthest: int, length: int) -> str:
    """Say how far an article is: an article in progress with how far it was read, a finished one with nothing found."""
    if state is CompletionState.FINISHED and annotations == 0:
        return "Finished, nothing found"
    if state is CompletionState.IN_PROGRESS and length:
        return f"In progress, read to {share(furthest, length)} %"
    return STATE_WORDS[state]


def state_shape(state: CompletionState, *, annotations: int) -> str:
    """Name the icon of a state."""
    if state is CompletionState.FINISHED:
        return "finished" if annotations else "finished_empty"
    return state.value


def share(part: int, whole: int) -> int:
    """Give a part in whole percent; 100 only where nothing is missing."""
    if part >= whole:
        return 100
    return min(99, round(100 * part / whole)) if whole else 0


def paragraph_of(text: str, position: CodePoint) -> int:
    """Give the number, from 1, of the paragraph around a position; empty lines count for none."""
    return max(1, bisect_right(_paragraph_starts(text), position))


@lru_cache(maxsize=4)
def _paragraph_starts(text: str) -> tuple[int, ...]:
    """Give where each line that holds words begins; kept for the texts on screen, since every key asks."""
    starts, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            starts.append(start)
        start += len(line) + 1
    return tuple(starts)


def place(text: str, span: Span) -> str:
    """Say where a span lies, counting characters from 1 and including both ends."""
    return f"Paragraph {paragraph_of(text, span.start)}, characters {span.start + 1:,} to {span.end:,}"


def clock(moment: datetime) -> str:
    """Give the time of day, local, with seconds."""
    return moment.strftime("%H:%M:%S")


def day(moment: datetime, *, today: datetime) -> str:
    """Say a day: today with the time, yesterday, else the date."""
    days = (today.date() - moment.date()).days
    if days == 0:
        return f"today, {moment:%H:%M}"
    if days == 1:
        return "yesterday"
    year = "" if moment.year == today.year else f" {moment.year}"
    return f"{moment.day} {moment:%B}{year}"


def moment_words(written: str) -> str:
    """Say an ISO moment in UTC as the reader's own day and time; anything else as it stands."""
    try:
        moment = datetime.fromisoformat(written).astimezone()
    except ValueError:
        return written
    return f"{moment.day} {moment:%B}, {moment:%H:%M}"


def zoom(size: int, *, usual: int = 17) -> int:
    """Give a size of type in percent of the usual one."""
    return round(100 * size / usual)


def short_quote(quote: str, *, longest: int = 60) -> str:
    """Give the head of a quote on one line."""
    line = " ".join(quote.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def shown_coding(overview: Overview, *, me: CoderId) -> str:
    """Say whose coding is shown: one's own, one other's beside it, or several."""
    beside = set(overview.shown) - {me}
    others = {coder.id for coder in overview.coders} - {me}
    if not beside:
        return "My coding"
    if len(beside) == 1:
        return coder_name(overview.coder(next(iter(beside))))
    return "Everyone's coding" if beside >= others else f"{len(beside)} coders"


def short(short_name: str) -> str:
    """Make a word for people of a code's word in files: ``expert_quote`` becomes ``Expert quote``."""
    word = short_name.replace("_", " ").strip()
    return word[:1].upper() + word[1:]


def sentence(words: str) -> str:
    """Begin with a capital letter; the rest stays as it is."""
    return words[:1].upper() + words[1:]


def listed(names: Sequence[str]) -> str:
    """Join names as one says them: ``A``, ``A and B``, ``A, B and C``."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
