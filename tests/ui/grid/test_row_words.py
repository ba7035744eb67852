# SPDX-License-Identifier: MIT
"""What a table says of itself unless it says otherwise."""

from collections.abc import Sequence

import pytest

from annotator.ui.grid.row_words import RowWords


class Pairs(RowWords[tuple[str, str]]):
    def key(self, row: tuple[str, str]) -> str:
        return row[0]

    def headings(self) -> Sequence[str]:
        return ("First", "Second")

    def words(self, row: tuple[str, str], column: int) -> str:
        return row[column]


def test_plain_words_that_cannot_be_edited() -> None:
    words, row = Pairs(), ("a", "B")
    assert words.value(row, 1) == "B"
    assert words.spoken(("a", "")) == "a"
    assert not words.is_editable(row, 0)
    assert (words.shape(row, 0), words.ticked(row, 0), words.choices(row, 0), words.fault(row, 0, "x")) == (
        None, None, (), "",
    )  # fmt: skip
    assert not any((words.is_right(0), words.is_quiet(row, 0), words.is_heavy(row, 0)))
    words.tick(row, on=True)
    words.take(row, 0, "x")


def test_empty_cells_sort_last() -> None:
    words = Pairs()
    rows = [("b", ""), ("a", "z"), ("c", "Y")]
    assert [row[0] for row in sorted(rows, key=lambda row: words.sort_key(row, 1))] == ["c", "a", "b"]


def test_the_three_that_every_table_says_itself() -> None:
    base: RowWords[str] = RowWords()
    for ask in (lambda: base.key(""), base.headings, lambda: base.words("", 0)):
        with pytest.raises(NotImplementedError):
            ask()
