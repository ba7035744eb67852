# SPDX-License-Identifier: MIT
"""A row to press."""

from pytestqt.qtbot import QtBot

from annotator.ui.pages.start_row import RowWords, StartRow
from annotator.ui.theme.current import Theme


def test_it_speaks_all_of_it_and_is_painted_in_each_state(theme: Theme, qtbot: QtBot) -> None:
    words = RowWords("file", "<b>T</b>", "detail", key="Ctrl+O", aside="Saved today", warning="Careful", dimmed=True)
    row = StartRow(theme, words)
    qtbot.addWidget(row)
    assert row.accessibleName() == "<b>T</b>. detail. Saved today. Careful"
    assert row.sizeHint().height() > StartRow(theme, RowWords("file", "T", "d")).sizeHint().height()
    row.resize(500, row.sizeHint().height())
    row.show()
    quiet = row.grab().toImage()
    row.setDown(True)
    assert row.grab().toImage() != quiet
    assert row.minimumSizeHint().width() < row.sizeHint().width()
