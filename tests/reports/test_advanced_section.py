# SPDX-License-Identifier: MIT
"""Further coefficients: each with its line, none twice, counts as counts."""

from reports import made_study

from annotator.agreement.by_name import IntervalMethod, measured
from annotator.agreement.catalogue import NAMES
from annotator.reports.advanced_section import advanced_section
from annotator.reports.report_blocks import Listing, Table

EVERYTHING = [name for name in NAMES if not name.startswith("gamma")]


def _section() -> tuple[list[Table], Listing]:
    results = measured(
        made_study.codings(), made_study.question(), names=EVERYTHING, method=IntervalMethod("none")
    )  # fmt: skip
    blocks = advanced_section(made_study.source(advanced=tuple(results))).blocks
    [listing] = [block for block in blocks if isinstance(block, Listing)]
    return [block for block in blocks if isinstance(block, Table)], listing


def test_every_coefficient_stands_once_and_has_its_line() -> None:
    tables, listing = _section()
    for table in tables:
        assert len({row[0].text for row in table.rows}) == len(table.rows)
    names = [row[0].text for table in tables for row in table.rows]
    for label in ("Fleiss' kappa", "Gwet's AC1", "Alpha of code sets (MASI)", "Span F1, by overlap: IoU .5"):
        assert label in names
        assert any(item.startswith(label.partition(": ")[0]) for item in listing.items)
    assert "Krippendorff's alpha" not in names
    assert "Weighted kappa (linear)" not in names


def test_undefined_ones_give_the_full_reason_below() -> None:
    tables, _ = _section()
    assert any("undefined (no variation: nobody used this code" in note for note in tables[0].notes)


def test_semeval_counts_are_whole_numbers() -> None:
    tables, _ = _section()
    [semeval] = [table for table in tables if table.name == "semeval"]
    assert [row[0].text for row in semeval.rows] == ["Strict", "Exact", "Partial", "Type"]
    if not semeval.rows[0][1].missing:
        assert all(cell.text.replace(",", "").isdigit() for cell in semeval.rows[0][1:6])
