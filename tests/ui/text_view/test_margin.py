# SPDX-License-Identifier: MIT
from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from annotator.ui.text_view import ArticleView, Mark, ReadingPage

Show = Callable[[str, Sequence[Mark]], ArticleView]


@pytest.fixture
def view(show: Show, page: ReadingPage, mark: Callable[..., Mark]) -> ArticleView:
    marks = [
        mark("a", 0, 13),
        mark("b", 4, 7, "quote", own=False, coder="Trial coder <2>", asks_lead=True),
        mark("c", 30, 40, "mistrust", pending=True),
    ]
    shown = show("one two three\n\nfour five six seven eight nine", marks)
    page.margin.grab()
    return shown


def spot(page: ReadingPage, mark_id: str) -> QPoint:
    return next(label.box.center() for label in page.margin.labels if label.mark_id == mark_id)


def test_pointing_at_a_label_tints_its_span(view: ArticleView, page: ReadingPage) -> None:
    QTest.mouseMove(page.margin, spot(page, "b"))
    assert view.scene.hovered == "b"
    QTest.mouseMove(page.margin, QPoint(5, page.margin.height() - 5))
    assert view.scene.hovered == ""


def test_a_click_on_a_label_takes_its_mark_and_the_text_has_the_keys(view: ArticleView, page: ReadingPage) -> None:
    taken: list[str] = []
    view.picked.connect(taken.append)
    QTest.mouseClick(page.margin, Qt.MouseButton.LeftButton, pos=spot(page, "c"))
    assert (taken, view.caret()) == (["c"], 30)
    assert QApplication.focusWidget() is view


def test_the_ring_goes_by_arrows_and_enter_takes_the_mark(
    view: ArticleView, page: ReadingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QToolTip, "showText", lambda *_: None)  # Qt's offscreen screen cannot raise a window
    page.margin.setFocus(Qt.FocusReason.TabFocusReason)
    assert (page.margin.accessibleDescription(), view.scene.hovered) == ("Trust, yours", "a")
    QTest.keyClick(page.margin, Qt.Key.Key_Down)
    assert page.margin.accessibleDescription() == "Expert quote, Trial coder <2>, the lead is asked"
    QTest.keyClick(page.margin, Qt.Key.Key_Down)
    QTest.keyClick(page.margin, Qt.Key.Key_Down)
    assert page.margin.accessibleDescription() == "Mistrust, yours, not saved yet"
    QTest.keyClick(page.margin, Qt.Key.Key_Up)
    page.margin.grab()
    QTest.keyClick(page.margin, Qt.Key.Key_Return)
    assert view.selected_mark == "b"
    QTest.keyClick(page.margin, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is view
    assert view.scene.hovered == ""


def test_the_ring_says_code_and_coder_like_the_pointer_does(
    view: ArticleView, page: ReadingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    tips: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda point, words, widget: tips.append(words))
    page.margin.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.margin, Qt.Key.Key_Down)
    assert tips == ["Trust, yours", "Expert quote, Trial coder &lt;2&gt;, the lead is asked"]


def test_a_tool_tip_is_escaped(view: ArticleView, page: ReadingPage, monkeypatch: pytest.MonkeyPatch) -> None:
    tips: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda point, words, widget: tips.append(words))
    for place in (spot(page, "b"), QPoint(1, 600)):
        QApplication.sendEvent(page.margin, QHelpEvent(QEvent.Type.ToolTip, place, page.margin.mapToGlobal(place)))
    assert tips == ["Expert quote, Trial coder &lt;2&gt;, the lead is asked", ""]


def test_the_wheel_scrolls_the_text(show: Show, page: ReadingPage, prose: str) -> None:
    view = show("\n\n".join([prose] * 20), [])
    turned = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(page.margin, turned)
    assert view.verticalScrollBar().value() > 0
