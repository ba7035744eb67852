# SPDX-License-Identifier: MIT
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.three_columns import LEFT, MIDDLE, RIGHT, ThreeColumns


def test_columns_give_way_one_after_the_other(theme: Theme, qtbot: QtBot) -> None:
    parts = [QLabel(name) for name in "abc"]
    columns = ThreeColumns(theme, parts, names=("List", "Text", "Words"))
    qtbot.addWidget(columns)
    told: list[int] = []
    columns.folded_changed.connect(told.append)

    def visible() -> str:
        return "".join(part.text() for part in parts if part.isVisible())

    columns.resize(1300, 400)
    with qtbot.waitExposed(columns):
        columns.show()
    assert visible() == "abc"
    columns.resize(1000, 400)
    assert visible() == "bc"
    columns.turn_to(LEFT)
    assert visible() == "ac"
    columns.resize(500, 400)
    assert visible() == "a"
    columns.turn_to(RIGHT)
    assert visible() == "c"
    assert columns.turns.value == RIGHT
    columns.resize(1000, 400)
    assert visible() == "bc"
    columns.turn_to(MIDDLE)
    columns.resize(1300, 400)
    assert visible() == "abc"
    assert told == [1, 2, 1, 0]
