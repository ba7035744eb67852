# SPDX-License-Identifier: MIT
"""What pictures show, as data: the made-up study has one of each kind, and their numbers are those of the tables."""

from reports import made_study

from annotator.reports.report_drawings import Drift, Forest, HeatMap, Mark, Shares, Strip


def test_there_is_one_picture_of_each_kind() -> None:
    kinds = [type(picture.drawing) for picture in made_study.report().pictures]
    assert kinds == [Forest, HeatMap, Shares, Strip, Drift]


def test_a_mark_without_an_interval_has_no_ends() -> None:
    assert Mark(0.5) == Mark(0.5, None, None)


def test_the_triangle_of_pairs_has_a_row_for_each_coder_but_the_first() -> None:
    [drawing] = [each.drawing for each in made_study.report().pictures if isinstance(each.drawing, HeatMap)]
    assert [len(row) for row in drawing.panels[0].values] == [1, 2, 3]
    assert len(drawing.names) == 4
