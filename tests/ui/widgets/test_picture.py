# SPDX-License-Identifier: MIT
"""An icon as a widget."""

from pytestqt.qtbot import QtBot

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.picture import Picture


def test_it_shows_another_icon(theme: Theme, qtbot: QtBot) -> None:
    picture = Picture(theme, "saved")
    qtbot.addWidget(picture)
    picture.resize(picture.sizeHint())
    before = picture.grab().toImage()
    picture.show_icon("error", token="error")
    assert picture.name == "error"
    assert picture.grab().toImage() != before
