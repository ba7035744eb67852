# SPDX-License-Identifier: MIT
"""Counts that were never counted, for tables and figures."""

from annotator.counting.articles import Basis
from annotator.counting.selection import EVERYTHING
from annotator.reports.count_table import CountKind, CountMatrix, Counts, DrawnTie, MatrixCell

NAMES = ("Trust $x_1$", "信任 <b>", "שלום", "\x1b[31m")


def matrix(label="Anna", rows=NAMES, columns=NAMES[:3], values=None):
    cells = tuple(
        tuple(
            None if row == column and rows is columns else MatrixCell(_value(values, row, column), 1, EVERYTHING)
            for column, _ in enumerate(columns)
        )
        for row, _ in enumerate(rows)
    )
    return CountMatrix(label, tuple(rows), tuple(columns), cells)


def _value(values, row, column):
    if values is not None:
        return values
    return None if (row + column) % 5 == 4 else row * 7.5 + column


def counts(kind, matrices=None, edges=()):
    return Counts(
        kind=kind, basis=Basis.PER_CODER, title="Title", what="Annotations", caption=("One.", "Two."), columns=(),
        rows=(),
        matrices=(matrix(), matrix("Ben")) if matrices is None else tuple(matrices), edges=tuple(edges),
    )  # fmt: skip


EDGES = tuple(
    DrawnTie(coder, source, target, "Trust", sign, weight)
    for coder in ("Anna", "Ben")
    for source, target, sign, weight in (
        ("Ada", "China", 1, 5), ("Ada", "China", -1, 1.5), ("China", "Ada", None, 2), ("Bo", "Bo", 1, 1),
        ("北京", "שלום", 1, 3),
    )
)  # fmt: skip
EVERY = (
    counts(CountKind.FREQUENCIES, [matrix("", columns=("Anna", "Ben"))]), counts(CountKind.FREQUENCIES),
    counts(CountKind.CO_OCCURRENCE, [matrix(columns=NAMES)]), counts(CountKind.CROSS), counts(CountKind.TRENDS),
    counts(CountKind.NETWORK, edges=EDGES),
)  # fmt: skip
EMPTY = tuple(counts(kind, ()) for kind in CountKind)
