# SPDX-License-Identifier: MIT
"""A closed list."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from pytestqt.qtbot import QtBot

from annotator.ui.theme.current import Theme
from annotator.ui.widgets.choice import Choice


def test_values_are_shown_without_telling(theme: Theme, qtbot: QtBot) -> None:
    choice = Choice(theme, name="Holder")
    qtbot.addWidget(choice)
    choice.addItem("not set", "")
    choice.addItem("Both", "both")
    with qtbot.assertNotEmitted(choice.currentIndexChanged):
        choice.show_value("both")
    assert choice.value == "both"
    choice.show_value("gone from the codebook")
    assert choice.value == "gone from the codebook"
    assert not choice.grab().isNull()


def test_the_wheel_scrolls_the_page(theme: Theme, qtbot: QtBot) -> None:
    choice = Choice(theme, name="Holder")
    qtbot.addWidget(choice)
    choice.addItem("a", "a")
    choice.addItem("b", "b")
    event = QWheelEvent(
        QPointF(4, 4), QPointF(4, 4), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    choice.wheelEvent(event)
    assert not event.isAccepted()
    assert choice.value == "a"
