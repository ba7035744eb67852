# SPDX-License-Identifier: MIT
"""Stretches of a span on the lines of one Qt block. Positions here are UTF-16 units counted from the block's start."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextLine

_JOIN_PX = 0.75


class Segment(NamedTuple):
    """One stretch on one line, in the block's own coordinates (px); ``top`` and ``height`` are the line's.

    ``start_x`` and ``end_x`` are where the span's true ends lie, None where it goes on beyond the
    line. In right-to-left text the start lies right of the end.
    """

    top: float
    height: float
    left: float
    right: float
    start_x: float | None = None
    end_x: float | None = None


class Line(NamedTuple):
    """One line of a block, measured once: the characters it holds and its place (px)."""

    start: int
    end: int
    top: float
    height: float
    right: float
    line: QTextLine


class Ends(NamedTuple):
    """How many UTF-16 units the first and the last grapheme of a span take.

    Asked for a part of one, Qt gives a part of its box, and from the wrong side in right-to-left text.
    """

    first: int
    last: int


class BlockLines:
    """Some lines of a block that is laid out, for cutting many spans."""

    def __init__(self, block: QTextBlock, lines: range) -> None:
        layout = block.layout()
        self.length = block.length() - 1
        self._lines = [_measured(layout.lineAt(number), self.length) for number in lines]
        self._starts = [line.start for line in self._lines]

    def cut(self, start: int, end: int, *, mixed: Ends | None = None) -> list[Segment]:
        """Cut a span into its stretches; ``start`` and ``end`` may lie outside the block.

        ``mixed`` is given where the block holds right-to-left characters: one line may hold several stretches then.
        White space that hangs at the end of a wrapped line is left out.
        """
        made: list[Segment] = []
        last = min(end, self.length)
        ends_here = end <= self.length + 1
        for line in self._lines[max(0, bisect_right(self._starts, start) - 1) :]:
            if line.start >= last:
                break
            from_, to = max(start, line.start), min(last, line.end)
            if from_ >= to:
                continue
            starts, ends = from_ == start, ends_here and to == last
            if mixed is None:
                left = x_at(line.line, from_)
                right = min(x_at(line.line, to), line.right)
                if right > left:
                    ends_at = (left if starts else None, right if ends else None)
                    made.append(Segment(line.top, line.height, left, right, *ends_at))
            else:
                made += _mixed(line, from_, to, Ends(mixed.first if starts else 0, mixed.last if ends else 0))
        return made


def x_at(line: QTextLine, position: int) -> float:
    """Give where the caret stands before a position of a line that runs left to right all through."""
    x: float = line.cursorToX(position)[0]  # type: ignore[index]  # the stubs say object; it is a pair
    return x


def _measured(line: QTextLine, length: int) -> Line:
    start = line.textStart()
    right = line.x() + line.naturalTextWidth()
    return Line(start, min(length, start + line.textLength()), line.y(), line.height(), right, line)


def _mixed(line: Line, from_: int, to: int, ends: Ends) -> Iterator[Segment]:
    """Cut one line; an end of no length is no true end."""
    natural = line.line.naturalTextRect()
    boxes = [run.boundingRect() for run in line.line.glyphRuns(from_, to - from_)]
    start_x = _outer_edge(line.line, from_, ends.first, is_first=True) if ends.first else None
    end_x = _outer_edge(line.line, to - ends.last, ends.last, is_first=False) if ends.last else None
    for left, right in _merged(boxes):
        left, right = max(left, natural.left()), min(right, natural.right())  # noqa: PLW2901  # white space hangs out
        if left < right:
            yield Segment(
                line.top,
                line.height,
                left,
                right,
                start_x if start_x is not None and _touches(start_x, left, right) else None,
                end_x if end_x is not None and _touches(end_x, left, right) else None,
            )


def _merged(boxes: list[QRectF]) -> list[tuple[float, float]]:
    """Join boxes that touch or overlap: a fallback font gives the box of one stretch once per font."""
    joined: list[tuple[float, float]] = []
    for left, right in sorted((box.left(), box.right()) for box in boxes if box.width() > 0):
        if joined and left <= joined[-1][1] + _JOIN_PX:
            joined[-1] = (joined[-1][0], max(joined[-1][1], right))
        else:
            joined.append((left, right))
    return joined


def _touches(x: float, left: float, right: float) -> bool:
    return left - 1 <= x <= right + 1


def _outer_edge(line: QTextLine, position: int, length: int, *, is_first: bool) -> float | None:
    """Give the edge of a grapheme that lies at the span's end: its right one if it is read from there."""
    runs = [run for run in line.glyphRuns(position, length) if run.boundingRect().width() > 0]
    if not runs:
        return None
    lefts, rights = (run.boundingRect().left() for run in runs), (run.boundingRect().right() for run in runs)
    return max(rights) if is_first == runs[0].isRightToLeft() else min(lefts)
