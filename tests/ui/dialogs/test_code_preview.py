# SPDX-License-Identifier: MIT
"""A code as it will stand in the codebook."""

from dataclasses import replace

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from annotator.domain import Code
from annotator.ui.dialogs.code_preview import CodePreview
from annotator.ui.theme.current import Theme

HOPE = Code(id="x", name="<b>Hope</b>", short_name="hope", shortcut="5", colour="#C2255C")


def has(picture: QImage, colour: str) -> bool:
    return any(
        picture.pixelColor(x, y) == QColor(colour) for x in range(picture.width()) for y in range(picture.height())
    )


def test_it_draws_the_lane_in_its_colour(theme: Theme, qtbot: QtBot) -> None:
    preview = CodePreview(theme)
    qtbot.addWidget(preview)
    preview.resize(200, 28)
    empty = preview.grab().toImage()
    assert not has(empty, "#C2255C")
    preview.show_code(HOPE)  # type: ignore[arg-type]
    with_key = preview.grab().toImage()
    assert has(with_key, "#C2255C")
    assert preview.accessibleName() == "In the codebook: <b>Hope</b>"
    preview.show_code(replace(HOPE, shortcut=""))  # type: ignore[arg-type]
    assert preview.grab().toImage() != with_key
    preview.resize(60, 28)
    assert has(preview.grab().toImage(), "#C2255C"), "the name gives way first"
