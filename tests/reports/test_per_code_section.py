# SPDX-License-Identifier: MIT
"""The tables per code: every figure of the default report, and words where there is none."""

from dataclasses import replace

import pytest
from reports import made_study

from annotator.agreement.result import CoderUsage, CodeUsage
from annotator.reports.per_code_section import (
    expected_agreement,
    forest_picture,
    per_code_section,
    reliability_table,
    sample_size_table,
    spans_table,
    units_table,
    usage_table,
)
from annotator.reports.report_blocks import Kind, Table
from annotator.reports.report_drawings import Forest


def _row(table: Table, name: str) -> list[str]:
    [row] = [row for row in table.rows if row[0].text == name]
    return [cell.text for cell in row]


def test_the_default_table_has_a_row_per_code() -> None:
    table = reliability_table(made_study.source())
    assert [row[0].text for row in table.rows] == [code.name for code in made_study.CODES]
    assert [column.heading for column in table.columns] == [
        "Code", "Prevalence", "Percent", "Alpha", "95 % interval", "", "P(<\u00a0.667)", "P(<\u00a0.800)",
        "Positive agr.",
    ]  # fmt: skip
    alpha = next(
        each
        for each in made_study.measured().results
        if each.measure == "krippendorff_alpha_nominal" and each.code == "trust"
    )
    assert alpha.value is not None
    assert alpha.interval is not None
    cells = _row(table, "Evidence of trust")
    assert float(cells[3]) == pytest.approx(alpha.value, abs=0.0005)
    assert cells[4] == f"[{alpha.interval.low:.3f}, {alpha.interval.high:.3f}]".replace("0.", ".")
    assert table.columns[5].kind is Kind.DRAWN


def test_a_code_that_nobody_used_gives_its_reason_once() -> None:
    table = reliability_table(made_study.source())
    [row] = [row for row in table.rows if row[0].text == "Solidarity in crisis"]
    assert [cell.text for cell in row] == [
        "Solidarity in crisis", "0.0 %", "100.0 %",
        "Undefined (no variation: nobody used this code in the 6 shared articles)",
    ]  # fmt: skip
    assert row[-1].span == 6
    assert any("(Percent): trivial, since nobody used this code" in note for note in table.notes)


def test_cohens_kappa_is_for_two_coders() -> None:
    source = made_study.source()
    two = tuple(replace(each, coders=("n", "o")) for each in source.figures.results)
    table = reliability_table(replace(source, figures=replace(source.figures, results=two)))
    assert table.columns[-1].heading == "Cohen's κ"


def test_usage_has_spans_and_coded_shares_of_every_coder() -> None:
    table = usage_table(made_study.source())
    assert table.groups()[1:3] == (("Passages", 4), ("Share of characters coded", 4))
    cells = _row(table, "Expert quote")
    usage = made_study.source().usage_of("quote")
    assert cells[1:5] == [str(each.spans) for each in usage.coders]
    assert cells[5] == f"{100 * usage.coders[0].coded / usage.coders[0].units:.1f} %"


def test_expected_agreement_is_that_of_alpha() -> None:
    """Alpha is 1 - (1 - observed) / (1 - expected) where all values are there."""
    usage = CodeUsage("c", "character", 100, 0.2, (CoderUsage("a", 1, 25, 100), CoderUsage("b", 1, 15, 100)))
    expected = expected_agreement(usage)
    assert expected == pytest.approx(1 - 2 * 40 * 160 / (200 * 199))
    assert expected_agreement(replace(usage, coders=())) is None


def test_two_units_stand_side_by_side() -> None:
    table = units_table(made_study.source())
    assert table.groups()[1:] == (("By character", 3), ("By sentence", 3))
    assert table.caption == "By character and sentence"


def test_whole_passages_by_three_measures() -> None:
    table = spans_table(made_study.source())
    assert [column.heading for column in table.columns[1:]] == ["Same edges", "Half in common", "Any overlap"]
    assert _row(table, "All codes")[0] == "All codes"
    exact, half, touching = (float(cell) for cell in _row(table, "Evidence of trust")[1:])
    assert exact <= half <= touching


def test_sample_sizes_are_have_and_need() -> None:
    table = sample_size_table(made_study.source())
    need = made_study.measured().needed[0]
    assert _row(table, "Evidence of trust")[1:4] == [
        f"{need.have:,}", *(f"{need.needed[at]:,}" for at in (0.667, 0.8))
    ]  # fmt: skip
    assert "Set an expected share: nobody used this code" in _row(table, "Solidarity in crisis")


def test_the_forest_plot_has_both_units() -> None:
    drawing = forest_picture(made_study.source()).drawing
    assert isinstance(drawing, Forest)
    assert drawing.series == ("by character", "by sentence")
    assert drawing.rows[-1].marks == (None, None)


def test_the_section_leaves_the_second_unit_out_where_there_is_none() -> None:
    names = [each.name for each in per_code_section(made_study.source(beside=None)).blocks if isinstance(each, Table)]
    assert names == ["reliability", "usage", "span_f1", "sample_size"]
