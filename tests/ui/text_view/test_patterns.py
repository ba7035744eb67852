# SPDX-License-Identifier: MIT
import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from annotator.domain import Pattern
from annotator.ui.text_view.patterns import STROKES, device_thickness, hatching, slanted, tile

COLOUR = "#DC5A0E"


def inked(picture: QImage) -> frozenset[tuple[int, int]]:
    return frozenset(
        (x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() > 127
    )


def period(pattern: Pattern, ratio: float = 1) -> QImage:
    return tile(pattern, COLOUR, thickness=3, ratio=ratio).toImage()


def test_every_pattern_has_a_tile(qtbot: QtBot) -> None:
    assert set(STROKES) == set(Pattern)
    assert all(inked(period(pattern)) for pattern in Pattern)


def laid_along(pattern: Pattern, length: int = 40) -> frozenset[tuple[int, int]]:
    picture = period(pattern)
    return frozenset((x, y) for x in range(length) for y in range(3) if (x % picture.width(), y) in inked(picture))


def test_no_two_patterns_look_alike(qtbot: QtBot) -> None:
    assert len({laid_along(pattern) for pattern in Pattern}) == len(Pattern)


def test_the_strokes_are_those_of_the_table(qtbot: QtBot) -> None:
    full = [(x, y) for x in range(7) for y in range(3)]
    assert inked(period(Pattern.DASHED)) == frozenset(full)
    assert period(Pattern.DASHED).width() == 11
    double = inked(period(Pattern.DOUBLE))
    assert {y for _, y in double} == {0, 2}


@pytest.mark.parametrize(("ratio", "pixels"), [(1, 3), (1.5, 5), (2, 6), (3, 9)])
def test_a_tile_is_as_tall_as_the_lane_in_whole_device_pixels(qtbot: QtBot, ratio: float, pixels: int) -> None:
    assert device_thickness(3, ratio) == pixels
    assert all(period(pattern, ratio).height() == pixels for pattern in Pattern)


def test_double_keeps_its_gap_at_every_scale(qtbot: QtBot) -> None:
    for ratio in (1, 1.25, 1.5, 1.75, 2, 3):
        picture = period(Pattern.DOUBLE, ratio)
        column = [picture.pixelColor(1, y).alpha() > 0 for y in range(picture.height())]
        assert column[0]
        assert column[-1]
        assert not all(column)


def test_strokes_have_the_code_s_own_colour(qtbot: QtBot) -> None:
    for pattern in Pattern:
        picture = period(pattern)
        x, y = next(iter(inked(picture)))
        assert picture.pixelColor(x, y) == QColor(COLOUR)


def test_hatching_is_neither_empty_nor_full(qtbot: QtBot) -> None:
    picture = hatching("#5B5954", ratio=1).toImage()
    assert 0 < len(inked(picture)) < picture.width() * picture.height()


@pytest.mark.parametrize("ratio", [1, 1.25, 1.5, 2, 3])
def test_slanting_strokes_leave_gaps_and_lean(qtbot: QtBot, ratio: float) -> None:
    picture = slanted(COLOUR, thickness=3, ratio=ratio).toImage()
    assert picture.height() == device_thickness(3, ratio)
    rows = [
        [x for x in range(picture.width()) if picture.pixelColor(x, y).alpha() > 127] for y in range(picture.height())
    ]
    assert all(0 < len(row) < picture.width() for row in rows)
    assert len({tuple(row) for row in rows}) > 1
