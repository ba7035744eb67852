# SPDX-License-Identifier: MIT
from annotator.counting.articles import Basis
from annotator.counting.selection import EVERYTHING
from annotator.reports.count_table import MEAN_NAME, MatrixCell, Names, laid_out, last_cells, of_one

NAMES = Names({"c": "Trust"}, {"c": "trust"}, {"a": "Anna"}, {"d": "Title"})


def test_names_of_what_is_known_and_what_is_not():
    assert [NAMES.coder(each) for each in ("a", "stranger", "")] == ["Anna", "stranger", MEAN_NAME]
    assert [NAMES.article(each) for each in ("d", "e")] == ["Title", "e"]


def test_every_row_says_whose_figures_it_has():
    assert of_one("Anna", Basis.PER_CODER) == ("per_coder", "Anna")
    assert of_one(MEAN_NAME, Basis.MEAN) == ("mean", None)
    assert last_cells(2, 7, "") == (2, 7, None)


def test_a_matrix_has_holes_where_rows_and_columns_cannot_meet():
    cell = MatrixCell(1.0, 1, EVERYTHING)
    made = laid_out("Anna", ["x", "y"], ["z"], {(1, 0): cell})
    assert made.cells == ((None,), (cell,))
