# SPDX-License-Identifier: MIT
"""Two bars on one scale, with words for whoever cannot see them."""

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from annotator.ui.merging.bars import LossBars
from annotator.ui.theme.current import Theme


def test_the_lower_bar_is_as_much_shorter_as_was_lost(theme: Theme, qtbot: QtBot) -> None:
    bars = LossBars(theme, before=(100, "100 at last merge"), after=(25, "25 in this file"))
    qtbot.addWidget(bars)
    bars.resize(500, bars.sizeHint().height())
    assert bars.accessibleName() == "100 at last merge, 25 in this file"
    picture = bars.grab().toImage()
    accent = QColor(theme.tokens.accent).rgb()
    upper, lower = (
        sum(picture.pixel(x, theme.px(top)) == accent for x in range(picture.width())) for top in (8, 28)
    )  # fmt: skip
    assert upper > 200
    assert abs(lower - upper / 4) <= 3
