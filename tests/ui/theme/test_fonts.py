# SPDX-License-Identifier: MIT
"""Type grows with the system's text and never shrinks below ours."""

from PySide6.QtWidgets import QApplication

from annotator.ui.theme.fonts import Type, font, reading_font, unit


def test_the_unit() -> None:
    assert unit(13) == 1
    assert unit(26) == 2
    assert unit(9) == 1


def test_roles_scale(qapp: QApplication) -> None:
    assert font(Type.TITLE, family="Sans", scale=2).pixelSize() == 40
    assert font(Type.HEAD, family="Sans", scale=1).weight() == Type.HEAD.weight


def test_the_reading_face(qapp: QApplication) -> None:
    assert reading_font(size_px=17, serif=True, family="Sans").families()[0] == "Charter"
    assert reading_font(size_px=17, serif=False, family="Sans").family() == "Sans"
