# SPDX-License-Identifier: MIT
"""From a point to a mark: the lane under the pointer, else the character, else nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLine

from annotator.domain import CodePoint
from annotator.ui.text_view.marks import Mark
from annotator.ui.text_view.scene import Scene, VisibleBlock


def block_at(seen: Sequence[VisibleBlock], height: float) -> VisibleBlock | None:
    """Give the visible block whose step (its lines and the strip below) holds a height of the viewport."""
    return next((block for block in seen if block.origin.y() <= height < block.bottom), None)


def lane_at(scene: Scene, seen: Sequence[VisibleBlock], point: QPointF) -> str:
    """Give the id of the mark whose lane lies under a point of the viewport, or the empty string."""
    block = block_at(seen, point.y())
    if block is None:
        return ""
    inside, slack = point - block.origin, scene.metrics.gap / 2
    for shapes in scene.shapes(block, top=point.y() - scene.metrics.room, bottom=point.y() + scene.metrics.room):
        for bar, mark_id in shapes.hits:
            if bar.left() <= inside.x() < bar.right() and bar.top() - slack <= inside.y() < bar.bottom() + slack:
                return mark_id
    return ""


def character_at(scene: Scene, seen: Sequence[VisibleBlock], point: QPointF) -> CodePoint | None:
    """Give the position of the character under a point; None beside a line and in the strip below it."""
    block = block_at(seen, point.y())
    if block is None:
        return None
    inside, layout = point - block.origin, block.block.layout()
    low, high = 0, layout.lineCount()
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if layout.lineAt(middle).y() <= inside.y() else (low, middle)
    if high == 0:
        return None
    line = layout.lineAt(low)
    box = line.naturalTextRect()
    if not (box.left() <= inside.x() < box.right() and line.y() <= inside.y() < line.y() + line.height()):
        return None
    found = line.xToCursor(inside.x(), QTextLine.CursorPosition.CursorOnCharacter)
    return scene.positions.from_qt(block.block.position() + found)


def marks_at(scene: Scene, position: int) -> tuple[Mark, ...]:
    """Give the marks at a caret: over the character behind it, else over the one before it; smallest first."""
    found = scene.model.at(position)
    return found if found or position == 0 else scene.model.at(position - 1)


def following(candidates: Sequence[Mark], current: str, direction: int) -> str:
    """Give the id after (or before) the current one, round and round; the first where that is not among them."""
    ids = [mark.id for mark in candidates]
    if not ids:
        return ""
    return ids[(ids.index(current) + direction) % len(ids)] if current in ids else ids[0]
