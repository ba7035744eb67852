# SPDX-License-Identifier: MIT
"""Bars of kinds: lengths add up, patterns differ without colour."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot
from ui.measured import CODEBOOK, measured

from annotator.ui.pages.agreement_cards.kinds import KINDS, KindBars, draw_kind
from annotator.ui.theme.current import Theme


def test_each_part_is_a_cell_that_says_its_number(theme: Theme, qtbot: QtBot) -> None:
    bars = KindBars(theme)
    qtbot.addWidget(bars)
    found = measured(2)
    bars.show_decompositions(CODEBOOK.codes, found.differences.by_code)
    bars.resize(500, 200)
    bars.show()
    for (row, place), cell in bars.cells.items():
        code, kind = bars.codes[row], KINDS[place]
        number = found.differences.by_code[code.id].passages.of(kind)
        assert cell.accessibleName().startswith(f"{code.name}, ")
        assert f": {number} passage" in cell.accessibleName()
        assert cell.width() >= theme.px(12)
    assert len({row for row, _ in bars.cells}) == 3, "nobody differs on the fourth code"


@pytest.mark.parametrize("mode", ["light", "dark", "high_contrast"])
def test_kinds_differ_by_pattern(theme: Theme, qtbot: QtBot, mode: str) -> None:
    theme.choose(mode)
    drawn = []
    for kind in KINDS:
        picture = QImage(40, 20, QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        draw_kind(painter, QRectF(0, 0, 40, 20), kind, theme)
        painter.end()
        ink = theme.colour("accent").lightness()
        shares = [picture.pixelColor(x, y).lightness() for x in range(2, 38) for y in range(2, 18)]
        drawn.append(sum(abs(each - ink) < 40 for each in shares) / len(shares))
    assert drawn[0] == 1.0
    assert 0.1 < drawn[1] < 0.9
    assert drawn[2] == 0.0
