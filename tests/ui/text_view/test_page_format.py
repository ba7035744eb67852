# SPDX-License-Identifier: MIT
from PySide6.QtGui import QFont, QTextBlockFormat, QTextDocument
from pytestqt.qtbot import QtBot

from annotator.ui.text_view.metrics import Metrics
from annotator.ui.text_view.page_format import PARAGRAPH_GAP_PX, gaps_for, make_document
from annotator.ui.text_view.positions import Positions

ROOM = Metrics().room


def made(text: str) -> QTextDocument:
    font = QFont()
    font.setPixelSize(17)
    document = make_document(text, positions=Positions(text), font=font, metrics=Metrics(), gaps=gaps_for(text))
    document.setTextWidth(500)
    document.documentLayout().documentSize()  # lays it out
    return document


def tops(document: QTextDocument) -> list[float]:
    layout = document.documentLayout()
    blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    return [layout.blockBoundingRect(block).top() for block in blocks]


def height_of_line(document: QTextDocument) -> float:
    return document.begin().layout().lineAt(0).height()


def test_the_room_is_whole_pixels_below_every_line(qtbot: QtBot) -> None:
    document = made("word " * 200)
    layout = document.begin().layout()
    heights = {layout.lineAt(number).height() for number in range(layout.lineCount())}
    steps = {layout.lineAt(number + 1).y() - layout.lineAt(number).y() for number in range(layout.lineCount() - 1)}
    (height,), (step,) = heights, steps
    assert step == height + ROOM
    assert height == int(height)


def test_an_empty_line_stands_for_the_space_between_paragraphs(qtbot: QtBot) -> None:
    document = made("one\n\ntwo")
    first, _, third = tops(document)
    assert third - first == height_of_line(document) + ROOM + PARAGRAPH_GAP_PX


def test_more_empty_lines_take_little_room(qtbot: QtBot) -> None:
    one, three = made("one\n\ntwo"), made("one\n\n\n\ntwo")
    assert tops(three)[-1] - tops(one)[-1] <= 10


def test_long_paragraphs_without_empty_lines_get_the_same_space(qtbot: QtBot) -> None:
    text = "\n".join(["word " * 40] * 4)
    document = made(text)
    layout = document.begin().layout()
    block = layout.lineCount() * (height_of_line(document) + ROOM)
    assert tops(document)[1] - tops(document)[0] == block + PARAGRAPH_GAP_PX


def test_short_hard_wrapped_lines_stay_close(qtbot: QtBot) -> None:
    assert gaps_for("short line\n" * 20).after < PARAGRAPH_GAP_PX


def test_the_text_is_kept_as_plain_text(qtbot: QtBot) -> None:
    document = made("<b>not bold</b>\n&amp;")
    assert document.blockCount() == 2
    assert document.characterCount() - 1 == len("<b>not bold</b>\n&amp;")
    assert not document.isUndoRedoEnabled()


def test_the_strip_of_the_last_line_is_within_the_page(qtbot: QtBot) -> None:
    document = made("one")
    layout = document.documentLayout()
    assert layout.documentSize().height() >= layout.blockBoundingRect(document.begin()).bottom() + ROOM


def test_every_empty_paragraph_is_low_wherever_it_is(qtbot: QtBot) -> None:
    text = "\n\n\U0001f600 one\n\n\ntwo\u2029\u2029three\n"
    document = made(text)
    blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
    low = [block.blockFormat().lineHeightType() == fixed for block in blocks]
    assert low == [block.length() == 1 for block in blocks]
    assert low.count(True) == 6
    assert made("").begin().blockFormat().lineHeightType() != fixed
