# SPDX-License-Identifier: MIT
"""The note lies within its view, below the cell or above it."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.grid.cell_note import CellNote
from annotator.ui.theme.current import Theme


def test_below_the_cell_or_above_it(theme: Theme, qtbot: QtBot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    view.resize(300, 200)
    note = CellNote(theme, view)
    assert note.sentence == ""
    note.tell("“Date” takes a date such as 2026, not <b>x</b>.", beside=QRect(250, 0, 100, 30))
    assert note.sentence.endswith("<b>x</b>.")
    assert note.geometry().top() > 30
    assert view.rect().contains(note.geometry())
    note.tell("Again.", beside=QRect(0, 170, 100, 30))
    assert note.geometry().bottom() <= 170
