# SPDX-License-Identifier: MIT
"""Figures of counts: readable as files, the same bytes each time, names as letters, ink alone."""

import re
from xml.etree import ElementTree

import pytest
from reports.made_counts import EMPTY, EVERY, counts, matrix

from annotator.reports import figure_style
from annotator.reports.count_plots import MOST_LINES, count_figure
from annotator.reports.count_table import CountKind

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg):
    return ["".join(each.itertext()) for each in ElementTree.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize("made", EVERY, ids=lambda made: made.kind)
@pytest.mark.parametrize(("picture_format", "begins"), [("svg", b"<?xml"), ("pdf", b"%PDF-"), ("png", b"\x89PNG")])
def test_every_figure_in_every_format_is_the_same_each_time(made, picture_format, begins):
    first = count_figure(made, picture_format=picture_format)
    assert first.startswith(begins)
    assert count_figure(made, picture_format=picture_format) == first


@pytest.mark.parametrize("made", EMPTY, ids=lambda made: made.kind)
def test_nothing_can_be_drawn_too(made):
    assert count_figure(made, picture_format="svg")


@pytest.mark.parametrize("made", EVERY, ids=lambda made: made.kind)
def test_only_ink_and_its_shades_are_used(made):
    ours = {figure_style.INK, figure_style.TEXT, figure_style.SECONDARY, figure_style.HAIRLINE, figure_style.PAGE}
    svg = count_figure(made, picture_format="svg").decode()
    assert set(re.findall(r"#[0-9a-f]{6}\b", svg)) <= ours
    assert "<image" not in svg
    assert "<dc:date" not in svg


def test_names_are_letters_and_undefined_is_said():
    bars, heat = (texts(count_figure(made, picture_format="svg")) for made in (EVERY[0], EVERY[2]))
    assert "Trust $x_1$" in bars
    assert any("<b>" in each for each in heat)
    assert "undefined" in bars
    assert not any("\x1b" in each for each in bars + heat)
    assert {"0", "7.5", "15"} & set(heat)


def test_figures_stay_of_a_size_that_can_be_read():
    rows = tuple(f"Article {number}" for number in range(5000))
    svg = texts(count_figure(counts(CountKind.CROSS, [matrix(rows=rows, values=1)]), picture_format="svg"))
    assert len([each for each in svg if each.startswith("Article")]) == MOST_LINES


def test_a_gap_in_what_is_known_parts_a_line():
    assert count_figure(
        counts(CountKind.TRENDS, [matrix(rows=("2026-01", "2026-02", "2026-03"))]), picture_format="svg"
    )
