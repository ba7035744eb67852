# SPDX-License-Identifier: MIT
"""Draw the icon's PNG sizes from its SVG: run after a change to resources/icons/annotator.svg."""

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 24, 32, 48, 64, 128, 256)
HERE = Path(__file__).resolve().parent
SOURCE = HERE.parent / "resources" / "icons" / "annotator.svg"


def draw(size: int) -> QImage:
    """Draw the icon at this many pixels, transparent around the page."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    return image


def main() -> None:
    """Write packaging/icons/annotator-SIZE.png for every size."""
    application = QGuiApplication([])
    for size in SIZES:
        draw(size).save(str(HERE / "icons" / f"annotator-{size}.png"))
    application.quit()


if __name__ == "__main__":
    main()
