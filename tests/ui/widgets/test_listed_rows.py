# SPDX-License-Identifier: MIT
"""A list from whose rows one goes somewhere."""

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyledItemDelegate
from pytestqt.qtbot import QtBot

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.listed_rows import ListedRows


def test_enter_and_double_click_go_there(theme: Theme, qtbot: QtBot) -> None:
    model = QStringListModel(["one", "two"])
    rows = ListedRows(theme, model, QStyledItemDelegate(), name="Passages")
    qtbot.addWidget(rows)
    rows.show_rows(2, height=40)
    rows.show()
    assert rows.height() == theme.px(80)
    rows.setFocus()
    rows.setCurrentIndex(model.index(0, 0))
    QTest.keyClick(rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(rows.entered_row) as told:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert told.args == [1]
    with qtbot.waitSignal(rows.entered_row) as told:
        rows.doubleClicked.emit(model.index(0, 0))
    assert told.args == [0]
    assert not rows.grab().isNull()
    rows.show_rows(0, height=40)
    assert rows.isHidden()
