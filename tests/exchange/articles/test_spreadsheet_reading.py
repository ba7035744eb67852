# SPDX-License-Identifier: MIT
"""Workbooks: values spelled as they are meant, the right sheet, and one sentence for anything else."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain import KnownError, Refused
from annotator.exchange.articles.spreadsheet_reading import read_plainly, read_workbook, read_workbook_guarded


def workbook(fill: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"default_date_format": "yyyy-mm-dd", "strings_to_formulas": False}) as made:
        fill(made)
    return file.getvalue()


def news(made: xlsxwriter.Workbook) -> None:
    made.add_worksheet("Empty")
    sheet = made.add_worksheet("News")
    for column, heading in enumerate(["title", "text", "date", "n", "share", "ok", ""]):
        sheet.write(0, column, heading)
    sheet.write_row(2, 0, ["A", "One.\nTwo 👍.", date(2026, 3, 15), 7, 0.5, True, "more"])
    sheet.write_row(3, 0, ["=B", "Text", datetime(2026, 3, 15, 8, 30, tzinfo=UTC).replace(tzinfo=None), 1e16])


def test_values_are_spelled_as_they_are_meant() -> None:
    table = read_workbook(workbook(news), name="a.xlsx")
    assert table.columns == ("title", "text", "date", "n", "share", "ok", "column 7")
    assert [(row.line, row.cells) for row in table.rows] == [
        (3, ("A", "One.\nTwo 👍.", "2026-03-15", "7", "0.5", "true", "more")),
        (4, ("=B", "Text", "2026-03-15T08:30:00", "1e+16", "", "", "")),
    ]
    assert table.sheets == ("Empty", "News")


def test_a_sheet_is_chosen_by_name() -> None:
    assert read_workbook(workbook(news), name="a.xlsx", sheet="News").columns[0] == "title"
    with pytest.raises(Refused, match=r"no sheet 'Other' .*Empty, News"):
        read_workbook(workbook(news), name="a.xlsx", sheet="Other")
    with pytest.raises(Refused, match="no row"):
        read_workbook(workbook(news), name="a.xlsx", sheet="Empty")


def test_a_worker_answers_the_same() -> None:
    data = workbook(news)
    assert read_workbook_guarded(data, name="a.xlsx") == read_workbook(data, name="a.xlsx")
    assert read_plainly(data, name="a.xlsx", settings={"sheet": "News"})
    with pytest.raises(Refused, match="no sheet"):
        read_workbook_guarded(data, name="a.xlsx", sheet="Other")


@settings(max_examples=40)
@given(st.binary(max_size=300) | st.binary(max_size=40).map(lambda tail: workbook(news)[:-40] + tail))
def test_any_bytes_are_a_table_or_a_sentence(data: bytes) -> None:
    with suppress(KnownError):
        read_workbook(data, name="a.xlsx")


def test_a_broken_container_is_refused() -> None:
    with pytest.raises(Refused, match="damaged"):
        read_workbook(b"PK\3\4" + bytes(100), name="a.xlsx")
