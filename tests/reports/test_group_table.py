# SPDX-License-Identifier: MIT
from counting.coded_articles import CODERS, CODES, annotation

from annotator.counting.articles import Basis, CodedArticle, Frame
from annotator.counting.grouping import grouped
from annotator.counting.groupings import by_field, frequencies_by
from annotator.domain import Document
from annotator.reports.count_table import CountColumn, Names
from annotator.reports.group_table import group_columns, group_matrices, group_rows

NAMES = Names(
    {each: each.upper() for each in CODES}, {each: each for each in CODES}, {"anna": "Anna", "ben": "Ben"}, {}
)
FRAME = Frame(codes=CODES, coders=CODERS)
ARTICLES = [
    CodedArticle(
        document=Document("d", "d", "", 24, outlet="Times"),
        annotations=[
            annotation(0, "d", "anna", "trust", "main", 0, 4),
            annotation(1, "d", "anna", "trust", "again", 0, 6),
        ],
        finished={("anna", "main"): frozenset(CODES)},
    )
]


def test_rows_have_a_cell_for_each_column():
    rows = grouped(ARTICLES, FRAME, by_field("outlet"))
    columns = group_columns([CountColumn("value", "Outlet")])
    made = group_rows(rows, NAMES, Basis.PER_CODER)
    assert all(len(row.cells) == len(columns) for row in made)
    first = dict(zip([column.name for column in columns], made[0].cells, strict=True))
    assert (first["coder"], first["value"], first["code"], first["code_name"]) == ("Anna", "Times", "trust", "TRUST")
    assert (first["annotations"], first["characters"], first["share"], first["article_share"]) == (2, 10, 1, 1)


def test_codes_by_coders():
    (matrix,) = group_matrices(grouped(ARTICLES, FRAME, frequencies_by(())), NAMES, [])
    assert (matrix.row_labels, matrix.column_labels) == (("TRUST", "MISTRUST", "DOUBT"), ("Anna", "Ben"))
    assert [[cell.value for cell in row] for row in matrix.cells] == [[2, None], [0, None], [0, None]]


def test_groups_by_codes_for_each_coder():
    anna, ben = group_matrices(grouped(ARTICLES, FRAME, by_field("outlet")), NAMES, [str])
    assert (anna.label, ben.label, anna.row_labels) == ("Anna", "Ben", ("Times",))
    assert [cell.value for cell in anna.cells[0]] == [2, 0, 0]


def test_two_names_of_a_group_part_matrices():
    made = group_matrices(grouped(ARTICLES, FRAME, frequencies_by(("article", "round"))), NAMES, [str, str])
    assert [each.label for each in made] == ["Anna · again", "Anna · main"]
