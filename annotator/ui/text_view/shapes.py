# SPDX-License-Identifier: MIT
"""What is drawn below the lines of one block: rectangles as data, made once and kept until width or type change.

Coordinates are logical pixels counted from the block's top left corner.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock

from annotator.domain import Pattern
from annotator.ui.text_view.marks import Mark
from annotator.ui.text_view.metrics import Metrics
from annotator.ui.text_view.positions import Positions
from annotator.ui.text_view.segments import Ends, Segment, segments

MORE = ""
"""Stands in the place of a code for the line that says there are more lanes than room."""
_CAP_WIDTH, _INSET = 2.0, 1.0


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a mark reaches in a block (px): top of its first line, bottom of its last one's strip.

    ``middle`` is the height of the middle of its first line if it begins there, else None.
    """

    lane: int
    top: float
    bottom: float
    middle: float | None


@dataclass(slots=True)
class Shapes:
    """The lanes of some lines of a block: bars and caps by code, what a pointer can hit, how far each mark reaches.

    ``hidden`` are marks that found no room; ``hidden_middle`` is the height of the first line with one of them.
    """

    bars: dict[str, list[QRectF]] = field(default_factory=dict)
    caps: dict[str, list[QRectF]] = field(default_factory=dict)
    hits: list[tuple[QRectF, str]] = field(default_factory=list)
    extents: dict[str, Extent] = field(default_factory=dict)
    hidden: list[str] = field(default_factory=list)
    hidden_middle: float = 0.0

    @property
    def rectangles(self) -> int:
        """How many bars there are."""
        return sum(len(rects) for rects in self.bars.values())


@dataclass(frozen=True, slots=True)
class Looks:
    """What the shapes depend on beside the marks: sizes and the pattern of each code."""

    metrics: Metrics
    patterns: Mapping[str, Pattern]


class ShapeMaker:
    """Makes the shapes of blocks of one text."""

    def __init__(self, positions: Positions, looks: Looks) -> None:
        self._positions = positions
        self._looks = looks

    def make(
        self, block: QTextBlock, marks: Sequence[Mark], *, lanes: Mapping[str, int], lines: range, right_to_left: bool
    ) -> Shapes:
        """Make the shapes of these lines; ``lanes`` gives every mark its lane, however deep."""
        made = Shapes()
        room = self._looks.metrics.lanes
        overflows = any(lane >= room for lane in lanes.values())
        shown = room - 1 if overflows else room
        spans: dict[tuple[int, float, float], None] = {}
        for mark in marks:
            lane = lanes[mark.id]
            pieces = self.pieces(block, mark.span.start, mark.span.end, lines=lines, right_to_left=right_to_left)
            if not pieces:
                continue
            if lane < shown:
                self._extend(made, block, mark.id, lane, pieces)
                for piece in pieces:
                    self._add(made, block, mark, lane, piece)
            else:
                self._hide(made, block, mark.id, pieces)
                spans.update(((piece.line, piece.left, piece.right), None) for piece in pieces)
        self._add_more(made, block, shown, spans)
        return made

    def pieces(self, block: QTextBlock, start: int, end: int, *, lines: range, right_to_left: bool) -> list[Segment]:
        """Cut a span (code points) into its stretches on these lines of a block."""
        base, to_qt = block.position(), self._positions.to_qt
        ends = self._ends(block, start, end) if right_to_left else None
        return list(segments(block, to_qt(start) - base, to_qt(end) - base, lines=lines, mixed=ends))

    def _ends(self, block: QTextBlock, start: int, end: int) -> Ends:
        to_qt = self._positions.to_qt
        end = min(end, self._positions.from_qt(block.position() + block.length() - 1))
        first = to_qt(self._positions.next_grapheme(start)) - to_qt(start)
        return Ends(first, to_qt(end) - to_qt(self._positions.previous_grapheme(end)))

    def _lane_rect(self, block: QTextBlock, line: int, lane: int, left: float, right: float) -> QRectF:
        at = block.layout().lineAt(line)
        metrics = self._looks.metrics
        whole_left, whole_right = round(left), max(round(right), round(left) + 2)
        top = at.y() + at.height() + metrics.lane_top(lane)
        return QRectF(whole_left, top, whole_right - whole_left, metrics.thickness)

    def _add(self, made: Shapes, block: QTextBlock, mark: Mark, lane: int, piece: Segment) -> None:
        whole = self._lane_rect(block, piece.line, lane, piece.left, piece.right)
        made.hits.append((whole, mark.id))
        bar = QRectF(whole)
        if self._looks.patterns.get(mark.code, Pattern.SOLID) is Pattern.SOLID:
            for x in (piece.start_x, piece.end_x):
                _inset(bar, x)
        else:
            for x in (piece.start_x, piece.end_x):
                if x is not None:
                    made.caps.setdefault(mark.code, []).append(_cap(whole, x))
        made.bars.setdefault(mark.code, []).append(bar)

    def _extend(self, made: Shapes, block: QTextBlock, mark_id: str, lane: int, pieces: Sequence[Segment]) -> None:
        layout = block.layout()
        first, last = layout.lineAt(pieces[0].line), layout.lineAt(pieces[-1].line)
        made.extents[mark_id] = Extent(
            lane,
            first.y(),
            last.y() + last.height() + self._looks.metrics.room,
            first.y() + first.height() / 2 if any(piece.start_x is not None for piece in pieces) else None,
        )

    def _hide(self, made: Shapes, block: QTextBlock, mark_id: str, pieces: Sequence[Segment]) -> None:
        line = block.layout().lineAt(pieces[0].line)
        middle = line.y() + line.height() / 2
        made.hidden_middle = min(made.hidden_middle, middle) if made.hidden else middle
        made.hidden.append(mark_id)

    def _add_more(
        self, made: Shapes, block: QTextBlock, lane: int, spans: Collection[tuple[int, float, float]]
    ) -> None:
        """Draw one line for all marks without room: their union, so that nothing is drawn twice."""
        by_line: dict[int, list[tuple[float, float]]] = {}
        for line, left, right in sorted(spans):
            known = by_line.setdefault(line, [])
            if known and left <= known[-1][1]:
                known[-1] = (known[-1][0], max(known[-1][1], right))
            else:
                known.append((left, right))
        for line, stretches in by_line.items():
            rects = [self._lane_rect(block, line, lane, left, right) for left, right in stretches]
            made.bars.setdefault(MORE, []).extend(rects)


def _inset(bar: QRectF, x: float | None) -> None:
    """Take a pixel off a bar at a true end, so that two that touch stay two."""
    if x is None or bar.width() < 2 * _INSET + 1:
        return
    if abs(x - bar.left()) <= abs(x - bar.right()):
        bar.setLeft(bar.left() + _INSET)
    else:
        bar.setRight(bar.right() - _INSET)


def _cap(bar: QRectF, x: float) -> QRectF:
    """Give the upright that closes a patterned bar at a true end: inside the bar, a pixel higher and lower."""
    at_left = abs(x - bar.left()) <= abs(x - bar.right())
    left = bar.left() if at_left else bar.right() - _CAP_WIDTH
    return QRectF(left, bar.top() - 1, _CAP_WIDTH, bar.height() + 2)
