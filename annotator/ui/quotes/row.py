# SPDX-License-Identifier: MIT
"""One passage as it is drawn: its code and words at the left, whose and where at the right or, if narrow, below."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from annotator.operations.retrieval import RetrievedPassage
from annotator.ui import plain, words
from annotator.ui.quotes import words as said
from annotator.ui.quotes.setting import QuoteSetting
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.lane import WIDTH, draw_sample

WAITING = 96
"""How high a row is taken to be before its words are there."""
_HEAD, _CODE, _LINE, _EDGE = 40, 22, 18, 12
_NARROW_EDGE = 16
_SIDE, _SIDE_FROM, _TEXT_MOST = 248, 700, 620
_SIZE = 16
_MOST_KEPT = 400


@dataclass(frozen=True, slots=True)
class _Shape:
    """Where things are in a row of some width."""

    left: int
    text_width: int
    side_left: int
    side_width: int

    @property
    def has_side(self) -> bool:
        return self.side_width > 0


class QuoteRows:
    """Measures and draws; what was broken into lines is kept for a while.

    ``cuts_words`` says that the context ends after so many characters, wherever that is.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.cuts_words = False
        self._kept: OrderedDict[tuple[str, str, str, str, int], QuoteSetting] = OrderedDict()

    def forget(self) -> None:
        """Drop what was broken into lines: the type is another."""
        self._kept.clear()

    def height(self, passage: RetrievedPassage | None, heading: str, width: int) -> int:
        """Give how high a row is."""
        px = self._theme.px
        head = px(_HEAD) if heading else 0
        if passage is None:
            return px(WAITING)
        shape = self._shape(width)
        text = px(_CODE) + self._setting(passage, shape).height
        text += px(_LINE + 4) if passage.annotation.memo else 0
        lines = px(_LINE) * len(self._lines(passage, has_side=shape.has_side))
        inner = max(text, lines) if shape.has_side else text + px(4) + lines
        return head + inner + 2 * px(_EDGE)

    def head_height(self, heading: str) -> int:
        """Give how high the name of a group is; 0 without one."""
        return self._theme.px(_HEAD) if heading else 0

    def paint(
        self, painter: QPainter, box: QRect, passage: RetrievedPassage | None, heading: str, *, is_selected: bool,
        is_hovered: bool,
    ) -> None:  # fmt: skip
        """Draw a row."""
        theme, px = self._theme, self._theme.px
        if passage is None:
            painter.setPen(theme.colour("secondary"))
            painter.setFont(theme.font(Type.META))
            painter.drawText(box.adjusted(px(24), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, "Reading.")
            return
        if heading:
            self._paint_head(painter, QRect(box.left(), box.top(), box.width(), px(_HEAD)), heading)
            box = box.adjusted(0, px(_HEAD), 0, 0)
        if is_selected:
            painter.fillRect(box, theme.colour("soft"))
            painter.fillRect(QRect(box.left(), box.top(), px(3), box.height()), theme.colour("accent"))
        elif is_hovered:
            painter.fillRect(box, theme.colour("hover"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("hairline"))
        self._paint_passage(painter, box, passage)

    def _paint_head(self, painter: QPainter, box: QRect, heading: str) -> None:
        theme = self._theme
        painter.fillRect(box, theme.colour("panel"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("hairline"))
        room = box.adjusted(self._shape(box.width()).left, 0, -theme.px(16), 0)
        self._write(painter, room, heading, role=Type.HEAD)

    def _paint_passage(self, painter: QPainter, box: QRect, passage: RetrievedPassage) -> None:
        theme, px, shape = self._theme, self._theme.px, self._shape(box.width())
        top, left = box.top() + px(_EDGE), box.left() + shape.left
        lane = QRectF(left, top, px(WIDTH), px(_LINE))
        draw_sample(painter, lane, theme=theme, pattern=passage.code.pattern, colour=theme.code_colour(passage.code))
        name = QRect(left + px(WIDTH + 8), top, shape.text_width - px(WIDTH + 8), px(_LINE))
        self._write(painter, name, words.short(passage.code.short_name or passage.code.name), role=Type.META)
        top += px(_CODE)
        setting = self._setting(passage, shape)
        setting.draw(painter, QPointF(left, top))
        top += setting.height
        if passage.annotation.memo:
            room = QRect(left, top + px(4), shape.text_width, px(_LINE))
            self._write(painter, room, f"Memo: {passage.annotation.memo}", role=Type.META)
            top += px(_LINE + 4)
        at_side = shape.has_side
        place = QRect(left, top + px(4), shape.text_width, px(_LINE))
        if at_side:
            place = QRect(box.left() + shape.side_left, box.top() + px(_EDGE), shape.side_width, px(_LINE))
        for number, (line, role, token) in enumerate(self._lines(passage, has_side=at_side)):
            self._write(painter, place.translated(0, number * px(_LINE)), line, role=role, token=token)

    def _lines(self, passage: RetrievedPassage, *, has_side: bool) -> list[tuple[str, Type, str]]:
        """Give the lines about a passage, each with its look."""
        heading, source = passage.document.heading, said.source_words(passage)
        coder, described = words.coder_name(passage.coder), said.described(passage)
        if not has_side:
            about = [f"{heading}. {source}", coder, described]
            return [(line, Type.META, "secondary") for line in about if line]
        lines = [(heading, Type.META, "text"), (source, Type.META, "secondary"), (coder, Type.META, "secondary")]
        lines += [(part, Type.META, "secondary") for part in said.described_parts(passage)]
        return lines

    def _write(self, painter: QPainter, room: QRect, text: str, *, role: Type, token: str = "text") -> None:
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.colour(token))
        metrics: QFontMetrics = painter.fontMetrics()
        shown = metrics.elidedText(plain.cut(text), Qt.TextElideMode.ElideRight, max(0, room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _shape(self, width: int) -> _Shape:
        px = self._theme.px
        left, right = px(24), px(24)
        if width < px(_SIDE_FROM):
            left = right = px(_NARROW_EDGE)
            return _Shape(left, max(px(120), width - left - right), 0, 0)
        text = min(px(_TEXT_MOST), width - left - right - px(_SIDE) - px(32))
        side = left + text + px(32)
        return _Shape(left, text, side, min(width - side - right, px(360)))

    def _setting(self, passage: RetrievedPassage, shape: _Shape) -> QuoteSetting:
        key = (str(passage.annotation.id), passage.quote[:40], passage.before, passage.after, shape.text_width)
        found = self._kept.get(key)
        if found is None:
            inks = (self._theme.colour("text"), self._theme.colour("secondary"))
            found = QuoteSetting(
                passage.before, passage.quote, passage.after, font=self._theme.reading_font(_SIZE),
                width=shape.text_width, cuts_words=self.cuts_words, inks=inks,
            )  # fmt: skip
            self._kept[key] = found
            while len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
        return found
