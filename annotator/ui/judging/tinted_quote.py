# SPDX-License-Identifier: MIT
"""The words of a version, wrapped, with those in tint that all have in common."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.domain import Span
from annotator.ui import plain
from annotator.ui.theme.current import Theme

_PX, _LONGEST, _GAP = 14, 640, " … "
_TINT = 0.24


class TintedQuote(QWidget):
    """Plain text only; long words are cut in the middle, so that both ends can be read."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pieces: list[tuple[str, bool]] = []
        self._colour = ""
        self._layout: QTextLayout | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._forget)

    @property
    def text(self) -> str:
        """What is shown."""
        return "".join(text for text, _ in self._pieces)

    @property
    def tinted(self) -> tuple[str, ...]:
        """The pieces in tint."""
        return tuple(text for text, is_tinted in self._pieces if is_tinted)

    def show_spans(self, text: str, spans: Sequence[Span], *, common: Sequence[Span], colour: str) -> None:
        """Show these stretches of an article; ``colour`` is the code's."""
        self._pieces = _cut(_pieces(text, spans, common))
        self._colour = colour
        self.setAccessibleName(plain.cut(self.text, longest=1000))
        self._forget()

    def _forget(self) -> None:
        self._layout = None
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say yes: the text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines."""
        return round(self._laid_out(width).boundingRect().height()) + 1

    def sizeHint(self) -> QSize:
        """At its present width."""
        wide = max(self.width(), self._theme.px(120))
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """One line, however narrow."""
        return QSize(1, self._theme.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setPen(self._theme.colour("text"))
        self._laid_out(self.width()).draw(painter, QPointF(0, 0))
        painter.end()

    def _laid_out(self, width: int) -> QTextLayout:
        if self._layout is None:
            self._layout = QTextLayout(self.text, self._theme.reading_font(_PX))
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            self._layout.setTextOption(option)
            self._layout.setFormats(self._formats())
        layout, height = self._layout, 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        tint = QColor(self._colour) if self._colour else self._theme.colour("secondary")
        tint.setAlphaF(_TINT)
        made, place = [], 0
        for text, is_tinted in self._pieces:
            length = len(text.encode("utf-16-le")) // 2
            if is_tinted:
                each = QTextLayout.FormatRange()
                each.start, each.length = place, length
                form = QTextCharFormat()
                form.setBackground(tint)
                if self._theme.tokens.secondary == self._theme.tokens.text:
                    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
                each.format = form
                made.append(each)
            place += length
        return made


def _pieces(text: str, spans: Sequence[Span], common: Sequence[Span]) -> list[tuple[str, bool]]:
    made: list[tuple[str, bool]] = []
    for number, span in enumerate(spans):
        if number:
            made.append((_GAP, False))
        place: int = span.start
        for shared in common:
            inside = span.intersection(shared)
            if inside is None:
                continue
            made.append((text[place : inside.start], False))
            made.append((text[inside.start : inside.end], True))
            place = inside.end
        made.append((text[place : span.end], False))
    return [(piece.replace("\n", " ").replace("\u2029", " "), is_tinted) for piece, is_tinted in made if piece]


def _cut(pieces: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Leave the beginning and the end of what is very long."""
    total = sum(len(text) for text, _ in pieces)
    if total <= _LONGEST:
        return pieces
    head = _within(pieces, 0, _LONGEST // 2)
    tail = _within(pieces, total - _LONGEST // 2, total)
    return [*head, (_GAP, False), *tail]


def _within(pieces: list[tuple[str, bool]], start: int, end: int) -> list[tuple[str, bool]]:
    """Give what lies between two positions of the joined text."""
    made, place = [], 0
    for text, is_tinted in pieces:
        part = text[max(0, start - place) : max(0, end - place)]
        if part:
            made.append((part, is_tinted))
        place += len(text)
    return made
