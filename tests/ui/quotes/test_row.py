# SPDX-License-Identifier: MIT
"""One passage as it is drawn, wide and narrow."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from ui.quotes.values import passage

from annotator.ui.quotes.row import WAITING, QuoteRows
from annotator.ui.theme.current import Theme


def drawn(rows: QuoteRows, width: int, *, heading: str = "", is_selected: bool = False) -> QImage:
    one = passage(quote="some words " * 30, memo="<b>memo</b>")
    box = QRect(0, 0, width, rows.height(one, heading, width))
    image = QImage(box.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    rows.paint(painter, box, one, heading, is_selected=is_selected, is_hovered=False)
    painter.end()
    return image


def test_a_narrow_row_and_one_that_begins_a_group_are_higher(theme: Theme) -> None:
    rows = QuoteRows(theme)
    wide, narrow, headed = drawn(rows, 1000), drawn(rows, 500), drawn(rows, 1000, heading="A title")
    assert wide.height() < narrow.height()
    assert headed.height() == wide.height() + rows.head_height("A title")
    assert rows.height(None, "", 800) == theme.px(WAITING)


def test_the_selected_one_has_the_soft_ground_and_the_bar(theme: Theme) -> None:
    image = drawn(QuoteRows(theme), 1000, is_selected=True)
    assert image.pixelColor(1, 40) == theme.colour("accent")
    assert image.pixelColor(980, image.height() - 6) == theme.colour("soft")
