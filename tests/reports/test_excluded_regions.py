# SPDX-License-Identifier: MIT
from annotator.domain import Coder, Document, Region, RegionState, Span
from annotator.reports.excluded_regions import COLUMN_DESCRIPTIONS, region_rows

DOCUMENTS = [Document("d1", "b.txt", "1" * 64, 9, position=1), Document("d0", "a.txt", "0" * 64, 9, position=0)]


def region(name, document, start, **other):
    return Region(name, document, "c", Span.of(start, start + 2), "xy", **other)


def test_rows_follow_the_articles_and_the_text():
    regions = [
        region("r3", "d1", 0),
        region("r2", "d0", 5, state=RegionState.ACCEPTED, memo="m"),
        region("r1", "d0", 1),
        region("r0", "gone", 0),
    ]
    rows = list(region_rows(regions, documents=DOCUMENTS, coders=[Coder("c", "Anna")]))
    assert [row[0] for row in rows] == ["r1", "r2", "r3"]
    columns = dict(zip(COLUMN_DESCRIPTIONS, rows[1], strict=True))
    assert columns == {
        "region_id": "r2", "document_id": "d0", "document": "a.txt", "text_sha256": "0" * 64, "coder": "Anna",
        "state": "accepted", "start_char": 5, "end_char": 7, "offset_unit": "unicode-codepoint", "quote": "xy",
        "certainty": "", "memo": "m",
    }  # fmt: skip
