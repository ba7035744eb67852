# SPDX-License-Identifier: MIT
from pathlib import Path

from PySide6.QtGui import QFont, QTextLayout
from pytestqt.qtbot import QtBot

from annotator.ui.text_view.metrics import Metrics
from annotator.ui.text_view.page_format import SIDE_PX, gaps_for, make_document
from annotator.ui.text_view.positions import Positions
from annotator.ui.text_view.typeface import LONGEST_LINE, SERIF, article_font, column_width


def test_the_serif_is_the_first_that_the_system_has(qtbot: QtBot) -> None:
    font = article_font(size_px=17, serif=True, fallback=QFont())
    assert font.pixelSize() == 17
    assert tuple(font.families()) == SERIF


def test_without_serifs_it_is_the_interface_s_own_face(qtbot: QtBot) -> None:
    own = QFont("Some Face")
    assert article_font(size_px=20, serif=False, fallback=own).family() == "Some Face"


def test_the_column_grows_with_the_letters(qtbot: QtBot) -> None:
    small = column_width(article_font(size_px=17, serif=True, fallback=QFont()))
    large = column_width(article_font(size_px=34, serif=True, fallback=QFont()))
    assert 1.9 < large / small < 2.1


def test_lines_of_the_articles_hold_about_seventy_characters_at_most(qtbot: QtBot, seeds: Path) -> None:
    text = "\n".join(path.read_text() for path in sorted(seeds.glob("*.txt")))
    font = article_font(size_px=17, serif=True, fallback=QFont())
    document = make_document(text, positions=Positions(text), font=font, metrics=Metrics(), gaps=gaps_for(text))
    document.setTextWidth(column_width(font) + 2 * SIDE_PX)
    document.documentLayout().documentSize()
    lengths = []
    block = document.begin()
    while block.isValid():
        layout: QTextLayout = block.layout()
        lengths += [layout.lineAt(number).textLength() - 1 for number in range(layout.lineCount())]
        block = block.next()
    lengths.sort()
    assert lengths[int(len(lengths) * 0.95)] <= LONGEST_LINE
    assert lengths[-1] <= LONGEST_LINE + 5
