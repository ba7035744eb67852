# SPDX-License-Identifier: MIT
"""Draws the margin: brackets nested by lane, names, dots, the box that says the lead is asked."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPainter

from annotator.ui.text_view.brackets import BEYOND_PX, LabelRow, Reach, joined, parted, rows
from annotator.ui.text_view.labels import Columns, Label, LabelKind, labels_for
from annotator.ui.text_view.scene import VisibleBlock
from annotator.ui.text_view.surface import ReadingSurface
from annotator.ui.text_view.swatch import paint_dot

BRACKET_PX, SELECTED_BRACKET_PX, BRACKET_PITCH_PX = 2, 3, 6
NAMES_LEFT_PX = 24
"""Where names begin, right of the brackets."""
LABEL_PX = 12


def names_left(lanes: int) -> int:
    """Give where names begin beside so many brackets."""
    return max(NAMES_LEFT_PX, lanes * BRACKET_PITCH_PX + 6)


def label_fonts(interface: QFont) -> tuple[QFont, QFont]:
    """Give the type of labels, plain and for the selected mark: a size below the interface's, never under 12 px."""
    plain = QFont(interface)
    plain.setPixelSize(max(LABEL_PX, round(QFontInfo(interface).pixelSize() * 12 / 13)))
    strong = QFont(plain)
    strong.setWeight(QFont.Weight.DemiBold)
    return plain, strong


