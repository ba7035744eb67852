# SPDX-License-Identifier: MIT
"""What the real paint puts on the page: counted as rectangles, then looked at as pixels."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage

from annotator.domain import Span
from annotator.ui.text_view import ArticleView, CodeStyle, Mark, MarkKind
from annotator.ui.text_view.shapes import MORE
from annotator.ui.theme.tokens import LIGHT

Show = Callable[[str, Sequence[Mark]], ArticleView]


def lanes_painted(view: ArticleView) -> dict[float, int]:
    """Count the bars of everything in sight by the height of their lane below their line."""
    counted: dict[float, int] = {}
    for seen in view.visible:
        layout = seen.block.layout()
        for shapes in view.scene.shapes(seen, top=0, bottom=view.viewport().height()):
            for bars in shapes.bars.values():
                for bar in bars:
                    line = max(
                        (layout.lineAt(n) for n in range(layout.lineCount()) if layout.lineAt(n).y() <= bar.top()),
                        key=lambda line: line.y(),
                    )
                    depth = bar.top() - line.y() - line.height()
                    counted[depth] = counted.get(depth, 0) + 1
    return counted


def test_five_codes_on_one_passage_are_five_lanes(show: Show, mark: Callable[..., Mark]) -> None:
    view = show("Trust is real.", [])
    view.set_lane_room(6)
    view.change_marks(added=[mark(f"m{lane}", 0, 14, code) for lane, code in enumerate("abcde")])
    view.viewport().grab()
    assert lanes_painted(view) == {1: 1, 5: 1, 9: 1, 13: 1, 17: 1}
    assert view._painter.painted.bars == 5


def test_ten_coders_on_wrapped_lines_are_ten_lanes_on_each(show: Show, mark: Callable[..., Mark], prose: str) -> None:
    view = show(prose, [])
    view.set_lane_room(10)
    view.change_marks(added=[mark(f"m{coder}", 0, len(prose)) for coder in range(10)])
    view.viewport().grab()
    lines = view.document().begin().layout().lineCount()
    seen = sum(1 for _ in range(lines))
    assert set(lanes_painted(view)) == {1 + 4 * lane for lane in range(10)}
    assert set(lanes_painted(view).values()) == {seen}


def test_astral_hebrew_and_chinese_lines_have_their_lanes(
    show: Show, mark: Callable[..., Mark], mixed_text: str
) -> None:
    view = show(mixed_text, [mark("all", 0, len(mixed_text)), mark("again", 0, len(mixed_text), "quote")])
    lines = sum(seen.block.layout().lineCount() for seen in view.visible if seen.block.length() > 1)
    assert lanes_painted(view) == {1: lines, 5: lines}


def test_ten_deep_in_three_lanes_shows_two_and_a_line_for_the_rest(show: Show, mark: Callable[..., Mark]) -> None:
    view = show("Trust is real.", [mark(f"m{coder}", 0, 14) for coder in range(10)])
    (shapes,) = view.scene.shapes(view.visible[0], top=0, bottom=999)
    assert lanes_painted(view) == {1: 1, 5: 1, 9: 1}
    assert len(shapes.bars[MORE]) == 1
    assert len(shapes.hidden) == 8


def test_blocks_visited_are_those_in_sight(show: Show, mark: Callable[..., Mark]) -> None:
    text = "one line\n" * 3_000
    view = show(text, [mark(f"m{n}", n * 9, n * 9 + 3) for n in range(0, 3_000, 3)])
    for share in (0.0, 0.5, 0.9, 0.2):
        bar = view.verticalScrollBar()
        bar.setValue(round(bar.maximum() * share))
        view.viewport().grab()
        in_sight = sum(seen.origin.y() < view.viewport().height() and seen.bottom > 0 for seen in view.visible)
        assert view._painter.painted.blocks <= in_sight + 2


def pixel(picture: QImage, x: float, y: float) -> QColor:
    """Give the colour in the middle of a logical pixel, at any scale."""
    ratio = picture.devicePixelRatio()
    return picture.pixelColor(int((int(x) + 0.5) * ratio), int((int(y) + 0.5) * ratio))


def colour_at(view: ArticleView, point: QPointF) -> QColor:
    picture: QImage = view.viewport().grab().toImage()
    return pixel(picture, point.x(), point.y())


def test_a_solid_lane_has_the_code_s_exact_colour_and_edge(
    show: Show, mark: Callable[..., Mark], styles: list[CodeStyle]
) -> None:
    view = show("Trust is real.", [mark("a", 0, 14)])
    seen = view.visible[0]
    (shapes,) = view.scene.shapes(seen, top=0, bottom=999)
    (bar,) = shapes.bars["trust"]
    spot = seen.origin + QPointF(bar.center().x(), bar.top())
    column = [colour_at(view, spot + QPointF(0, y)).name() for y in range(-1, 4)]
    assert column == [LIGHT.page.lower(), *["#009265"] * 3, LIGHT.page.lower()]


def test_lanes_stay_visible_under_a_selection(show: Show, mark: Callable[..., Mark]) -> None:
    view = show("Trust is real.", [mark("a", 0, 14)])
    view.select_span(Span.of(0, 14))
    seen = view.visible[0]
    (shapes,) = view.scene.shapes(seen, top=0, bottom=999)
    spot = seen.origin + shapes.bars["trust"][0].center()
    assert colour_at(view, spot).name() == "#009265"


def test_only_the_selected_span_is_tinted(
    show: Show, mark: Callable[..., Mark], point: Callable[[ArticleView, int], QPointF]
) -> None:
    view = show("Trust is real. Doubt is too.", [mark("a", 0, 14), mark("b", 15, 28)])
    line = view.visible[0].block.layout().lineAt(0)
    beside = view.visible[0].origin + QPointF(line.cursorToX(5)[0] + 1, 1)
    other = view.visible[0].origin + QPointF(line.cursorToX(20)[0] + 1, 1)
    assert colour_at(view, beside).name() == LIGHT.page.lower()
    view.select_mark("a")
    assert colour_at(view, beside).name() not in (LIGHT.page.lower(), "#009265")
    assert colour_at(view, other).name() == LIGHT.page.lower()
    view.hover_mark("b")
    assert colour_at(view, other).name() != LIGHT.page.lower()


def darkest(view: ArticleView, line_number: int) -> int:
    picture = view.viewport().grab().toImage()
    seen = view.visible[line_number]
    line, left = seen.block.layout().lineAt(0), int(seen.origin.x())
    return min(
        pixel(picture, x, int(seen.origin.y()) + y).lightness()
        for x in range(left, left + int(line.naturalTextWidth()))
        for y in range(int(line.height()))
    )


def test_excluded_words_look_secondary_however_many_say_so(show: Show, mark: Callable[..., Mark]) -> None:
    text = "MMMM\nMMMM\nMMMM"
    region = {"code": "", "kind": MarkKind.REGION}
    view = show(text, [mark("one", 5, 9, **region), mark("two", 10, 14, **region), mark("three", 10, 14, **region)])
    plain, once, twice = (darkest(view, number) for number in range(3))
    assert plain < once == twice
    assert abs(once - QColor(LIGHT.secondary).lightness()) <= 8


def test_an_excluded_region_is_hatched_left_of_the_text(show: Show, mark: Callable[..., Mark]) -> None:
    view = show("one\ntwo", [mark("out", 4, 7, code="", kind=MarkKind.REGION)])
    picture = view.viewport().grab().toImage()

    def inked(number: int) -> bool:
        seen = view.visible[number]
        left, top = int(seen.origin.x()) - 14, int(seen.origin.y())
        return any(pixel(picture, left + x, top + y).lightness() < 200 for x in range(5) for y in range(12))

    assert [inked(0), inked(1)] == [False, True]


@pytest.mark.parametrize("code", ["trust", "mistrust", "speculation", "quote"])
def test_every_pattern_reaches_the_screen_in_its_colour(
    show: Show, mark: Callable[..., Mark], styles: list[CodeStyle], code: str
) -> None:
    view = show("Trust is real and long.", [mark("a", 0, 23, code)])
    picture = view.viewport().grab().toImage()
    seen = view.visible[0]
    (shapes,) = view.scene.shapes(seen, top=0, bottom=999)
    bar = shapes.bars[code][0].translated(seen.origin)
    colours = {
        pixel(picture, x, y).name()
        for x in range(int(bar.left()) + 3, int(bar.right()) - 3)
        for y in range(int(bar.top()), int(bar.bottom()))
    }
    wanted = next(style.colour.lower() for style in styles if style.code == code)
    assert wanted in colours
    if picture.devicePixelRatio() == 1:
        assert colours <= {wanted, LIGHT.page.lower()}
