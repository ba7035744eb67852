# SPDX-License-Identifier: MIT
"""The edge to Qt: the only place where code points become UTF-16 units and back, and where text leaves the view."""

from PySide6.QtGui import QTextCursor

from annotator.domain import CodePoint, Span, Utf16
from annotator.text.boundaries import Unit, next_boundary
from annotator.text.offsets import OffsetMap


class Positions:
    """Positions in one text, from Qt and to Qt. The text is the stored one; nothing is read back from the widget."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._offsets = OffsetMap(text)

    @property
    def qt_length(self) -> Utf16:
        """The length of the text in UTF-16 units."""
        return self._offsets.utf16_length

    def to_qt(self, position: int) -> Utf16:
        """Convert code points to UTF-16 units; beyond the text it gives the nearest end."""
        return self._offsets.to_utf16(CodePoint(max(0, min(position, len(self._text)))))

    def from_qt(self, position: int) -> CodePoint:
        """Convert UTF-16 units to code points; beyond the text it gives the nearest end."""
        return self._offsets.to_code_point(Utf16(max(0, min(position, self._offsets.utf16_length))))

    def caret(self, cursor: QTextCursor) -> CodePoint:
        """Give where the cursor's moving end stands, in code points."""
        return self.from_qt(cursor.position())

    def selected(self, cursor: QTextCursor) -> Span | None:
        """Give what the cursor selects, in code points, or None."""
        start, end = self.from_qt(cursor.selectionStart()), self.from_qt(cursor.selectionEnd())
        return Span(start, end) if start < end else None

    def place(self, cursor: QTextCursor, *, anchor: int, caret: int) -> QTextCursor:
        """Move a cursor so that it selects from ``anchor`` to ``caret`` (code points); give it back."""
        cursor.setPosition(self.to_qt(anchor))
        cursor.setPosition(self.to_qt(caret), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def next_grapheme(self, position: int) -> CodePoint:
        """Give where the grapheme ends that begins here."""
        return next_boundary(self._text, CodePoint(position), Unit.CHARACTER, +1)

    def previous_grapheme(self, position: int) -> CodePoint:
        """Give where the grapheme begins that ends here."""
        return next_boundary(self._text, CodePoint(position), Unit.CHARACTER, -1)

    def slice(self, span: Span) -> str:
        """Give the stored text of a span."""
        return self._text[span.start : span.end]