class MarginPainter:
    """Paints what belongs beside the blocks that a surface shows."""

    def __init__(self, view: ReadingSurface) -> None:
        self._view = view
        self.is_compact = False
        self.is_mirrored = False
        self._interface = QFont()
        self._plain, self._strong = label_fonts(self._interface)

    def paint(self, painter: QPainter, size: QSize, *, focused: str) -> list[Label]:
        """Paint the margin and give its labels, from the top; the one of the mark ``focused`` has a ring."""
        found = self.reaches()
        if not self.is_compact:
            painter.save()
            if self.is_mirrored:
                painter.translate(size.width(), 0)
            for reach in parted(found):
                self._paint_bracket(painter, reach)
            painter.restore()
        if painter.font() != self._interface:
            self._interface = QFont(painter.font())
            self._plain, self._strong = label_fonts(self._interface)
        painter.setFont(self._plain)
        # Measured as if selected: selecting a mark must not move a label.
        labels = self._laid_out(rows(found, self._hidden()), size.width(), QFontMetrics(self._strong))
        for label in labels:
            self._paint_label(painter, label, focused)
        return labels

    def reaches(self) -> list[Reach]:
        """Give how far each mark in sight reaches, by lane."""
        return joined(reach for seen in self._view.visible for reach in self._reaches_in(seen))

    def _reaches_in(self, seen: VisibleBlock) -> Iterator[Reach]:
        scene, height = self._view.scene, self._view.viewport().height()
        top_of, paragraphs = seen.origin.y(), scene.model.paragraphs
        first, last = self._view.visible[0].number, self._view.visible[-1].number
        for shapes in scene.shapes(seen, top=0, bottom=height):
            for mark_id, extent in shapes.extents.items():
                mark = scene.model.mark(mark_id)
                if mark is None:
                    continue
                begins_above = mark.span.start < paragraphs.start(first)
                ends_below = mark.span.end > paragraphs.end(last)
                yield Reach(
                    mark,
                    extent.lane,
                    -BEYOND_PX if begins_above else top_of + extent.top,
                    height + BEYOND_PX if ends_below else top_of + extent.bottom,
                    None if extent.middle is None else top_of + extent.middle,
                )
        for mark in scene.model.regions_in(seen.number):
            if mark.span.start >= paragraphs.start(seen.number):
                pieces = scene.pieces(seen, mark.span, top=0, bottom=height)
                if pieces:
                    yield Reach(mark, -1, top_of, top_of, top_of + pieces[0].top + pieces[0].height / 2)

    def _hidden(self) -> dict[float, int]:
        """Give how many marks found no lane, by the middle of the first line with one of them."""
        counted: dict[float, int] = {}
        for seen in self._view.visible:
            for shapes in self._view.scene.shapes(seen, top=0, bottom=self._view.viewport().height()):
                if shapes.hidden:
                    middle = seen.origin.y() + shapes.hidden_middle
                    counted[middle] = counted.get(middle, 0) + len(shapes.hidden)
        return counted

    def _laid_out(self, found: list[LabelRow], width: int, measures: QFontMetrics) -> list[Label]:
        scene = self._view.scene
        left = 2 if self.is_compact else names_left(scene.metrics.lanes)
        columns = Columns(left, width, measures, names=not self.is_compact)
        made = [
            label
            for row in found
            for label in labels_for(row, name_of=lambda mark: scene.style(mark).name, columns=columns)
        ]
        if self.is_mirrored:
            for label in made:
                label.box.moveRight(width - 1 - label.box.left())
        return made

    def _paint_bracket(self, painter: QPainter, reach: Reach) -> None:
        if reach.lane < 0 or reach.lane >= self._view.scene.metrics.lanes:
            return
        is_selected = reach.mark.id == self._view.scene.selected
        wide = SELECTED_BRACKET_PX if is_selected else BRACKET_PX
        left = reach.lane * BRACKET_PITCH_PX + 2
        x = -left - wide if self.is_mirrored else left
        colour = QColor(self._view.scene.style(reach.mark).colour)
        painter.fillRect(QRectF(x, round(reach.top), wide, round(reach.bottom - reach.top)), colour)

    def _paint_label(self, painter: QPainter, label: Label, focused: str) -> None:
        scene = self._view.scene
        tokens = scene.tokens
        is_selected = label.mark_id == scene.selected and bool(label.mark_id)
        is_lit = is_selected or (bool(label.mark_id) and label.mark_id in (scene.hovered, focused))
        mark = scene.model.mark(label.mark_id)
        painter.save()
        is_mine = mark is not None and mark.own and scene.model.has_others
        if label.kind is LabelKind.DOT and mark is not None:
            style = scene.style(mark)
            if is_selected:
                self._paint_ground(painter, label.box.adjusted(1, -3, -1, 3))
            fill, text = (tokens.soft if is_selected else tokens.page), tokens.text
            if is_mine:
                fill, text = tokens.text, tokens.page
            paint_dot(painter, QRectF(label.box), initial=style.initial, ring=style.colour, text=text, fill=fill)
        elif label.kind is LabelKind.QUESTION:
            self._paint_question(painter, label.box)
        else:
            if is_selected:
                self._paint_ground(painter, label.box)
            if is_selected or is_mine:
                painter.setFont(self._strong)
            painter.setPen(QColor(tokens.text if is_lit or is_mine else tokens.secondary))
            side = Qt.AlignmentFlag.AlignRight if self.is_mirrored else Qt.AlignmentFlag.AlignLeft
            painter.drawText(label.box, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, label.words)
        if focused and label.mark_id == focused:
            self._paint_ring(painter, label.box)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRect) -> None:
        """Fill what lies below the selected name; where fills say nothing, draw its outline."""
        scene = self._view.scene
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(scene.tokens.text) if scene.is_high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(scene.tokens.soft))
        painter.drawRoundedRect(QRectF(box).adjusted(-4.5, 0.5, 4.5, -0.5), 4, 4)

    def _paint_question(self, painter: QPainter, box: QRect) -> None:
        colour = QColor(self._view.scene.tokens.text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        font = QFont(painter.font())
        font.setPixelSize(max(9, round(box.height() * 0.7)))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")

    def _paint_ring(self, painter: QPainter, box: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = painter.pen()
        pen.setColor(QColor(self._view.scene.tokens.accent))
        pen.setWidthF(2)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(-2, -2, 2, 2), 4, 4)
