# SPDX-License-Identifier: MIT
"""Counts as tables: what every cell says in words and numbers, and which passages are behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.counting.articles import Basis
from annotator.counting.selection import Selection
from annotator.domain import CodeId, CoderId
from annotator.domain.tables import Cell

MEAN_NAME = "Mean of the coders"
NOT_SET = "(not set)"


class CountKind(StrEnum):
    """What is counted."""

    FREQUENCIES = "frequencies"
    CO_OCCURRENCE = "co-occurrence"
    CROSS = "cross"
    TRENDS = "trends"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class CountColumn:
    """A column: its name in files, its heading on screen, and whether numbers stand in it."""

    name: str
    label: str
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class CountRow:
    """A row, and the selection that gives exactly these passages. ``status`` says why cells are None, else ""."""

    cells: tuple[Cell, ...]
    passages: int
    selection: Selection
    status: str = ""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A figure where a row and a column meet, and the selection that gives exactly its passages."""

    value: float | None
    passages: int
    selection: Selection
    status: str = ""


@dataclass(frozen=True, slots=True)
class CountMatrix:
    """The main figure laid out in rows and columns; None where a row and a column cannot meet."""

    label: str
    row_labels: tuple[str, ...]
    column_labels: tuple[str, ...]
    cells: tuple[tuple[MatrixCell | None, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Everything that was counted: a long table, and the same laid out in matrices.

    ``caption`` says in sentences what was counted, how, and of what. ``what`` names the figure of the matrices.
    """

    kind: CountKind
    basis: Basis
    title: str
    what: str
    caption: tuple[str, ...]
    columns: tuple[CountColumn, ...]
    rows: tuple[CountRow, ...]
    matrices: tuple[CountMatrix, ...]
    edges: tuple["DrawnTie", ...] = ()


@dataclass(frozen=True, slots=True)
class DrawnTie:
    """A tie of the network with names: whose figure it is, from whom to whom, under which code and sign."""

    coder: str
    source: str
    target: str
    code: str
    sign: float | None
    weight: float


@dataclass(frozen=True, slots=True)
class Names:
    """What codes, coders and articles are called; ``codes`` are names, ``short_names`` the words in files."""

    codes: Mapping[CodeId, str]
    short_names: Mapping[CodeId, str]
    coders: Mapping[CoderId, str]
    articles: Mapping[str, str]

    def coder(self, coder: CoderId) -> str:
        """Give the name of a coder; of nobody ("") the mean."""
        return self.coders.get(coder, coder) if coder else MEAN_NAME

    def article(self, document: str) -> str:
        """Give the heading of an article."""
        return self.articles.get(document, document)


def of_one(coder: str, basis: Basis) -> tuple[Cell, ...]:
    """Give the first cells of every row: on what basis its figures are, and whose."""
    return basis.value, None if basis is Basis.MEAN else coder


FIRST_COLUMNS = (CountColumn("basis", "Basis"), CountColumn("coder", "Coder"))
LAST_COLUMNS = (
    CountColumn("coders", "Coders with a figure", is_number=True),
    CountColumn("passages", "Passages", is_number=True),
    CountColumn("status", "Status"),
)


def last_cells(coders: int, passages: int, status: str) -> tuple[Cell, ...]:
    """Give the last cells of every row: how many coders are behind it, how many passages, why something is missing."""
    return coders, passages, status or None


def laid_out(
    label: str,
    rows: Sequence[str],
    columns: Sequence[str],
    cells: Mapping[tuple[int, int], MatrixCell],
) -> CountMatrix:
    """Build a matrix of cells by the places of their row and column."""
    grid = tuple(tuple(cells.get((row, column)) for column in range(len(columns))) for row in range(len(rows)))
    return CountMatrix(label, tuple(rows), tuple(columns), grid)
