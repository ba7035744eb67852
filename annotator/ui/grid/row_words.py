# SPDX-License-Identifier: MIT
"""What a grid says of its rows: a base on which each table of the pages builds its own."""

from collections.abc import Sequence
from typing import Generic, TypeVar

Row = TypeVar("Row")
Shape = tuple[str, str]
"""An icon and the token of its ink."""


class RowWords(Generic[Row]):
    """Asked of a row and a column; what is not said otherwise is plain words that cannot be edited."""

    def key(self, row: Row) -> str:
        """Name what a row stands for, so that it stays chosen when everything is read anew."""
        raise NotImplementedError

    def headings(self) -> Sequence[str]:
        """Name the columns."""
        raise NotImplementedError

    def words(self, row: Row, column: int) -> str:
        """Say what a cell shows."""
        raise NotImplementedError

    def value(self, row: Row, column: int) -> str:
        """Give what is edited in a cell."""
        return self.words(row, column)

    def sort_key(self, row: Row, column: int) -> tuple[object, ...]:
        """Give by what a column sorts; cells without a value come last."""
        said = self.words(row, column)
        return (not said, said.casefold())

    def spoken(self, row: Row) -> str:
        """Say the whole row for a screen reader."""
        return ". ".join(filter(None, (self.words(row, column) for column in range(len(self.headings())))))

    def shape(self, _row: Row, _column: int) -> Shape | None:
        """Give the shape before the words of a cell, or none."""
        return None

    def ticked(self, _row: Row, _column: int) -> bool | None:
        """Whether a cell is ticked; None where it has no box."""
        return None

    def tick(self, _row: Row, *, on: bool) -> None:
        """Tick a row, or not."""

    def is_right(self, _column: int) -> bool:
        """Whether a column holds numbers."""
        return False

    def is_quiet(self, _row: Row, _column: int) -> bool:
        """Whether a cell is written in the secondary ink."""
        return False

    def is_heavy(self, _row: Row, _column: int) -> bool:
        """Whether a cell is written in a heavier face: what a row is called."""
        return False

    def is_editable(self, _row: Row, _column: int) -> bool:
        """Whether a cell is edited in its place."""
        return False

    def choices(self, _row: Row, _column: int) -> Sequence[str]:
        """Give the values to choose from; none for a field that is typed."""
        return ()

    def fault(self, _row: Row, _column: int, _value: str) -> str:
        """Say in a sentence why a cell does not take a value; empty where it does."""
        return ""

    def take(self, row: Row, column: int, value: str) -> None:
        """Take a value that has no fault."""
