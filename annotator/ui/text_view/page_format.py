# SPDX-License-Identifier: MIT
"""The document that Qt lays out: made whole before a view gets it, since a view pays for each change."""

import re
from dataclasses import dataclass

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCursor, QTextDocument, QTextOption

from annotator.ui.text_view.metrics import Metrics

SIDE_PX = 24
"""Room inside the viewport left and right of the column, for knobs and hatching."""
TOP_PX = 24
PARAGRAPH_GAP_PX = 16
_NARROW_GAP_PX = 4
_HARD_WRAPPED = 120

_LINE_DISTANCE = QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_BREAK = re.compile("[\n\u2029\ufdd0\ufdd1]")


@dataclass(frozen=True, slots=True)
class Gaps:
    """Space (px) after every paragraph, and the height of one that is empty."""

    after: int
    empty: int


def gaps_for(text: str, *, scale: float = 1.0) -> Gaps:
    """Choose the space between paragraphs so that it looks alike, whether the text puts empty lines there or not."""
    breaks = text.count("\n")
    if breaks and text.count("\n\n") * 5 < breaks and len(text) / (breaks + 1) > _HARD_WRAPPED:
        return Gaps(round(PARAGRAPH_GAP_PX * scale), 4)
    after = round(_NARROW_GAP_PX * scale)
    return Gaps(after, round(PARAGRAPH_GAP_PX * scale) - after)


def make_document(text: str, *, font: QFont, metrics: Metrics, gaps: Gaps) -> QTextDocument:
    """Make a document that holds the text as plain text, with room for lanes below each line."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setPlainText(text)
    _give_room(document, metrics, gaps)
    _lower_empty(document, text, gaps)
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


def _lower_empty(document: QTextDocument, text: str, gaps: Gaps) -> None:
    """Make empty paragraphs low: the first in a row stands for the space between paragraphs, more of them for little.

    Blocks are found by number; the text's own characters need no conversion for that.
    """
    if not gaps.empty:
        return
    formats = [QTextBlockFormat(), QTextBlockFormat()]
    formats[0].setLineHeight(gaps.empty, _FIXED)
    formats[1].setLineHeight(_NARROW_GAP_PX, _FIXED)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    lines = _BREAK.split(text)
    after_empty = False
    for number, line in enumerate(lines):
        if not line:
            cursor.setPosition(document.findBlockByNumber(number).position())
            cursor.setBlockFormat(formats[after_empty])
        after_empty = not line
    cursor.endEditBlock()
