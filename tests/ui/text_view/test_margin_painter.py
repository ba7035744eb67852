# SPDX-License-Identifier: MIT
from collections.abc import Callable, Sequence

from PySide6.QtGui import QFont, QImage

from annotator.domain import Span
from annotator.ui.shortcuts import EXCLUDED_KEY
from annotator.ui.text_view import ArticleView, Mark, MarkKind, ReadingPage
from annotator.ui.text_view.labels import LabelKind
from annotator.ui.text_view.margin_painter import LABEL_PX, MarginPainter, label_fonts
from annotator.ui.theme.tokens import LIGHT

Show = Callable[[str, Sequence[Mark]], ArticleView]


def picture_of(page: ReadingPage) -> QImage:
    return page.margin.grab().toImage()


def test_brackets_are_nested_by_lane(show: Show, page: ReadingPage, mark: Callable[..., Mark]) -> None:
    show("one two three", [mark("a", 0, 13), mark("b", 4, 7, "quote")])
    reaches = {reach.mark.id: reach for reach in MarginPainter(page.view).reaches()}
    assert (reaches["a"].lane, reaches["b"].lane) == (0, 1)
    picture = picture_of(page)
    middle = round((reaches["a"].top + reaches["a"].bottom) / 2)
    row = [picture.pixelColor(x, middle).name() for x in range(12)]
    assert row.count("#009265") == 2
    assert row.count("#0f509f") == 2
    assert row.index("#009265") < row.index("#0f509f")


def test_a_mark_that_goes_on_beyond_the_page_has_a_bracket_that_does(
    show: Show, page: ReadingPage, mark: Callable[..., Mark], prose: str
) -> None:
    text = "\n\n".join([prose] * 20)
    view = show(text, [mark("whole", 0, len(text))])
    view.centre(Span.of(9_000, 9_001))
    view.viewport().grab()
    (reach,) = MarginPainter(view).reaches()
    assert reach.top < 0
    assert reach.bottom > view.viewport().height()
    assert reach.middle is None


def test_marks_without_a_lane_are_counted(show: Show, page: ReadingPage, mark: Callable[..., Mark]) -> None:
    show("one two three", [mark(f"m{number}", 0, 13) for number in range(10)])
    picture_of(page)
    counts = [label.words for label in page.margin.labels if label.kind is LabelKind.COUNT]
    assert counts == ["+8"]


def test_a_region_has_its_word_and_no_bracket(show: Show, page: ReadingPage, mark: Callable[..., Mark]) -> None:
    show("one two three", [mark("out", 0, 13, "", kind=MarkKind.REGION)])
    picture_of(page)
    (label,) = page.margin.labels
    assert (label.words, label.mark_id) == ("Excluded", "out")
    assert MarginPainter(page.view).reaches()[0].lane == -1


def test_selecting_moves_no_label(show: Show, page: ReadingPage, mark: Callable[..., Mark]) -> None:
    view = show("one two three", [mark("a", 0, 13, "quote"), mark("b", 0, 13, "speculation")])
    picture_of(page)
    before = [(label.kind, label.box.getRect()) for label in page.margin.labels]
    view.select_mark("a")
    picture_of(page)
    assert [(label.kind, label.box.getRect()) for label in page.margin.labels] == before


def test_labels_are_never_smaller_than_twelve_pixels() -> None:
    font = QFont()
    font.setPixelSize(10)
    assert [each.pixelSize() for each in label_fonts(font)] == [LABEL_PX, LABEL_PX]
    font.setPixelSize(26)
    assert label_fonts(font)[0].pixelSize() == 24


def test_a_mirrored_margin_has_its_brackets_on_the_right(
    show: Show, page: ReadingPage, mark: Callable[..., Mark]
) -> None:
    hebrew = "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd"
    show(hebrew, [mark("a", 0, 4)])
    picture = picture_of(page)
    reach = MarginPainter(page.view).reaches()[0]
    middle = round((reach.top + reach.bottom) / 2)
    row = [picture.pixelColor(x, middle).name() for x in range(page.margin.width())]
    assert row.index("#009265") > page.margin.width() - 8
    assert page.margin.geometry().right() < page.view.viewport().geometry().left() + 2


def test_own_labels_stand_out_once_others_are_shown(show: Show, page: ReadingPage, mark: Callable[..., Mark]) -> None:
    view = show("one two three\n\nfour five", [mark("mine", 0, 3)])

    def ink(mark_id: str) -> set[str]:
        picture = picture_of(page)
        box = next(label.box for label in page.margin.labels if label.mark_id == mark_id)
        return {
            picture.pixelColor(x, y).name()
            for x in range(box.left(), box.right())
            for y in range(box.top(), box.bottom())
        }

    assert LIGHT.text.lower() not in ink("mine"), "alone, it is like any label"
    view.change_marks(removed=(), added=[mark("theirs", 15, 19, own=False)])
    assert LIGHT.text.lower() in ink("mine")
    assert LIGHT.text.lower() not in ink("theirs")
    view.change_marks(removed=["theirs"], added=())
    assert LIGHT.text.lower() not in ink("mine")


def test_own_dots_are_filled_once_others_are_shown(show: Show, page: ReadingPage, mark: Callable[..., Mark]) -> None:
    show("one two three", [mark("a", 0, 13, own=False), mark("b", 0, 13, "quote"), mark("c", 0, 13, "mistrust")])
    picture = picture_of(page)
    name, own, other = page.margin.labels
    assert (name.mark_id, own.mark_id, other.mark_id) == ("c", "b", "a"), "own ones first"
    below = [picture.pixelColor(each.box.center().x(), each.box.top() + 4).name() for each in (own, other)]
    assert below == [LIGHT.text.lower(), LIGHT.page.lower()]


def test_the_selected_name_has_a_ground(show: Show, page: ReadingPage, mark: Callable[..., Mark]) -> None:
    view = show("one two three", [mark("a", 0, 13)])
    view.select_mark("a")
    picture, (label,) = picture_of(page), page.margin.labels
    assert picture.pixelColor(label.box.left() - 2, label.box.center().y()).name() == LIGHT.soft.lower()


def test_the_dot_of_a_region_bears_its_key(show: Show, page: ReadingPage, mark: Callable[..., Mark]) -> None:
    region = mark("out", 0, 13, "", kind=MarkKind.REGION)
    assert show("one two three", [region]).scene.style(region).initial == EXCLUDED_KEY
