# SPDX-License-Identifier: MIT
"""A list of passages: as high as its rows up to a number, opened by key and mouse."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator import operations
from annotator.ui.docks.passage_list import ROW, PassageList
from annotator.ui.models.passage_rows import PassageRow
from annotator.ui.theme.current import Theme


def rows(number: int, *, code: str = "") -> list[PassageRow]:
    return [PassageRow("d", place, place + 3, f"<b>quote</b> {place}", "Anna", code=code) for place in range(number)]


def test_rows_are_opened_and_more_come_below(theme: Theme, qtbot: QtBot) -> None:
    made, opened = PassageList(theme, name="Passages", most=4), []
    qtbot.addWidget(made)
    made.opened.connect(lambda row: opened.append(row.start))
    assert made.isHidden()
    codes = operations.default_codebook().codes
    made.show_codes(codes)
    made.show_passages(rows(2, code=codes[0].id))
    assert made.height() == 2 * theme.px(ROW)
    made.add_passages(rows(9))
    assert made.height() == 4 * theme.px(ROW)
    made.resize(500, made.height())
    made.show()
    QTest.keyClick(made, Qt.Key.Key_Down)
    QTest.keyClick(made, Qt.Key.Key_Return)
    box = made.visualRect(made.passages.index(0))
    QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    QTest.mouseDClick(made.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert opened == [1, 0]
    assert not made.grab().isNull()
    made.show_passages([])
    assert made.isHidden()
