# SPDX-License-Identifier: MIT
"""The specimen wraps, and each of its codes is drawn."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from annotator.ui.pages.specimen import PASSAGE, SAMPLES, Specimen, colour_of
from annotator.ui.theme.current import Theme


@pytest.mark.parametrize("mode", ["light", "dark", "high_contrast"])
def test_every_code_is_drawn(theme: Theme, qtbot: QtBot, mode: str) -> None:
    theme.choose(mode)
    specimen = Specimen(theme)
    qtbot.addWidget(specimen)
    specimen.resize(460, specimen.heightForWidth(460))
    image = specimen.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, 460, 1) for y in range(image.height())}
    assert {QColor(colour_of(sample, theme)).name() for sample in SAMPLES} <= colours
    assert PASSAGE in specimen.accessibleName()


def test_it_grows_as_it_narrows(theme: Theme, qtbot: QtBot) -> None:
    specimen = Specimen(theme)
    qtbot.addWidget(specimen)
    assert specimen.hasHeightForWidth()
    assert specimen.heightForWidth(250) > specimen.heightForWidth(600)
    assert specimen.sizeHint().width() > 0
