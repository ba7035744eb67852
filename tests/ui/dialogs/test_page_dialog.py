# SPDX-License-Identifier: MIT
"""What dialogs over a window have in common."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from annotator.domain import Refused
from annotator.ui.dialogs.page_dialog import PageDialog
from annotator.ui.theme.current import Theme


def test_it_fits_the_screen_and_says_what_went_wrong(theme: Theme, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = PageDialog(theme, "Plan <b>it</b>", parent, size=(9000, 9000))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.body.addWidget(QLabel("inside"))
    dialog.show()
    room = parent.screen().availableGeometry()
    assert dialog.width() < room.width()
    assert dialog.height() < room.height()
    dialog.refuse(Refused("No.", where="here"))
    assert dialog.note.text == "here: No."
