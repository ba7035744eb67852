# SPDX-License-Identifier: MIT
import numpy as np
from agreement.made import document

from annotator.agreement.continua import Continua
from annotator.agreement.gamma.continuum import Continuum

DOCUMENTS = [
    document({("A", "x"): [(0, 5)], ("B", "x"): [(1, 6)]}, name="one", length=100),
    document(
        {
            # One is given twice, one lies in the excluded region, one crosses it, two touch.
            ("A", "x"): [(50, 60), (50, 60), (10, 15), (15, 40), (60, 70)],
            ("B", "y"): [(50, 60), (0, 5)],
        },
        name="two",
        length=100,
        excluded=[(10, 20)],
    ),
    document({}, name="three", length=50),
]
CONTINUA = Continua.of(DOCUMENTS, coders="AB", codes=["x", "y"])


def rows(units: Continuum) -> list[tuple[float, ...]]:
    columns = (units.homes, units.coders, units.starts, units.ends, units.kinds)
    return list(zip(*(column.tolist() for column in columns), strict=True))


def test_positions_are_of_the_closed_document_and_repetitions_count_once() -> None:
    units = Continuum.of(CONTINUA, documents=np.array([True, True, True]))
    assert rows(units) == [
        (0, 0, 0, 5, 0),
        (0, 1, 1, 6, 0),
        (1, 0, 10, 30, 0),
        (1, 0, 40, 50, 0),
        (1, 0, 50, 60, 0),
        (1, 1, 0, 5, 1),
        (1, 1, 40, 50, 1),
    ]
    assert units.counts.tolist() == [[1, 1], [3, 2], [0, 0]]
    assert (len(units), units.documents, units.team) == (7, 3, 2)
    assert units.lengths.tolist() == [5, 5, 20, 10, 10, 5, 10]


def test_documents_that_do_not_count_are_left_out() -> None:
    units = Continuum.of(CONTINUA, documents=np.array([False, True, True]))
    assert rows(units)[0] == (0, 0, 10, 30, 0)
    assert units.counts.tolist() == [[3, 2], [0, 0]]
    assert units.of_documents(np.array([True, False])).counts.tolist() == [[3, 2]]
    assert units.of_documents(np.array([False, True])).counts.tolist() == [[0, 0]]


def test_some_coders_become_the_team() -> None:
    units = Continuum.of(CONTINUA, documents=np.array([True, True, True]))
    alone = units.of_coders([1])
    assert rows(alone) == [(0, 0, 1, 6, 0), (1, 0, 0, 5, 1), (1, 0, 40, 50, 1)]
    assert alone.team == 1


def test_no_codes_no_units() -> None:
    units = Continuum.of(Continua.of(DOCUMENTS, coders="AB", codes=[]), documents=np.array([True, True, True]))
    assert len(units) == 0
    assert units.counts.tolist() == [[0, 0], [0, 0], [0, 0]]
