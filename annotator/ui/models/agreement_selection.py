# SPDX-License-Identifier: MIT
"""What is selected on the page of agreement, and the passages behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.agreement.disagreement import Difference, Kind, passages_behind

if TYPE_CHECKING:
    from annotator.agreement.confusion import Passage
    from annotator.ui.models.agreement_measured import Measured

Cell = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Selection:
    """A row of the table, and at most one thing beside it.

    That is two coders, one of them against the rest, a kind, an article, a batch of articles in time (by its label)
    or a cell of the confusion. ``cell`` holds the code of one coder and that of another, None standing for no code.
    """

    code: str = ""
    coders: tuple[str, str] | None = None
    coder: str = ""
    kind: Kind | None = None
    document: str = ""
    batch: str = ""
    cell: Cell | None = None

    def is_of(self, measured: Measured) -> bool:
        """Say whether the coders and the batch that it names are among what was measured."""
        named = {*(self.coders or ()), self.coder} - {""}
        return named <= set(measured.coders) and (not self.batch or bool(measured.articles_of(self.batch)))


@dataclass(frozen=True, slots=True)
class PassageLine:
    """One passage behind a figure: where it is, how it differs, who marked it with which code, who did not.

    ``kind`` is None for a passage behind a cell of the confusion: there ``codes`` says by coder, in
    order, which code (None: nothing) was put. ``coders`` are those whose coding explains it. ``round``
    is the round that they coded in; empty for the one in which this file is coded.
    """

    document: str
    start: int
    end: int
    kind: Kind | None
    marked: tuple[str, ...]
    unmarked: tuple[str, ...]
    codes: tuple[tuple[str, str | None], ...]
    round: str = ""

    @property
    def coders(self) -> tuple[str, ...]:
        """Whose coding explains the passage."""
        return (*self.marked, *self.unmarked) or tuple(coder for coder, _ in self.codes)


def passages_of(measured: Measured, selection: Selection, *, longest_first: bool) -> list[Difference]:
    """Give the differences behind a selection, in the order of the text or those with the most text first."""
    return passages_behind(
        _within(measured, selection),
        code=selection.code or None,
        kind=selection.kind,
        coders=selection.coders,
        document=selection.document or None,
        longest_first=longest_first,
    )


def _within(measured: Measured, selection: Selection) -> Iterable[Difference]:
    """Give the differences of the chosen batch, or those of the one chosen coder with anybody."""
    everything = measured.differences.passages
    if selection.batch:
        articles = measured.articles_of(selection.batch)
        return (each for each in everything if each.document in articles)
    if selection.coder:
        return (each for each in everything if any(selection.coder in (pair.first, pair.second) for pair in each.pairs))
    return everything


def lines_of(passages: Sequence[Difference], selection: Selection) -> list[PassageLine]:
    """Give the lines of differences; between two chosen coders only these two are named."""
    return [_line(each, selection.coders) for each in passages]


def _line(passage: Difference, coders: tuple[str, str] | None) -> PassageLine:
    kind, marked, unmarked = passage.kind, passage.marked, passage.unmarked
    if coders is not None:
        pair = passage.between(*coders)
        kind = pair.kind if pair is not None else kind
        marked = tuple(coder for coder in marked if coder in coders)
        unmarked = tuple(coder for coder in unmarked if coder in coders)
    return PassageLine(passage.document, passage.start, passage.end, kind, marked, unmarked, ())


def confused(measured: Measured, cell: Cell) -> list[PassageLine]:
    """Find the passages behind a cell of the confusion, in the order of the text; may run on any thread."""
    return [_confused(passage, cell) for passage in measured.answer.figures.confusions.passages(*cell)]


def _confused(passage: Passage, cell: Cell) -> PassageLine:
    codes = tuple(zip(passage.coders, cell, strict=True))
    return PassageLine(passage.document, passage.start, passage.end, None, (), (), codes)


def in_order(lines: Sequence[PassageLine], *, longest_first: bool) -> list[PassageLine]:
    """Give passages of a cell in the order of the text, as they come, or the longest first."""
    return sorted(lines, key=lambda line: line.start - line.end) if longest_first else list(lines)
