# SPDX-License-Identifier: MIT
import pytest
from PySide6.QtGui import QFont, QTextBlock, QTextDocument
from pytestqt.qtbot import QtBot

from annotator.ui.text_view.metrics import Metrics
from annotator.ui.text_view.page_format import gaps_for, make_document
from annotator.ui.text_view.positions import Positions
from annotator.ui.text_view.segments import BlockLines, Ends, Segment, x_at

HEBREW = "\u05e9\u05dc\u05d5\u05dd 2024 \u05e2\u05d5\u05dc\u05dd"


@pytest.fixture
def block(qtbot: QtBot) -> list[QTextDocument]:
    return []


def laid_out(kept: list[QTextDocument], text: str, width: int = 300) -> QTextBlock:
    document = make_document(text, positions=Positions(text), font=QFont(), metrics=Metrics(), gaps=gaps_for(text))
    document.setTextWidth(width)
    document.documentLayout().documentSize()
    kept.append(document)
    return document.begin()


def cut(block: QTextBlock, start: int, end: int, *, mixed: Ends | None = None) -> list[Segment]:
    return BlockLines(block, range(block.layout().lineCount())).cut(start, end, mixed=mixed)


def test_a_span_on_one_line_has_both_its_ends(block: list[QTextDocument]) -> None:
    first = laid_out(block, "one two three")
    (piece,) = cut(first, 4, 7)
    line = first.layout().lineAt(0)
    assert (piece.left, piece.right) == (x_at(line, 4), x_at(line, 7))
    assert (piece.start_x, piece.end_x) == (piece.left, piece.right)


def test_a_wrapped_span_has_ends_only_where_it_ends(block: list[QTextDocument]) -> None:
    first = laid_out(block, "word " * 60)
    pieces = cut(first, 3, 250)
    assert [piece.top for piece in pieces] == [first.layout().lineAt(n).y() for n in range(len(pieces))]
    assert len(pieces) > 3
    assert [piece.start_x is not None for piece in pieces] == [True, *[False] * (len(pieces) - 1)]
    assert [piece.end_x is not None for piece in pieces] == [*[False] * (len(pieces) - 1), True]


def test_white_space_that_hangs_at_a_line_s_end_is_left_out(block: list[QTextDocument]) -> None:
    first = laid_out(block, "word " * 60)
    line = first.layout().lineAt(0)
    (piece, *_) = cut(first, 0, 200)
    assert piece.right == line.x() + line.naturalTextWidth()


def test_a_span_from_another_block_is_cut_to_this_one(block: list[QTextDocument]) -> None:
    (piece,) = cut(laid_out(block, "one two\nmore"), -5, 99)
    assert (piece.start_x, piece.end_x) == (None, None)


def test_an_end_behind_the_break_is_an_end(block: list[QTextDocument]) -> None:
    (piece,) = cut(laid_out(block, "one two\nmore"), 4, 8)
    assert piece.end_x == piece.right


def test_an_empty_block_and_a_break_alone_have_no_stretch(block: list[QTextDocument]) -> None:
    assert cut(laid_out(block, "\nmore"), 0, 1) == []
    assert cut(laid_out(block, "one\nmore"), 3, 4) == []


def test_right_to_left_the_start_is_on_the_right(block: list[QTextDocument]) -> None:
    first = laid_out(block, HEBREW)
    (piece,) = cut(first, 0, 4, mixed=Ends(1, 1))
    assert piece.start_x == piece.right
    assert piece.end_x == piece.left
    line = first.layout().lineAt(0)
    assert piece.right <= line.naturalTextRect().right() + 1
    assert piece.right > line.naturalTextRect().center().x()


def test_a_span_over_both_directions_may_be_several_stretches(block: list[QTextDocument]) -> None:
    pieces = cut(laid_out(block, HEBREW), 2, 7, mixed=Ends(1, 1))
    assert len(pieces) == 2
    covered = sum(piece.right - piece.left for piece in pieces)
    assert 0 < covered < block[0].begin().layout().lineAt(0).naturalTextWidth()
    assert sum(piece.start_x is not None for piece in pieces) == 1
    assert sum(piece.end_x is not None for piece in pieces) == 1


def test_the_same_stretch_in_two_fonts_is_one(block: list[QTextDocument]) -> None:
    assert len(cut(laid_out(block, "ab \U0001f600 cd \u05d0"), 0, 7, mixed=Ends(1, 1))) == 1


def test_the_ends_of_an_astral_character_are_those_of_the_whole(block: list[QTextDocument]) -> None:
    (piece,) = cut(laid_out(block, "\u05d0\u05d1 \U0001f600"), 3, 5, mixed=Ends(2, 2))
    assert (piece.start_x, piece.end_x) == (piece.right, piece.left)


def test_only_the_lines_asked_for_are_cut(block: list[QTextDocument]) -> None:
    first = laid_out(block, "word " * 60)
    some = BlockLines(first, range(1, 3)).cut(0, 299)
    assert [piece.top for piece in some] == [first.layout().lineAt(number).y() for number in (1, 2)]
    assert all(piece.start_x is None and piece.end_x is None for piece in some)
    assert BlockLines(first, range(1, 3)).cut(0, 4) == []
