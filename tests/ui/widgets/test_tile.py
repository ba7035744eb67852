# SPDX-License-Identifier: MIT
"""Pictures to choose from: one at a time, by mouse, by Space and by arrows; the chosen one has a tick."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.tile import Tile, Tiles


class Red(Tile):
    def draw(self, painter: QPainter, box: QRectF) -> None:
        painter.fillRect(box, QColor("#FF0000"))


@pytest.fixture
def tiles(theme: Theme, qtbot: QtBot) -> Tiles:
    made = Tiles(theme, [Red(theme, words=f"Number {number}") for number in range(5)], name="Numbers", across=3)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_click_chooses_one_and_showing_tells_nobody(tiles: Tiles, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(tiles.chosen):
        tiles.show_chosen(1)
    told: list[int] = []
    tiles.chosen.connect(told.append)
    QTest.mouseClick(tiles.tiles[4], Qt.MouseButton.LeftButton)
    assert told == [4]
    assert [tile.isChecked() for tile in tiles.tiles] == [False, False, False, False, True]
    tiles.show_chosen(-1)
    assert not any(tile.isChecked() for tile in tiles.tiles)


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        (0, Qt.Key.Key_Right, 1),
        (2, Qt.Key.Key_Right, 3),
        (4, Qt.Key.Key_Right, None),
        (3, Qt.Key.Key_Left, 2),
        (0, Qt.Key.Key_Left, None),
        (1, Qt.Key.Key_Down, 4),
        (2, Qt.Key.Key_Down, None),
        (4, Qt.Key.Key_Up, 1),
        (1, Qt.Key.Key_Up, None),
        (3, Qt.Key.Key_Space, 3),
    ],
)
def test_arrows_choose_and_the_ends_are_ends(tiles: Tiles, start: int, key: Qt.Key, end: int | None) -> None:
    told: list[int] = []
    tiles.chosen.connect(told.append)
    QTest.keyClick(tiles.tiles[start], key)
    assert told == ([] if end is None else [end])


def test_the_picture_is_cut_at_its_corners_and_the_chosen_one_ticked(tiles: Tiles) -> None:
    plain = tiles.tiles[0].grab().toImage()
    middle = plain.pixelColor(plain.width() // 2, plain.height() // 2)
    assert middle == QColor("#FF0000")
    tiles.show_chosen(0)
    chosen = tiles.tiles[0].grab().toImage()
    right = chosen.pixelColor(chosen.width() - 8, 9)
    assert right != QColor("#FF0000"), "the badge with the tick"
    assert tiles.tiles[0].accessibleName() == "Number 0"


def test_words_are_never_markup(theme: Theme, qtbot: QtBot) -> None:
    made = Tile(theme, words="<b>worn</b>")
    qtbot.addWidget(made)
    assert "&lt;b&gt;" in made.toolTip()
