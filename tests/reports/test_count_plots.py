# SPDX-License-Identifier: MIT
"""Figures of counts: readable as files, the same bytes each time, names as letters, ink alone."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from reports.made_counts import EMPTY, EVERY, counts, matrix

from annotator.counting.periods import Period
from annotator.counting.selection import EVERYTHING, InPeriod
from annotator.reports import count_plots, figure_style
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


def test_what_has_no_room_is_said():
    rows = tuple(f"Article {number}" for number in range(50))
    cross = texts(count_figure(counts(CountKind.CROSS, [matrix(rows=rows, values=1)]), picture_format="svg"))
    assert "Shown: 40 of 50 rows; the table has all." in cross
    codes = tuple(f"Code {number}" for number in range(13))
    trends = texts(
        count_figure(counts(CountKind.TRENDS, [matrix(rows=("2026",), columns=codes)]), picture_format="svg")
    )
    assert "Shown: 12 of 13 codes; the table has all." in trends
    for made in EVERY:
        assert not any(each.startswith("Shown") for each in texts(count_figure(made, picture_format="svg")))


def drawn_trends(monkeypatch, *matrices):
    figures = []
    monkeypatch.setattr(count_plots, "drawn", lambda draw, *, picture_format: figures.append(draw()))
    count_figure(counts(CountKind.TRENDS, matrices), picture_format="svg")
    return [axes for axes in figures[0].axes if axes.get_visible()]


def test_the_panels_of_trends_share_a_scale_that_holds_every_line(monkeypatch):
    rows, columns = ("2026-01", "2026-02"), ("Never", "Twin", "Twin")
    made = [matrix(coder, rows=rows, columns=columns) for coder in ("Anna", "Ben")]
    made = [replace(each, cells=tuple((replace(row[0], value=None), *row[1:]) for row in each.cells)) for each in made]
    panels = drawn_trends(monkeypatch, *made)
    assert len(panels) == 3
    greatest = max(max(line.get_ydata()) for axes in panels[1:] for line in axes.lines)
    assert greatest == 9.5
    assert all(axes.get_ylim()[0] == 0 and axes.get_ylim()[1] > greatest for axes in panels)


def test_articles_without_a_date_follow_on_nothing(monkeypatch):
    made = matrix(rows=("2026-01", "2026-02", "undated"))
    undated = replace(EVERYTHING, placed=InPeriod(Period.MONTH, ""))
    last = tuple(replace(cell, selection=undated) for cell in made.cells[-1])
    made = replace(made, cells=(*made.cells[:-1], last))
    panels = drawn_trends(monkeypatch, made)
    assert all(len(line.get_ydata()) == 2 for axes in panels for line in axes.lines)
    alone = replace(made, row_labels=made.row_labels[-1:], cells=made.cells[-1:])
    assert all(len(line.get_ydata()) == 1 for axes in drawn_trends(monkeypatch, alone) for line in axes.lines)


def test_a_gap_in_what_is_known_parts_a_line():
    assert count_figure(
        counts(CountKind.TRENDS, [matrix(rows=("2026-01", "2026-02", "2026-03"))]), picture_format="svg"
    )
