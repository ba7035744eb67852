# SPDX-License-Identifier: MIT
"""Line ends that part sentences, told from those that only wrap a column of text."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from annotator.text.blanks import visible_end, visible_start
from annotator.text.words import IDEOGRAPH_CLASS

_LINE = re.compile("[^\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_NARROWEST_COLUMN, _WIDEST_COLUMN = 40, 100
_FEWEST_WRAPPED_LINES = 3
_FIRST_WORD = re.compile(rf"[{IDEOGRAPH_CLASS}]|\S+")
_ITEM = re.compile(r"[•◦▪‣*]\s|\d{1,3}[.)]\s")

_Line = tuple[int, int]


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches of text that no sentence leaves, without outer white space, in order.

    A blank line always parts. A single line end parts too (headings, one paragraph a line), unless
    the lines around it are a column wrapped at 40 to 100 characters and the next word had no room.
    """
    for block in _blocks(text):
        width = max(end - start for start, end in block)
        start, end = block[0]
        for line, following in pairwise(block):
            if not _wraps(text, line, following, width=width, lines=len(block)):
                yield start, end
                start = following[0]
            end = following[1]
        yield start, end


def _blocks(text: str) -> Iterator[Sequence[_Line]]:
    block: list[_Line] = []
    previous_end = -1
    for found in _LINE.finditer(text):
        start = visible_start(text, found.start(), found.end())
        end = visible_end(text, start, found.end())
        if start == end:
            continue
        if block and found.start() != previous_end + 1:
            yield block
            block = []
        block.append((start, end))
        previous_end = found.end()
    if block:
        yield block


def _wraps(text: str, line: _Line, following: _Line, *, width: int, lines: int) -> bool:
    if not _NARROWEST_COLUMN <= width <= _WIDEST_COLUMN or _ITEM.match(text, *following):
        return False
    if lines < _FEWEST_WRAPPED_LINES and not text[following[0]].islower():
        return False
    word = _FIRST_WORD.match(text, *following)
    return word is not None and line[1] - line[0] + 1 + len(word[0]) > width
