# SPDX-License-Identifier: MIT
"""Stretches of a span on the lines of one Qt block. Positions here are UTF-16 units counted from the block's start."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextLine

_JOIN_PX = 0.75


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch on one line, in the block's own coordinates (px).

    ``start_x`` and ``end_x`` are where the span's true ends lie, None where it goes on beyond the
    line. In right-to-left text the start lies right of the end.
    """

    line: int
    left: float
    right: float
    start_x: float | None = None
    end_x: float | None = None


def line_at(block: QTextBlock, position: int) -> int:
    """Give the number of the line that holds the character at this position; the last line for the block's end."""
    line = block.layout().lineForTextPosition(position)
    return line.lineNumber() if line.isValid() else max(0, block.layout().lineCount() - 1)


def x_at(line: QTextLine, position: int) -> float:
    """Give where the caret stands before a position of a line that runs left to right all through."""
    x: float = line.cursorToX(position)[0]  # type: ignore[index]  # the stubs say object; it is a pair
    return x


@dataclass(frozen=True, slots=True)
class Ends:
    """How many UTF-16 units the first and the last grapheme of a span take.

    Asked for a part of one, Qt gives a part of its box, and from the wrong side in right-to-left text.
    """

    first: int
    last: int


def segments(block: QTextBlock, start: int, end: int, *, lines: range, mixed: Ends | None = None) -> Iterator[Segment]:
    """Cut a span into its stretches on these lines; ``start`` and ``end`` may lie outside the block.

    ``mixed`` is given where the block holds right-to-left characters: one line may hold several stretches then.
    White space that hangs at the end of a wrapped line is left out.
    """
    layout, length = block.layout(), block.length() - 1
    first = line_at(block, max(start, 0))
    last = line_at(block, max(0, min(end, length) - 1))
    for number in range(max(first, lines.start), min(last + 1, lines.stop)):
        line = layout.lineAt(number)
        line_start = line.textStart()
        from_ = max(start, line_start)
        to = min(end, line_start + line.textLength(), length)
        if from_ >= to:
            continue
        starts = from_ == start
        ends = to == min(end, length) and end <= block.length()
        if mixed is None:
            yield from _plain(line, from_, to, starts=starts, ends=ends)
        else:
            yield from _mixed(line, from_, to, Ends(mixed.first if starts else 0, mixed.last if ends else 0))


def _plain(line: QTextLine, from_: int, to: int, *, starts: bool, ends: bool) -> Iterator[Segment]:
    edge = line.x() + line.naturalTextWidth()
    left, right = x_at(line, from_), min(x_at(line, to), edge)
    if right > left:
        yield Segment(line.lineNumber(), left, right, left if starts else None, right if ends else None)


def _mixed(line: QTextLine, from_: int, to: int, ends: Ends) -> Iterator[Segment]:
    """Cut one line; an end of no length is no true end."""
    natural = line.naturalTextRect()
    boxes = [run.boundingRect() for run in line.glyphRuns(from_, to - from_)]
    start_x = _outer_edge(line, from_, ends.first, is_first=True) if ends.first else None
    end_x = _outer_edge(line, to - ends.last, ends.last, is_first=False) if ends.last else None
    for left, right in _merged(boxes):
        left, right = max(left, natural.left()), min(right, natural.right())  # noqa: PLW2901  # white space hangs out
        if left < right:
            yield Segment(
                line.lineNumber(),
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
