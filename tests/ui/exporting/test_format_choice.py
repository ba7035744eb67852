# SPDX-License-Identifier: MIT
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from annotator.ui.exporting.format_choice import FormatChoice
from annotator.ui.theme.current import Theme


def test_keys_choose_and_a_shown_value_tells_nobody(theme: Theme, keep: Callable[[QObject], None]) -> None:
    choice = FormatChoice(theme)
    keep(choice)
    chosen: list[str] = []
    choice.chosen.connect(chosen.append)
    choice.show_value("dta")
    assert chosen == []
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert chosen == ["qdpx"], "the line between two groups is passed over"
