# SPDX-License-Identifier: MIT
"""The document that Qt lays out: made whole before a view gets it, since a view pays for each change."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCursor, QTextDocument, QTextOption

from annotator.ui.text_view.metrics import Metrics
from annotator.ui.text_view.positions import Positions

SIDE_PX = 24
"""Room inside the viewport left and right of the column, for knobs and hatching."""
TOP_PX = 24
PARAGRAPH_GAP_PX = 16
_NARROW_GAP_PX, _FURTHER_EMPTY_PX = 8, 4
_HARD_WRAPPED = 120

_LINE_DISTANCE = QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_BREAKS = "\n\u2029\ufdd0\ufdd1"
_BREAKS_IN_A_ROW = re.compile(f"[{_BREAKS}]{{2,}}")


@dataclass(frozen=True, slots=True)
class Gaps:
    """Space (px) after every paragraph, and the height of one that is empty."""

    after: int
    empty: int


def gaps_for(text: str, *, scale: float = 1.0) -> Gaps:
    """Choose the space between paragraphs so that it looks alike, whether the text puts empty lines there or not."""
    breaks = text.count("\n")
    if breaks and text.count("\n\n") * 5 < breaks and len(text) / (breaks + 1) > _HARD_WRAPPED:
        return Gaps(round(PARAGRAPH_GAP_PX * scale), _FURTHER_EMPTY_PX)
    after = round(_NARROW_GAP_PX * scale)
    return Gaps(after, round(PARAGRAPH_GAP_PX * scale) - after)


def make_document(text: str, *, positions: Positions, font: QFont, metrics: Metrics, gaps: Gaps) -> QTextDocument:
    """Make a document that holds the text as plain text, with room for lanes below each line."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setPlainText(text)
    _give_room(document, metrics, gaps)
    _lower_empty(document, text, positions, gaps)
    frame = document.rootFrame().frameFormat()
    frame.setMargin(0)
    frame.setLeftMargin(SIDE_PX)
    frame.setRightMargin(SIDE_PX)
    frame.setTopMargin(TOP_PX)
    frame.setBottomMargin(TOP_PX + metrics.room)
    document.rootFrame().setFrameFormat(frame)
    return document


def _give_room(document: QTextDocument, metrics: Metrics, gaps: Gaps) -> None:
    made = QTextBlockFormat()
    made.setLineHeight(metrics.room, _LINE_DISTANCE)
    made.setBottomMargin(gaps.after)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.setBlockFormat(made)


def _lower_empty(document: QTextDocument, text: str, positions: Positions, gaps: Gaps) -> None:
    """Make empty paragraphs low: the first in a row is the space between paragraphs, further ones are hardly any.

    An article that is empty altogether keeps a line for its caret.
    """
    first, further = QTextBlockFormat(), QTextBlockFormat()
    first.setLineHeight(gaps.empty, _FIXED)
    further.setLineHeight(_FURTHER_EMPTY_PX, _FIXED)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for position in _empty_paragraphs(text):
        is_further = position > 1 and text[position - 2] in _BREAKS
        cursor.setPosition(positions.to_qt(position))
        cursor.setBlockFormat(further if is_further else first)
    cursor.endEditBlock()


def _empty_paragraphs(text: str) -> Iterator[int]:
    """Give where empty paragraphs begin (code points)."""
    if text[:1] and text[0] in _BREAKS:
        yield 0
    for found in _BREAKS_IN_A_ROW.finditer(text):
        yield from range(found.start() + 1, found.end())
    if text[-1:] and text[-1] in _BREAKS:
        yield len(text)
