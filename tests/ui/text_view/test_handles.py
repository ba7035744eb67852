# SPDX-License-Identifier: MIT
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from annotator.domain import Span
from annotator.text.boundaries import Edge, Unit
from annotator.ui.text_view import ArticleView, Mark
from annotator.ui.text_view.handles import GRAB_PX, HandleDrag, handle_at, handle_bars, knob, paint_handles

Show = Callable[[str, Sequence[Mark]], ArticleView]


def test_handles_stand_at_the_true_ends(show: Show, prose: str) -> None:
    view = show(prose, [])
    bars = handle_bars(view.scene, view.visible, Span.of(10, 300))
    assert bars[Edge.START].top() < bars[Edge.END].top()
    assert {bar.width() for bar in bars.values()} == {2}


def test_an_end_out_of_sight_has_no_handle(show: Show, prose: str) -> None:
    text = "\n".join([prose] * 20)
    view = show(text, [])
    assert set(handle_bars(view.scene, view.visible, Span.of(10, len(text)))) == {Edge.START}


def test_in_hebrew_the_start_is_on_the_right(show: Show, mixed_text: str) -> None:
    view = show(mixed_text, [])
    start = mixed_text.index("\u05e9\u05dc\u05d5\u05dd")
    bars = handle_bars(view.scene, view.visible, Span.of(start, start + 4))
    assert bars[Edge.START].left() > bars[Edge.END].left()


def test_the_grab_area_is_sixteen_pixels_and_the_nearer_handle_wins() -> None:
    bars = {Edge.START: QRectF(100, 50, 2, 20), Edge.END: QRectF(110, 50, 2, 20)}
    assert GRAB_PX == 16
    assert handle_at(bars, QPointF(94, 60)) is Edge.START
    assert handle_at(bars, QPointF(104, 60)) is Edge.START
    assert handle_at(bars, QPointF(107, 60)) is Edge.END
    assert handle_at(bars, QPointF(101, 43)) is Edge.START
    assert handle_at(bars, QPointF(80, 60)) is None


def test_a_drag_previews_and_leaves_the_mark_alone(mark: Callable[..., Mark]) -> None:
    text = "one two three"
    drag = HandleDrag(mark("a", 4, 7), Edge.END, Span.of(4, 7))
    assert drag.draw_to(text, 10, Unit.WORD)
    assert drag.preview == Span.of(4, 13)
    assert drag.mark.span == Span.of(4, 7)
    assert not drag.draw_to(text, 2, Unit.WORD), "an empty span is refused"
    assert drag.preview == Span.of(4, 13)


def test_knobs_crown_the_start_and_carry_the_end() -> None:
    bar = QRectF(100, 50, 2, 20)
    assert knob(bar, Edge.START, 7).center().y() < bar.top() < knob(bar, Edge.START, 7).bottom() + 1
    assert knob(bar, Edge.END, 7).center().y() > bar.bottom()
    assert knob(bar, Edge.END, 9).width() == 9


def test_the_old_end_is_a_dotted_line() -> None:
    picture = QImage(60, 60, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    painter = QPainter(picture)
    paint_handles(painter, {}, colour="#000000", raised=None, old=QRectF(20, 10, 2, 30))
    painter.end()
    column = [picture.pixelColor(21, y).lightness() < 128 for y in range(10, 40)]
    assert any(column)
    assert not all(column)
