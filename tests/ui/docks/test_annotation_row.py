# SPDX-License-Identifier: MIT
"""A row of the list of annotations is painted in every state."""

import pytest
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QTreeView
from pytestqt.qtbot import QtBot
from ui.docks.panels import Desk
from ui.models.values import OTHER, TRUST, annotation, region

from annotator.ui.docks.annotation_row import AnnotationRow
from annotator.ui.models.annotations import AnnotationModel
from annotator.ui.theme.current import Theme


@pytest.mark.parametrize("mode", ["light", "dark", "high_contrast"])
def test_rows_show_lane_and_words(theme: Theme, qtbot: QtBot, mode: str) -> None:
    theme.choose(mode)
    desk = Desk([annotation(0, 9, ask_lead=True), annotation(2, 20, coder=OTHER), region(30, 40)])
    model, view = AnnotationModel(desk.code), QTreeView()
    qtbot.addWidget(view)
    model.show_article(desk.article)
    view.setModel(model)
    view.setItemDelegate(AnnotationRow(theme, model))
    view.setColumnHidden(1, True)
    view.setColumnHidden(2, True)
    view.setRootIsDecorated(False)
    view.resize(340, 200)
    view.setCurrentIndex(model.index(0, 0))
    picture: QPixmap = view.grab()
    image = picture.toImage()
    colours = {image.pixelColor(x, y).name() for x in range(16, 42) for y in range(60)}
    assert QColor(theme.code_colour(TRUST)).name() in colours
