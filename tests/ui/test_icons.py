# SPDX-License-Identifier: MIT
"""Icons: every one draws something, sharp at every ratio, and names used anywhere exist."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

import annotator.ui
from annotator.ui import icons


@pytest.mark.parametrize("name", sorted(icons.ICONS))
def test_each_draws_within_its_square(qapp: QApplication, name: str) -> None:
    picture = icons.drawn(name, QColor("#ff0000"), size_px=16, ratio=2.0)
    image = picture.toImage()
    assert (image.width(), image.height(), picture.devicePixelRatio()) == (32, 32, 2.0)
    inked = [image.pixelColor(x, y).alpha() for x in range(32) for y in range(32)]
    assert 20 < sum(alpha > 100 for alpha in inked) < 900
    border = [image.pixelColor(x, y).alpha() for x in range(32) for y in (0, 31)]
    assert max(border) < 255, "nothing is cut off"


def test_names_used_in_the_window_exist() -> None:
    pattern = re.compile(r'icon="(\w+)"|Picture\([\w.]*theme, "(\w+)"')
    used: set[str] = set()
    for path in Path(annotator.ui.__file__).parent.rglob("*.py"):
        for found in pattern.findall(path.read_text(encoding="utf-8")):
            used |= {name for name in found if name}
    assert used
    assert used <= set(icons.ICONS)
