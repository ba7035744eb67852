# SPDX-License-Identifier: MIT
"""``history.csv``: one row per user action or local record, the oldest first."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from annotator.domain import HistoryEntry

FILE_NAME = "history.csv"

COLUMN_DESCRIPTIONS: Mapping[str, str] = MappingProxyType({
    "time": "when, as ISO 8601 in UTC with milliseconds, by the clock of who wrote it",
    "person": "name of the person who did it",
    "person_id": "identity of the person (UUID)",
    "verb": "what kind of step it is, as the journal names it",
    "what": "what was done, in words",
    "mark": "undone where it was undone since, withdrawn where its merge was taken back; else empty",
    "document": "title of the article, or its file name where it has none; empty where it is about none",
    "document_id": "identity of the article (UUID)",
    "code": "short name of the code, as it was then",
    "code_id": "identity of the code (UUID)",
    "annotation_id": "identity of the annotation (UUID), the first of several",
    "start": "first character of the passage, counted from 0, as it was then",
    "end": "position after the last character of the passage",
    "quote": "the passage itself",
    "changes": "how many changes of the journal the step wrote; 0 for what happened in this copy alone",
    "action_id": "identity of the step (UUID); empty for what happened in this copy alone",
})  # fmt: skip


def history_rows(entries: Iterable[HistoryEntry]) -> Iterator[tuple[str | int | None, ...]]:
    """Give one row per entry, in the order in which they come."""
    for each in entries:
        yield (
            each.time, each.person_name, each.person, each.verb, each.sentence, each.mark.value, each.title,
            each.document, each.code_name, each.code, each.annotation,
            int(each.span.start) if each.span else None, int(each.span.end) if each.span else None,
            each.quote, each.changes, each.action,
        )  # fmt: skip
