# SPDX-License-Identifier: MIT
"""How far an export is: every writer asks for each article, and every table goes through its rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from annotator.domain import DocumentId
from annotator.domain.tables import Row, StatisticsTable
from annotator.exchange.corpus import Corpus

Progress = Callable[[float], None]
"""Told the share that is done, from 0 to 1; what it raises ends the work."""
_ROWS_BETWEEN = 500
_ASKED_FOR_EACH = 3
"""A writer goes through the annotations once for what it cannot carry and once to write them, and takes the text."""
Value = TypeVar("Value")


def unwatched(_share: float) -> None:
    """Tell nobody."""


def watched(corpus: Corpus, progress: Progress, *, part: int, parts: int) -> Corpus:
    """Give a corpus that tells, as its texts and annotations are asked for, how much of this of several parts is done.

    A writer that asks more often than it is thought to is never more than through.
    """
    asked = _Asked(progress, part / parts, (part + 1) / parts, _ASKED_FOR_EACH * max(1, len(corpus.documents)))
    texts, annotations = _Watched(corpus.texts, asked), _Watched(corpus.annotations, asked)
    return replace(corpus, texts=texts, annotations=annotations)


@dataclass(slots=True)
class _Asked:
    """Counts what was asked for."""

    progress: Progress
    begun: float
    end: float
    expected: int
    number: int = 0

    def count(self) -> None:
        """Tell how much was done before, then count one more."""
        share = self.begun + (self.end - self.begun) * self.number / self.expected
        self.progress(min(share, self.end))
        self.number = min(self.number + 1, self.expected)


class _Watched(Mapping[DocumentId, Value]):
    """What there is of each article; each that is asked for is counted."""

    def __init__(self, values: Mapping[DocumentId, Value], asked: _Asked) -> None:
        self._values = values
        self._asked = asked

    def __getitem__(self, key: DocumentId) -> Value:
        self._asked.count()
        return self._values[key]

    def __iter__(self) -> Iterator[DocumentId]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def watched_tables(tables: Iterable[StatisticsTable], progress: Progress) -> tuple[StatisticsTable, ...]:
    """Give tables that tell, as their rows are read, which of them is being read; rows may be read several times."""
    several = tuple(tables)
    return tuple(_watched_table(each, progress, place / len(several)) for place, each in enumerate(several))


def _watched_table(table: StatisticsTable, progress: Progress, share: float) -> StatisticsTable:
    made = table.rows

    def rows() -> Iterator[Row]:
        progress(share)
        for number, each in enumerate(made()):
            if number % _ROWS_BETWEEN == 0:
                progress(share)
            yield each

    return replace(table, rows=rows)
