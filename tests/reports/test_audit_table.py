# SPDX-License-Identifier: MIT
"""The table of the history: a cell for every column, and nothing that is not there."""

from annotator.domain import ActionId, CoderId, HistoryEntry, HistoryMark, Span
from annotator.reports.audit_table import COLUMN_DESCRIPTIONS, history_rows


def test_rows() -> None:
    coded = HistoryEntry(
        key="k", time="2026-11-21T22:00:00.001Z", person=CoderId("p"), person_name="Anna", verb="annotate",
        sentence="coded “a” as trust", mark=HistoryMark.UNDONE, action=ActionId("k"), quote="a", span=Span.of(0, 1),
        changes=2,
    )  # fmt: skip
    merged = HistoryEntry(key="m", time="2026-11-21T22:00:00.002Z", verb="merge", sentence="merged 1 file", event=3)
    rows = [dict(zip(COLUMN_DESCRIPTIONS, row, strict=True)) for row in history_rows([coded, merged])]
    assert (rows[0]["mark"], rows[0]["start"], rows[0]["end"], rows[0]["changes"]) == ("undone", 0, 1, 2)
    assert (rows[1]["action_id"], rows[1]["start"], rows[1]["person"]) == ("", None, "")
    assert all(len(words) > 10 for words in COLUMN_DESCRIPTIONS.values())
