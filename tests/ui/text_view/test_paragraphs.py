# SPDX-License-Identifier: MIT
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from annotator.domain import Span
from annotator.ui.text_view.paragraphs import Paragraphs

TEXTS = st.text(alphabet="ab \n\u2028\u2029\ufdd0\ufdd1\u05d0\U0001f600", max_size=40)


@given(TEXTS)
def test_paragraphs_tile_the_text(text: str) -> None:
    paragraphs = Paragraphs(text)
    pieces = [text[paragraphs.start(number) : paragraphs.end(number)] for number in range(len(paragraphs))]
    assert "".join(pieces) == text


@given(TEXTS)
def test_paragraphs_are_the_blocks_that_qt_makes(text: str) -> None:
    document = QTextDocument()
    document.setPlainText(text)
    assert document.blockCount() == len(Paragraphs(text))


@given(TEXTS.filter(bool), st.data())
def test_every_position_is_in_its_paragraph(text: str, data: st.DataObject) -> None:
    paragraphs, position = Paragraphs(text), data.draw(st.integers(0, len(text) - 1))
    number = paragraphs.at(position)
    assert paragraphs.start(number) <= position < paragraphs.end(number)


def test_a_span_touches_the_paragraphs_it_shares_a_character_with() -> None:
    paragraphs = Paragraphs("ab\ncd\nef")
    assert paragraphs.of(Span.of(1, 3)) == range(1)
    assert paragraphs.of(Span.of(1, 4)) == range(2)
    assert paragraphs.of(Span.of(6, 8)) == range(2, 3)


def test_the_end_of_the_text_is_in_the_last_paragraph() -> None:
    assert Paragraphs("ab\n").at(3) == 1
    assert Paragraphs("").at(0) == 0


def test_a_paragraph_with_nothing_but_its_break_is_empty() -> None:
    paragraphs = Paragraphs("a\n\nb\n")
    assert [paragraphs.is_empty(number) for number in range(4)] == [False, True, False, True]


@given(TEXTS.filter(bool), st.data())
def test_many_spans_in_one_walk_give_what_each_alone_gives(text: str, data: st.DataObject) -> None:
    paragraphs = Paragraphs(text)
    starts = sorted(data.draw(st.lists(st.integers(0, len(text) - 1), max_size=8)))
    spans = [Span.of(start, data.draw(st.integers(start + 1, len(text)))) for start in starts]
    assert list(paragraphs.of_each(spans)) == [paragraphs.of(span) for span in spans]
