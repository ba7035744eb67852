# SPDX-License-Identifier: MIT
"""Pairs of coders: every pair once, in the coders' order, as table and as picture."""

from dataclasses import replace

from reports import made_study

from annotator.reports.pairs_section import heat_map, pairs_section, pairs_table, rest_table
from annotator.reports.report_blocks import Words
from annotator.reports.report_drawings import HeatMap


def test_every_pair_has_a_row() -> None:
    table = pairs_table(made_study.source())
    assert [row[0].text for row in table.rows] == [
        "Novák – Okafor", "Novák – Haddad", "Novák – Trial coder (machine-made)", "Okafor – Haddad",
        "Okafor – Trial coder (machine-made)", "Haddad – Trial coder (machine-made)",
    ]  # fmt: skip
    assert table.rows[0][-1].text == "no variation"


def test_the_picture_shows_the_values_of_the_table() -> None:
    source = made_study.source()
    drawing = heat_map(source).drawing
    assert isinstance(drawing, HeatMap)
    value = drawing.panels[0].values[2][1]
    assert value is not None
    assert f"{value:.3f}".removeprefix("0") == pairs_table(source).rows[4][1].text


def test_against_the_rest_is_the_mean_of_ones_pairs() -> None:
    source = made_study.source()
    table = rest_table(source)
    own = [float(row[1].text) for row in pairs_table(source).rows if row[0].text.startswith("Novák")]
    assert abs(float(table.rows[0][1].text) - sum(own) / len(own)) < 0.001


def test_two_coders_need_no_table_of_pairs() -> None:
    source = made_study.source()
    two = tuple(replace(each, coders=("n", "o")) for each in source.figures.results)
    [words] = pairs_section(replace(source, figures=replace(source.figures, results=two))).blocks
    assert isinstance(words, Words)
