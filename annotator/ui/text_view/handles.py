# SPDX-License-Identifier: MIT
"""The two handles of the selected span, and the drag of one: a preview as data, given up or handed over at the end."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.domain import Span
from annotator.text.boundaries import Edge, Unit
from annotator.ui.text_view.edges import dragged
from annotator.ui.text_view.marks import Mark
from annotator.ui.text_view.scene import Scene, VisibleBlock

BAR_PX, KNOB_PX, HOVER_KNOB_PX, GRAB_PX = 2, 7, 9, 16


@dataclass(slots=True)
class HandleDrag:
    """One end being drawn. ``preview`` is where the span would be; the mark itself stays as it is."""

    mark: Mark
    edge: Edge
    preview: Span

    def draw_to(self, text: str, position: int, unit: Unit) -> bool:
        """Draw the end to a position (code points); answer whether the preview changed."""
        found = dragged(text, self.mark.span, edge=self.edge, unit=unit, position=position)
        if found is None or found == self.preview:
            return False
        self.preview = found
        return True


def handle_bars(scene: Scene, seen: Sequence[VisibleBlock], span: Span) -> dict[Edge, QRectF]:
    """Give where the ends of a span stand in the viewport: bars over the line's height, for the ends in sight."""
    found: dict[Edge, QRectF] = {}
    for block in seen:
        for piece in scene.pieces(block, span, top=-1e9, bottom=1e9):
            for edge, x in ((Edge.START, piece.start_x), (Edge.END, piece.end_x)):
                if x is not None:
                    left = round(x) - (BAR_PX if edge is Edge.START else 0)
                    found[edge] = QRectF(left, piece.top, BAR_PX, piece.height).translated(block.origin)
    return found


def handle_at(bars: dict[Edge, QRectF], point: QPointF) -> Edge | None:
    """Give the handle whose grab area holds a point; of two the nearer one."""
    reach = GRAB_PX / 2
    near = [
        (abs(bar.center().x() - point.x()), edge)
        for edge, bar in bars.items()
        if bar.adjusted(1 - reach, -reach, reach - 1, reach).contains(point)
    ]
    return min(near, key=lambda each: each[0])[1] if near else None


def paint_handles(
    painter: QPainter,
    bars: dict[Edge, QRectF],
    *,
    colour: str,
    raised: Edge | None,
    old: QRectF | None,
    scale: float = 1.0,
) -> None:
    """Paint bars with a knob above the start and below the end; ``old`` is a dotted line where a dragged end was."""
    if old is not None:
        painter.setPen(QPen(QColor(colour), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(old.left() + 1, old.top()), QPointF(old.left() + 1, old.bottom()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    for edge, bar in bars.items():
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.drawRect(bar)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(
            knob(bar, edge, round(scale * (HOVER_KNOB_PX if edge is raised else KNOB_PX))), 1.5, 1.5
        )


def knob(bar: QRectF, edge: Edge, side: int) -> QRectF:
    """Give the square that crowns a bar."""
    left = bar.center().x() - side / 2
    top = bar.top() - side + 2 if edge is Edge.START else bar.bottom() - 2
    return QRectF(left, top, side, side)
