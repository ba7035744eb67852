# SPDX-License-Identifier: MIT
from annotator.domain import HistoryEntry, HistoryMark


def test_an_entry_of_a_local_record_needs_little():
    entry = HistoryEntry(key="k", time="2026-11-21T22:00:00Z")
    assert (entry.action, entry.event, entry.span, entry.mark) == ("", 0, None, HistoryMark.STANDS)
