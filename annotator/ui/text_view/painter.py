# SPDX-License-Identifier: MIT
"""Draws a scene: lanes, tints and hatching below the text, the veil over excluded words and the handles above it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from annotator.domain import Pattern, Span
from annotator.ui.text_view.marks import Mark
from annotator.ui.text_view.metrics import HOVER_TINT, TINT
from annotator.ui.text_view.patterns import device_thickness, hatching, slanted, tile
from annotator.ui.text_view.scene import Scene, VisibleBlock
from annotator.ui.text_view.shapes import MORE, Shapes, united

HATCH_PX = 5
HATCH_LEFT_PX = -14


@dataclass(slots=True)
class Painted:
    """What the last pass did, for tests: blocks visited and bars drawn."""

    blocks: int = 0
    bars: int = 0


class ScenePainter:
    """Paints the visible blocks of a scene between two heights (px) of the viewport."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self.painted = Painted()

    def below(self, painter: QPainter, seen: Sequence[VisibleBlock], *, top: float, bottom: float) -> None:
        """Paint what lies under the text."""
        self.painted = Painted()
        painter.setPen(Qt.PenStyle.NoPen)
        ratio = painter.device().devicePixelRatioF()
        tinted = self._tinted()
        for block in seen:
            self.painted.blocks += 1
            painter.translate(block.origin)
            for span, colour in tinted:
                self._tint(painter, block, span, colour, (top, bottom))
            self._hatch(painter, block, ratio)
            for shapes in self._scene.shapes(block, top=top, bottom=bottom):
                self._lanes(painter, shapes, block.origin, ratio)
            painter.translate(-block.origin)

    def above(self, painter: QPainter, seen: Sequence[VisibleBlock], *, top: float, bottom: float) -> None:
        """Paint the veil that makes excluded words look secondary; it is invisible where no glyph is."""
        veil = QColor(self._scene.tokens.page)
        veil.setAlphaF(self._veil_opacity())
        for block in seen:
            regions = self._scene.model.regions_in(block.number)
            if not regions or veil.alpha() == 0:
                continue
            painter.translate(block.origin)
            for span in united(region.span for region in regions):
                self._tint(painter, block, span, veil, (top, bottom))
            painter.translate(-block.origin)

    def _tinted(self) -> list[tuple[Span, QColor]]:
        scene = self._scene
        found = [(tint.span, _faint(tint.colour, tint.opacity)) for tint in scene.tints]
        hovered, selected = scene.model.mark(scene.hovered), scene.selected_mark
        if hovered is not None and hovered is not selected:
            found.append((hovered.span, self._tint_colour(hovered, HOVER_TINT)))
        if selected is not None:
            found.append((scene.preview or selected.span, self._tint_colour(selected, TINT)))
        return found

    def _tint_colour(self, mark: Mark, opacity: float) -> QColor:
        return _faint(self._scene.style(mark).colour, opacity)

    def _tint(
        self, painter: QPainter, block: VisibleBlock, span: Span, colour: QColor, heights: tuple[float, float]
    ) -> None:
        for piece in self._scene.pieces(block, span, top=heights[0], bottom=heights[1]):
            left, right = round(piece.left), round(piece.right)
            painter.fillRect(QRectF(left, piece.top, right - left, piece.height), colour)

    def _hatch(self, painter: QPainter, block: VisibleBlock, ratio: float) -> None:
        for region in self._scene.model.regions_in(block.number):
            top, bottom = self._reach(block, region.span)
            picture = hatching(self._scene.tokens.secondary, ratio=ratio)
            height = bottom - top
            if block.block.layout().textOption().textDirection() is Qt.LayoutDirection.RightToLeft:
                left = self._right_edge(block) - HATCH_LEFT_PX - HATCH_PX
            else:
                left = HATCH_LEFT_PX
            painter.drawTiledPixmap(QRectF(left, top, HATCH_PX, height), picture, QPointF(0, block.origin.y() + top))

    def _right_edge(self, block: VisibleBlock) -> float:
        return block.block.layout().lineAt(0).width()

    def _reach(self, block: VisibleBlock, span: Span) -> tuple[float, float]:
        """Give how far down the block a span reaches, in the block's coordinates; whole where it goes on."""
        paragraphs, layout = self._scene.model.paragraphs, block.block.layout()
        top, bottom = 0.0, block.bottom - block.origin.y()
        positions, base = self._scene.positions, block.block.position()
        if span.start > paragraphs.start(block.number):
            top = layout.lineForTextPosition(positions.to_qt(span.start) - base).y()
        if span.end < paragraphs.end(block.number):
            last = layout.lineForTextPosition(max(0, positions.to_qt(span.end) - base - 1))
            bottom = last.y() + last.height()
        return top, bottom

    def _lanes(self, painter: QPainter, shapes: Shapes, origin: QPointF, ratio: float) -> None:
        scene = self._scene
        for code, bars in shapes.bars.items():
            self.painted.bars += len(bars)
            style = scene.styles.get(code)
            colour = style.colour if style else scene.tokens.secondary
            pattern = Pattern.DOTTED if code == MORE else style.pattern if style else Pattern.SOLID
            if style is not None and style.is_hatched:
                picture = slanted(colour, thickness=scene.metrics.thickness, ratio=ratio)
                _draw_tiled(painter, bars, picture, origin, ratio)
            elif pattern is Pattern.SOLID:
                painter.setBrush(QColor(colour))
                painter.drawRects(bars)
            else:
                picture = tile(pattern, colour, thickness=scene.metrics.thickness, ratio=ratio)
                _draw_tiled(painter, bars, picture, origin, ratio)
            caps = shapes.caps.get(code)
            if caps:
                painter.setBrush(QColor(colour))
                painter.drawRects(caps)

    def _veil_opacity(self) -> float:
        """Give the opacity at which text under the page's colour looks like secondary text."""
        tokens = self._scene.tokens
        text, secondary, page = (QColor(each).lightnessF() for each in (tokens.text, tokens.secondary, tokens.page))
        return max(0.0, min(0.6, (secondary - text) / (page - text))) if page != text else 0.0


def _faint(colour: str, opacity: float) -> QColor:
    made = QColor(colour)
    made.setAlphaF(opacity)
    return made


def _draw_tiled(painter: QPainter, bars: Iterable[QRectF], picture: QPixmap, origin: QPointF, ratio: float) -> None:
    """Lay a pattern along each bar from its own left end, so that it never depends on where the page is scrolled to."""
    if ratio == int(ratio):
        for bar in bars:
            painter.drawTiledPixmap(bar, picture)
        return
    for bar in bars:
        left = round((bar.left() + origin.x()) * ratio) / ratio - origin.x()
        top = round((bar.top() + origin.y()) * ratio) / ratio - origin.y()
        tall = device_thickness(bar.height(), ratio) / ratio
        painter.drawTiledPixmap(QRectF(left, top, bar.width(), tall), picture)
