# SPDX-License-Identifier: MIT
"""Single articles and batches in time: every shared article has a row, what has no value says why."""

from dataclasses import replace

from reports import made_study

from annotator.reports.articles_section import articles_section, articles_table, drift_table, strip_picture
from annotator.reports.report_blocks import Words
from annotator.reports.report_drawings import Strip


def test_every_shared_article_has_a_row() -> None:
    table = articles_table(made_study.source())
    assert [row[0].text for row in table.rows] == [f"Article number {number}" for number in range(1, 7)]
    assert {row[-1].text for row in table.rows} == {"no variation"}
    assert table.rows[0][1].text == "1,150"


def test_dots_and_undefined_make_up_the_articles() -> None:
    drawing = strip_picture(made_study.source()).drawing
    assert isinstance(drawing, Strip)
    assert [len(row.values) + row.undefined for row in drawing.rows] == [6, 6, 6, 6]
    assert drawing.rows[-1].pooled is None


def test_batches_stand_in_the_order_of_time() -> None:
    table = drift_table(made_study.source())
    assert [row[0].text for row in table.rows] == ["2026 week 10", "2026 week 11"]
    assert [row[1].text for row in table.rows] == ["3", "3"]
    assert "[" in table.rows[0][2].text


def test_one_batch_is_no_drift() -> None:
    source = made_study.source()
    one = replace(source, figures=replace(source.figures, batches=source.figures.batches[:1]))
    last = articles_section(one).blocks[-1]
    assert isinstance(last, Words)
    assert "no drift" in last.text
