# SPDX-License-Identifier: MIT
"""The table: keys and mouse lead to what a file asks; columns give way, the row still speaks them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.merging.values import ALARM, PREVIEW

from annotator.merging.questions import TAKE
from annotator.ui.merging.answer_book import AnswerBook
from annotator.ui.merging.lines import lines_of
from annotator.ui.merging.table import ARTICLES, CODER, FILE, KNOWN, STATE, MergeTable
from annotator.ui.theme.current import Theme


def shown(theme: Theme, qtbot: QtBot, *, wide: int = 1200) -> MergeTable:
    table, book = MergeTable(theme), AnswerBook()
    qtbot.addWidget(table)
    book.take(PREVIEW.questions)
    table.resize(wide, 300)
    with qtbot.waitExposed(table):
        table.show()
    table.show_lines(lines_of(PREVIEW, book))
    return table


def test_keys_go_along_the_files_and_enter_goes_in(theme: Theme, qtbot: QtBot) -> None:
    table, chosen, entered = shown(theme, qtbot), [], []
    table.chosen.connect(chosen.append)
    table.entered.connect(entered.append)
    table.choose("okafor.annotator")
    assert chosen == [], "what the page chooses is no news to it"
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert (chosen, entered) == (["berg.annotator"], ["berg.annotator"])
    row = table.rowViewportPosition(0)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, row + 10))
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, row + 10))
    assert entered[-1] == "okafor.annotator"


def test_cells_say_what_they_show(theme: Theme, qtbot: QtBot) -> None:
    table = shown(theme, qtbot)
    model = table.merging
    assert [model.headerData(place, Qt.Orientation.Horizontal) for place in (FILE, STATE)] == ["File", "State"]
    assert model.index(0, KNOWN).data() == "441"
    assert model.index(3, CODER).data() == "It ends in the middle."
    assert table.columnSpan(3, CODER) == STATE - CODER
    assert "already there" in model.index(0, FILE).data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_same_files_keep_the_chosen_row(theme: Theme, qtbot: QtBot) -> None:
    table, book = shown(theme, qtbot), AnswerBook()
    table.choose("berg.annotator")
    book.take(PREVIEW.questions)
    book.choose(ALARM.id, TAKE)
    table.show_lines(lines_of(PREVIEW, book))
    assert table.currentIndex().row() == 1


def test_columns_give_way_and_sentences_take_lines(theme: Theme, qtbot: QtBot) -> None:
    table = shown(theme, qtbot, wide=560)
    assert table.isColumnHidden(ARTICLES)
    assert not table.isColumnHidden(STATE)
    table.resize(1200, 300)
    assert not table.isColumnHidden(ARTICLES)
    assert not table.grab().isNull()
