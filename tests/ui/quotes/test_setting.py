# SPDX-License-Identifier: MIT
"""A quote between its context, in lines."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from annotator.ui.quotes.setting import Inks, QuoteSetting

INKS = (QColor("#ff0000"), QColor("#0000ff"))


def setting(
    before: str, quote: str, after: str, *, width: int = 300, cuts_words: bool = False, inks: Inks = INKS
) -> QuoteSetting:  # fmt: skip
    return QuoteSetting(before, quote, after, font=QFont(), width=width, cuts_words=cuts_words, inks=inks)


def text(made: QuoteSetting) -> str:
    return made._layout.text()


def test_a_narrower_one_is_higher(qapp: QApplication) -> None:
    wide, narrow = (setting("", "some words " * 20, "", width=width) for width in (600, 200))
    assert 0 < wide.height < narrow.height


def test_cut_words_are_left_out_and_so_are_scraps_of_other_paragraphs(qapp: QApplication) -> None:
    assert text(setting("rd and more ", "QUOTE", " then wor", cuts_words=True)) == "… and more QUOTE then …"
    assert text(setting("hort Url\nA key ", "QUOTE", " ends.\nXi J", cuts_words=True)) == "A key QUOTE ends."
    assert text(setting("rd and more ", "QUOTE", " then wor")) == "rd and more QUOTE then wor"


def test_paragraphs_become_lines_of_one_and_what_is_far_too_long_is_cut(qapp: QApplication) -> None:
    assert "\n" not in text(setting("a\r\nb\n\n\nc ", "Q\u2029R", ""))
    assert len(text(setting("x" * 5000, "y" * 9000, "z" * 5000))) < 7000


def test_signs_outside_the_first_plane_keep_the_colours_in_place(qapp: QApplication) -> None:
    made = setting("🙂🙂 ", "🙂 quote", " 🙂")
    image = QImage(320, made.height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    made.draw(painter, QPointF(0, 0))
    painter.end()
    assert made._quote == (5, 8, 3)


def test_a_context_that_begins_within_a_line_has_its_own_ink(qapp: QApplication) -> None:
    made = setting(
        "before that. ", "Words of the quote", ", and what comes after it is long enough to be broken into lines"
    )
    image = QImage(320, made.height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    made.draw(painter, QPointF(0, 0))
    painter.end()
    last = [image.pixelColor(x, y) for x in range(300) for y in range(made.height * 3 // 4, made.height)]
    assert any(each.blue() > 200 and each.red() < 100 for each in last)
    assert not any(each.red() > 200 and each.blue() < 100 for each in last)


def test_where_there_is_one_ink_the_quote_is_heavier(qapp: QApplication) -> None:
    one = (QColor("white"), QColor("white"))
    made = setting("", "some words " * 40, "", inks=one)
    assert [each.format.fontWeight() for each in made._layout.formats()] == [QFont.Weight.Bold]
