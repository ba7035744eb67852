# SPDX-License-Identifier: MIT
"""A table of people for tests: a name that may not be empty, an age, a town out of two; the first can be ticked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from annotator.ui.grid.row_words import RowWords

NAME, AGE, TOWN = range(3)
TOWNS = ("Oslo", "Turin")


@dataclass
class Person:
    id: str
    cells: list[str]
    ticked: bool = True


@dataclass
class People(RowWords[Person]):
    changed: Callable[[], object] = lambda: None
    taken: list[tuple[str, int, str]] = field(default_factory=list)

    def key(self, row: Person) -> str:
        return row.id

    def headings(self) -> Sequence[str]:
        return ("Name", "Age", "Town")

    def words(self, row: Person, column: int) -> str:
        return row.cells[column]

    def sort_key(self, row: Person, column: int) -> tuple[object, ...]:
        return (int(row.cells[AGE]),) if column == AGE else super().sort_key(row, column)

    def ticked(self, row: Person, column: int) -> bool | None:
        return row.ticked if column == NAME else None

    def tick(self, row: Person, *, on: bool) -> None:
        row.ticked = on
        self.changed()

    def shape(self, _row: Person, column: int) -> tuple[str, str] | None:
        return ("finished", "text") if column == TOWN else None

    def is_right(self, column: int) -> bool:
        return column == AGE

    def is_editable(self, _row: Person, column: int) -> bool:
        return column != AGE

    def choices(self, _row: Person, column: int) -> Sequence[str]:
        return TOWNS if column == TOWN else ()

    def fault(self, _row: Person, column: int, value: str) -> str:
        return "A name is needed." if column == NAME and not value else ""

    def take(self, row: Person, column: int, value: str) -> None:
        row.cells[column] = value
        self.taken.append((row.id, column, value))


def people() -> list[Person]:
    return [
        Person("1", ["Zoë", "30", "Oslo"]),
        Person("2", ["Ana <b>Roth</b>", "4", "Turin"]),
        Person("3", ["Ben", "100", ""]),
    ]
