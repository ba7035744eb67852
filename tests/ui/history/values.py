# SPDX-License-Identifier: MIT
"""Entries of a history as plain values."""

from annotator.domain import ActionId, CoderId, DocumentId, HistoryEntry, HistoryMark, Span


def entry(key: str, *, time: str = "2026-03-14T12:00:00Z", mark: HistoryMark = HistoryMark.STANDS) -> HistoryEntry:
    """Give an entry of somebody who coded a passage."""
    return HistoryEntry(
        key, time, CoderId("a"), "Anna <b>B</b>", "annotate", f"coded “{key}” as trust", mark, ActionId(key),
        document=DocumentId("d"), span=Span.of(1, 4),
    )  # fmt: skip
