# SPDX-License-Identifier: MIT
from collections.abc import Callable, Sequence

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.domain import CodePoint, Refused, Span
from annotator.ui.text_view import ArticleView, Mark, ReadingPage
from annotator.ui.text_view import surface as surface_module

Show = Callable[[str, Sequence[Mark]], ArticleView]


def test_one_document_is_alive_after_twenty_switches(show: Show, prose: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[QTextDocument] = []
    real = surface_module.make_document

    def kept(*args: object, **named: object) -> QTextDocument:
        made.append(real(*args, **named))
        return made[-1]

    monkeypatch.setattr(surface_module, "make_document", kept)
    for number in range(20):
        show(f"{number} {prose}", [])
    assert sum(shiboken6.isValid(document) for document in made) == 1
    assert len(made) == 20


def test_no_block_outlives_its_document(show: Show, page: ReadingPage, mark: Callable[..., Mark]) -> None:
    view = show("one\n" * 50, [mark("a", 0, 3)])
    assert view.visible
    view.show_article("two", [])
    assert view.visible == ()
    page.margin.repaint()
    page.minimap.repaint()
    assert page.margin.labels == []
    view.viewport().repaint()
    assert len(view.visible) == 1


def test_markup_in_a_text_is_text(show: Show) -> None:
    view = show("<img src='file:///etc/passwd'><b>bold</b>", [])
    assert view.document().characterCount() - 1 == len("<img src='file:///etc/passwd'><b>bold</b>")


def test_a_text_that_qt_would_change_is_refused_and_the_old_one_stays(show: Show) -> None:
    view = show("one two", [])
    with pytest.raises(Refused, match="not opened for coding"):
        view.show_article("one\r\ntwo", [])
    assert view.scene.model.text == "one two"
    assert view.document().characterCount() - 1 == 7


def test_the_clipboard_gets_the_stored_text(show: Show, mixed_text: str) -> None:
    view = show(mixed_text, [])
    end = mixed_text.index("An emoji") + 12
    view.select_span(Span.of(0, end))
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == mixed_text[:end]


def test_the_text_cannot_be_changed_by_keys(show: Show) -> None:
    view = show("one two", [])
    QTest.keyClicks(view, "abc")
    QTest.keyClick(view, Qt.Key.Key_Delete)
    QTest.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert view.document().characterCount() - 1 == 7


def test_tab_leaves_the_text(page: ReadingPage, show: Show) -> None:
    view = show("one two", [])
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not view


def test_zoom_keeps_the_line_that_was_at_the_top(show: Show, prose: str) -> None:
    view = show("\n\n".join([prose] * 20), [])
    view.centre(Span.of(5_000, 5_001))
    view.viewport().grab()
    top, _ = view.seen_range()
    for size in (26, 34, 17):
        view.set_text_size(size)
        view.viewport().grab()
        assert abs(view.seen_range()[0] - top) < 80
    assert view.text_px == 17


def test_zoom_keeps_the_selection_and_the_marks(show: Show, mark: Callable[..., Mark]) -> None:
    view = show("one two three", [mark("a", 4, 7)])
    view.select_span(Span.of(4, 7))
    view.set_text_size(30)
    view.set_lane_room(5)
    view.set_serif(False)
    assert view.current_span() == Span.of(4, 7)
    assert view.scene.model.mark("a") is not None


def test_what_was_in_sight_is_told_once_and_only_grows(show: Show, prose: str, qtbot: QtBot) -> None:
    told: list[int] = []
    text = "\n\n".join([prose] * 30)
    view = show("", [])
    view.read_to.connect(told.append)
    view.show_article(text, [])
    view.viewport().grab()
    bar = view.verticalScrollBar()
    for value in (400, 0, 800, bar.maximum()):
        bar.setValue(value)
        view.viewport().grab()
    assert told == sorted(set(told))
    assert told[-1] == len(text)
    assert 0 < told[0] < len(text)


def test_a_narrower_column_keeps_the_place(page: ReadingPage, show: Show, prose: str) -> None:
    view = show("\n\n".join([prose] * 20), [])
    view.centre(Span.of(6_000, 6_001))
    view.viewport().grab()
    top, _ = view.seen_range()
    page.resize(520, 640)
    view.viewport().grab()
    assert abs(view.seen_range()[0] - top) < 80


def test_a_megabyte_with_ten_thousand_marks_opens_and_scrolls(
    show: Show, mark: Callable[..., Mark], prose: str
) -> None:
    paragraph = f"{prose}\n\n"
    text = paragraph * (1_000_000 // len(paragraph))
    marks = [mark(f"m{n}", n * 99, n * 99 + 80, ("trust", "quote")[n % 2]) for n in range(10_000)]
    view = show(text, marks)
    view.centre(Span.of(900_000, 900_001))
    view.viewport().grab()
    assert view._painter.painted.bars > 10
    first, last = view.seen_range()
    assert first < 900_000 < last


def test_the_caret_is_there_and_two_pixels_wide(show: Show) -> None:
    view = show("one", [])
    assert view.cursorWidth() == 2
    view.set_caret(CodePoint(2))
    assert view.caret() == 2


def test_the_first_block_is_found_from_anywhere(show: Show, qtbot: QtBot) -> None:
    view = show("line\n" * 2_000, [])
    bar, layout = view.verticalScrollBar(), view.document().documentLayout()
    whole = round(layout.documentSize().height()) - view.viewport().height()
    qtbot.waitUntil(lambda: bar.maximum() == whole)  # Qt guesses the height until it is laid out
    for share in (1.0, 0.0, 0.7, 0.3):
        bar.setValue(round(bar.maximum() * share))
        view.viewport().grab()
        first = view.visible[0]
        assert first.origin.y() <= 0 or first.number == 0
        assert first.bottom > 0


def test_before_the_first_paint_nothing_is_in_sight(qtbot: QtBot) -> None:
    page = ReadingPage()
    qtbot.addWidget(page)
    assert page.view.seen_range() == (0, 0)
