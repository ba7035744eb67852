# SPDX-License-Identifier: MIT
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from annotator.domain import Span
from annotator.ui.text_view.positions import Positions

TEXTS = st.text(alphabet="ab \n\u00a0\u2028\u05d0\u0301\U0001f600\U00020000", min_size=1, max_size=40)


@given(TEXTS, st.data())
def test_what_is_placed_is_what_is_selected(text: str, data: st.DataObject) -> None:
    document = QTextDocument()
    document.setPlainText(text)
    positions = Positions(text)
    assert document.characterCount() - 1 == positions.qt_length
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span.of(start, data.draw(st.integers(start + 1, len(text))))
    cursor = positions.place(QTextCursor(document), anchor=span.end, caret=span.start)
    assert positions.selected(cursor) == span
    assert positions.caret(cursor) == span.start
    assert positions.slice(span) == text[span.start : span.end]


def test_nothing_selected_is_none() -> None:
    document = QTextDocument()
    document.setPlainText("abc")
    assert Positions("abc").selected(QTextCursor(document)) is None


def test_positions_beyond_the_text_are_its_ends() -> None:
    positions = Positions("a\U0001f600")
    assert [positions.to_qt(-1), positions.to_qt(9)] == [0, 3]
    assert [positions.from_qt(-1), positions.from_qt(9)] == [0, 2]
    assert positions.from_qt(2) == 1
