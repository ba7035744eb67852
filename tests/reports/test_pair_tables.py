# SPDX-License-Identifier: MIT
from counting.coded_articles import CODERS, CODES, annotation

from annotator.counting.actors import Actors
from annotator.counting.articles import Basis, CodedArticle, Frame
from annotator.counting.co_occurrence import co_occurrences
from annotator.counting.network import network
from annotator.counting.selection import Relation
from annotator.domain import Document
from annotator.reports.count_table import Names
from annotator.reports.pair_tables import (
    EDGE_COLUMNS,
    MOST_ACTORS,
    PAIR_COLUMNS,
    drawn_ties,
    edge_matrices,
    edge_rows,
    pair_matrices,
    pair_rows,
)

NAMES = Names(
    {each: each.upper() for each in CODES}, {each: each for each in CODES}, {"anna": "Anna", "ben": "Ben"}, {}
)
FRAME = Frame(codes=CODES, coders=CODERS)
ACTORS = Actors(speaker="speaker", target="target", sign="sign")


def article(*attributes):
    made = [annotation(0, "d", "anna", "doubt", "main", 0, 9), annotation(1, "d", "anna", "trust", "main", 2, 3)]
    made += [
        annotation(number, "d", "anna", "trust", "main", 20, 2, attributes=each)
        for number, each in enumerate(attributes, 2)
    ]
    return CodedArticle(document=Document("d", "d", "", 24, date="2026"), annotations=made)


def test_a_symmetric_relation_fills_both_sides():
    rows = co_occurrences([article()], FRAME, relation=Relation.OVERLAP)
    made = pair_rows(rows, NAMES, Basis.PER_CODER)
    assert all(len(row.cells) == len(PAIR_COLUMNS) for row in made)
    anna, ben = pair_matrices(rows, NAMES)
    assert anna.cells[0][2] is anna.cells[2][0]
    assert anna.cells[0][2].value == 1
    assert [anna.cells[place][place] for place in range(3)] == [None] * 3
    assert ben.cells[0][2].status.startswith("undefined (")


def test_inside_has_a_direction():
    anna, _ = pair_matrices(co_occurrences([article()], FRAME, relation=Relation.INSIDE), NAMES)
    assert (anna.cells[0][2].value, anna.cells[2][0].value) == (1, None)


def test_ties_of_both_signs_meet_in_one_cell():
    tie = {"speaker": "Ada", "target": "China"}
    found = network([article({**tie, "sign": "yes"}, {**tie, "sign": "no"}, tie)], FRAME, actors=ACTORS)
    rows = edge_rows(found.edges, NAMES, Basis.PER_CODER)
    assert [row.cells[6] for row in rows] == [None, -1, 1]
    assert all(len(row.cells) == len(EDGE_COLUMNS) for row in rows)
    (matrix,) = edge_matrices(found.edges, NAMES, ACTORS)
    assert (matrix.label, matrix.cells[0][0].value, matrix.cells[0][0].passages) == ("Anna · TRUST", 3, 3)
    assert [each.sign for each in drawn_ties(found.edges, NAMES)] == [None, -1, 1]


def test_a_matrix_shows_the_heaviest():
    many = [{"speaker": f"S{number:03}", "target": "China"} for number in range(MOST_ACTORS + 5)]
    found = network([article(*many)], FRAME, actors=ACTORS)
    (matrix,) = edge_matrices(found.edges, NAMES, ACTORS)
    assert len(matrix.row_labels) == MOST_ACTORS
    assert len(found.edges) == MOST_ACTORS + 5
