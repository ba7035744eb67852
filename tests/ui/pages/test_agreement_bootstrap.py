# SPDX-License-Identifier: MIT
"""How intervals are drawn: every field has its room and is heard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.pages.agreement_bootstrap import BootstrapChoice
from annotator.ui.theme.current import Theme


def test_fields_and_values(theme: Theme, qtbot: QtBot) -> None:
    choice = BootstrapChoice(theme)
    qtbot.addWidget(choice)
    choice.resize(216, 400)
    choice.show()
    for field in (choice.samples, choice.level, choice.seed, choice.batch):
        assert field.geometry().right() <= choice.width(), "it is inside the panel"
    assert (choice.resamples, choice.chosen_level, choice.chosen_seed) == (10_000, 0.95, 1)
    with qtbot.waitSignal(choice.changed):
        QTest.keyClick(choice.level, Qt.Key.Key_Down)
    assert choice.chosen_level == 0.99
    with qtbot.waitSignal(choice.changed):
        QTest.keyClick(choice.batch, Qt.Key.Key_Up)
    assert choice.batch.value == "day"
    choice.samples.show_value("0")
    assert choice.aside == "none drawn"
    with qtbot.waitSignal(choice.changed):
        QTest.mouseClick(choice.clusters, Qt.MouseButton.LeftButton)
    choice.show_groups([["A", "B"]])
    assert not choice._groups.isVisible(), "nothing is drawn as one"
