# SPDX-License-Identifier: MIT
from PySide6.QtGui import QFont, QTextBlock, QTextDocument
from pytestqt.qtbot import QtBot

from annotator.domain import Pattern, Span
from annotator.ui.text_view.marks import Mark
from annotator.ui.text_view.metrics import Metrics
from annotator.ui.text_view.page_format import gaps_for, make_document
from annotator.ui.text_view.positions import Positions
from annotator.ui.text_view.shapes import MORE, Looks, ShapeMaker, Shapes, united

PATTERNS = {"solid": Pattern.SOLID, "dashed": Pattern.DASHED}
KEPT: list[QTextDocument] = []


def shapes(text: str, *placed: tuple[Mark, int], lanes: int = 3, width: int = 4_000) -> tuple[Shapes, QTextBlock]:
    metrics = Metrics(lanes)
    document = make_document(text, positions=Positions(text), font=QFont(), metrics=metrics, gaps=gaps_for(text))
    document.setTextWidth(width)
    document.documentLayout().documentSize()
    KEPT[:] = [document]
    block = document.begin()
    made = ShapeMaker(Positions(text), Looks(metrics, PATTERNS)).make(
        block,
        [mark for mark, _ in placed],
        lanes={mark.id: lane for mark, lane in placed},
        lines=range(block.layout().lineCount()),
        right_to_left=False,
    )
    return made, block


def mark(mark_id: str, start: int, end: int, code: str = "solid") -> Mark:
    return Mark(mark_id, Span.of(start, end), code)


def test_lanes_lie_in_the_strip_one_below_the_other(qtbot: QtBot) -> None:
    made, block = shapes("one two three", (mark("a", 0, 13), 0), (mark("b", 4, 7), 1))
    line = block.layout().lineAt(0)
    tops = [bar.top() - line.height() for bar, _ in made.hits]
    assert tops == [1, 5]
    assert {bar.height() for bar, _ in made.hits} == {3}


def test_a_solid_bar_is_a_pixel_short_at_its_true_ends(qtbot: QtBot) -> None:
    made, _ = shapes("one two three", (mark("a", 0, 13), 0))
    ((whole, _),), (bar,) = made.hits, made.bars["solid"]
    assert (bar.left(), bar.right()) == (whole.left() + 1, whole.right() - 1)
    assert made.caps == {}


def test_a_patterned_bar_has_a_cap_at_each_true_end(qtbot: QtBot) -> None:
    made, _ = shapes("one two three", (mark("a", 4, 13, "dashed"), 0))
    (bar,) = made.bars["dashed"]
    left, right = made.caps["dashed"]
    assert (left.width(), left.height()) == (2, 5)
    assert (left.left(), right.right()) == (bar.left(), bar.right())


def test_there_is_no_cap_where_a_line_wraps(qtbot: QtBot) -> None:
    made, block = shapes("word " * 40, (mark("a", 0, 199, "dashed"), 0), width=300)
    assert len(made.bars["dashed"]) == block.layout().lineCount() > 2
    assert len(made.caps["dashed"]) == 2


def test_touching_spans_stay_two(qtbot: QtBot) -> None:
    made, _ = shapes("one two", (mark("a", 0, 3), 0), (mark("b", 3, 7), 0))
    left, right = made.bars["solid"]
    assert right.left() - left.right() == 2


def test_more_lanes_than_room_end_in_one_line_for_the_rest(qtbot: QtBot) -> None:
    placed = [(mark(f"m{lane}", 0, 13), lane) for lane in range(5)]
    made, block = shapes("one two three", *placed)
    assert len(made.bars["solid"]) == 2
    (more,) = made.bars[MORE]
    assert more.top() == block.layout().lineAt(0).height() + 1 + 2 * 4
    assert made.hidden == ["m2", "m3", "m4"]
    assert sorted(made.extents) == ["m0", "m1"]


def test_as_many_lanes_as_room_are_all_drawn(qtbot: QtBot) -> None:
    made, _ = shapes("one two three", *[(mark(f"m{lane}", 0, 13), lane) for lane in range(3)])
    assert (made.rectangles, made.hidden) == (3, [])


def test_hidden_spans_that_meet_are_drawn_once(qtbot: QtBot) -> None:
    placed = [(mark(f"m{lane}", 0, 13), lane) for lane in range(2)]
    made, _ = shapes("one two three", *placed, (mark("x", 0, 7), 2), (mark("y", 4, 13), 3), lanes=3)
    assert len(made.bars[MORE]) == 1


def test_extents_tell_where_a_mark_begins(qtbot: QtBot) -> None:
    made, block = shapes("word " * 40, (mark("a", 150, 199), 0), width=300)
    first = block.layout().lineForTextPosition(150)
    extent = made.extents["a"]
    assert extent.top == first.y()
    assert extent.middle == first.y() + first.height() / 2
    assert extent.bottom > extent.top


def test_a_stretch_of_no_width_to_speak_of_still_shows(qtbot: QtBot) -> None:
    made, _ = shapes("i", (mark("a", 0, 1), 0))
    assert made.bars["solid"][0].width() >= 1


def test_spans_that_meet_are_united() -> None:
    spans = [Span.of(0, 5), Span.of(3, 4), Span.of(4, 9), Span.of(9, 10), Span.of(12, 13)]
    assert united(spans) == [Span.of(0, 10), Span.of(12, 13)]


def test_a_piece_of_a_longer_passage_has_no_cap_where_it_goes_on(qtbot: QtBot) -> None:
    piece = Mark("m", Span.of(2, 6), "dashed", opens=False)
    made, _ = shapes("Some words here", (piece, 0))
    assert len(made.caps["dashed"]) == 1
    assert made.caps["dashed"][0].right() == made.bars["dashed"][0].right()
