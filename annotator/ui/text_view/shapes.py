# SPDX-License-Identifier: MIT
"""What is drawn below the lines of one block: rectangles as data, made once and kept until width or type change.

Coordinates are logical pixels counted from the block's top left corner.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock

from annotator.domain import Pattern, Span
from annotator.ui.text_view.marks import Mark
from annotator.ui.text_view.metrics import Metrics
from annotator.ui.text_view.positions import Positions
from annotator.ui.text_view.segments import BlockLines, Ends, Segment

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
        made, within = Shapes(), BlockLines(block, lines)
        room = self._looks.metrics.lanes
        shown = room if all(lane < room for lane in lanes.values()) else room - 1
        hidden: list[Mark] = []
        for mark in marks:
            lane = lanes[mark.id]
            if lane >= shown:
                hidden.append(mark)
                continue
            pieces = self._cut(block, within, mark.span, right_to_left=right_to_left)
            if pieces:
                self._add(made, mark, lane, pieces)
        if hidden:
            self._add_more(made, hidden, shown, self._cut_all(block, within, hidden, right_to_left=right_to_left))
        return made

    def pieces(self, block: QTextBlock, span: Span, *, lines: range, right_to_left: bool) -> list[Segment]:
        """Cut a span into its stretches on these lines of a block."""
        return self._cut(block, BlockLines(block, lines), span, right_to_left=right_to_left)

    def _cut(self, block: QTextBlock, within: BlockLines, span: Span, *, right_to_left: bool) -> list[Segment]:
        base, to_qt = block.position(), self._positions.to_qt
        ends = self._ends(block, span) if right_to_left else None
        return within.cut(to_qt(span.start) - base, to_qt(span.end) - base, mixed=ends)

    def _cut_all(
        self, block: QTextBlock, within: BlockLines, marks: Sequence[Mark], *, right_to_left: bool
    ) -> list[Segment]:
        """Cut the union of some marks, so that nothing is drawn twice."""
        return [
            piece
            for span in united(mark.span for mark in marks)
            for piece in self._cut(block, within, span, right_to_left=right_to_left)
        ]

    def _ends(self, block: QTextBlock, span: Span) -> Ends:
        to_qt = self._positions.to_qt
        end = min(span.end, self._positions.from_qt(block.position() + block.length() - 1))
        first = to_qt(self._positions.next_grapheme(span.start)) - to_qt(span.start)
        return Ends(first, to_qt(end) - to_qt(self._positions.previous_grapheme(end)))

    def _lane_rect(self, piece: Segment, lane: int) -> QRectF:
        metrics, left = self._looks.metrics, round(piece.left)
        top = piece.top + piece.height + metrics.lane_top(lane)
        return QRectF(left, top, max(round(piece.right) - left, 2), metrics.thickness)

    def _add(self, made: Shapes, mark: Mark, lane: int, pieces: Sequence[Segment]) -> None:
        is_solid = self._looks.patterns.get(mark.code, Pattern.SOLID) is Pattern.SOLID
        bars = made.bars.setdefault(mark.code, [])
        for piece in pieces:
            whole = self._lane_rect(piece, lane)
            made.hits.append((whole, mark.id))
            bar = QRectF(whole)
            for x in (piece.start_x if mark.opens else None, piece.end_x if mark.closes else None):
                if x is not None and is_solid:
                    _inset(bar, x)
                elif x is not None:
                    made.caps.setdefault(mark.code, []).append(_cap(whole, x))
            bars.append(bar)
        first, last = pieces[0], pieces[-1]
        begins = any(piece.start_x is not None for piece in pieces)
        middle = first.top + first.height / 2 if begins else None
        made.extents[mark.id] = Extent(lane, first.top, last.top + last.height + self._looks.metrics.room, middle)

    def _add_more(self, made: Shapes, marks: Sequence[Mark], lane: int, pieces: Sequence[Segment]) -> None:
        """Draw one line for all marks without room."""
        if pieces:
            made.hidden = [mark.id for mark in marks]
            made.hidden_middle = pieces[0].top + pieces[0].height / 2
            made.bars[MORE] = [self._lane_rect(piece, lane) for piece in pieces]


def united(spans: Iterable[Span]) -> list[Span]:
    """Join spans, sorted by start, that overlap or touch."""
    made: list[Span] = []
    for span in spans:
        if made and span.start <= made[-1].end:
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return made


def _inset(bar: QRectF, x: float) -> None:
    """Take a pixel off a bar at a true end, so that two that touch stay two."""
    if bar.width() < 2 * _INSET + 1:
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
