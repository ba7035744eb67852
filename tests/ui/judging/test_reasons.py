# SPDX-License-Identifier: MIT
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.domain import DecisionReason
from annotator.ui.judging.reasons import REASONS, Reasons
from annotator.ui.theme.current import Theme


def test_one_at_most_and_the_same_again_takes_it_back(theme: Theme, qtbot: QtBot) -> None:
    reasons = Reasons(theme)
    qtbot.addWidget(reasons)
    told: list[object] = []
    reasons.chosen.connect(told.append)
    reasons.chosen.connect(lambda reason: reasons.show_reason(reason, may_choose=True))
    for reason in (REASONS[2], REASONS[5], REASONS[5]):
        QTest.keyClick(reasons.dots[reason], Qt.Key.Key_Space)
    assert told == [REASONS[2], REASONS[5], DecisionReason.NOT_SET]
    assert not any(dot.isChecked() for dot in reasons.dots.values())


def test_seven_reasons_say_their_keys(theme: Theme, qtbot: QtBot) -> None:
    reasons = Reasons(theme)
    qtbot.addWidget(reasons)
    assert len(REASONS) == 7
    assert reasons.dots[REASONS[6]].accessibleName() == "Web furniture (Ctrl+7)"
    reasons.show_reason(REASONS[0], may_choose=False)
    assert reasons.dots[REASONS[0]].isChecked()
    assert not reasons.dots[REASONS[0]].isEnabled()
