# SPDX-License-Identifier: MIT
"""Tables for other programs: raw values, names as they are, empty cells beside a status and a reason."""

import json
from typing import Any

from reports import made_study

from annotator.reports.report_records import PASSAGE_COLUMNS, RESULT_COLUMNS, records
from annotator.reports.report_source import ReportSource


def _table(source: ReportSource, name: str) -> list[dict[str, Any]]:
    [found] = [each for each in records(source) if each.name == name]
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


def test_every_table_is_there() -> None:
    assert [each.name for each in records(made_study.source())] == [
        "agreement", "usage", "agreement_by_sentence", "pairs", "against_the_rest", "articles", "drift", "confusion",
        "passages",
    ]  # fmt: skip


def test_values_are_raw_and_missing_ones_empty() -> None:
    rows = _table(made_study.source(), "agreement")
    results = made_study.measured().results
    assert [row["value"] for row in rows[: len(results)]] == [each.value for each in results]
    missing = [row for row in rows if row["value"] is None]
    assert missing
    assert all(row["reason"].startswith("undefined (") and row["status"] != "ok" for row in missing)
    assert all(set(row) == set(RESULT_COLUMNS) for row in rows)


def test_intervals_come_with_their_draws() -> None:
    row = next(each for each in _table(made_study.source(), "agreement") if each["interval_low"] is not None)
    assert row["interval_low"] <= row["value"] <= row["interval_high"]
    assert (row["interval_level"], row["resamples"], row["resamples_undefined"]) == (0.95, 400, 0)
    assert 0 <= row["share_below_667"] <= row["share_below_800"] <= 1


def test_passages_have_every_coders_edges() -> None:
    source = made_study.source()
    rows = _table(source, "passages")
    assert len(rows) == len(source.figures.differences.passages)
    assert set(rows[0]) == set(PASSAGE_COLUMNS)
    assert all(len(json.loads(row["spans"])) >= 1 for row in rows)


def test_names_are_raw() -> None:
    rows = _table(made_study.hostile_source(), "usage")
    assert rows[0]["coder"] == f"Novák {made_study.HOSTILE}"
    assert rows[-1]["machine_made"] is True


def test_confusion_names_nothing_by_an_empty_cell() -> None:
    rows = _table(made_study.source(), "confusion")
    assert len(rows) == (len(made_study.CODES) + 1) ** 2
    assert rows[-1]["one_coder"] is rows[-1]["the_other"] is None
