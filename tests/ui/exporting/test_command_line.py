# SPDX-License-Identifier: MIT
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.ui.exporting.command_line import CommandLine
from annotator.ui.theme.current import Theme


def test_the_command_is_copied_as_it_is(theme: Theme, keep: Callable[[QObject], None]) -> None:
    card = CommandLine(theme)
    keep(card)
    card.show_command("annotator export 'a <b>' --format csv")
    assert card.field.isReadOnly()
    QTest.keyClick(card.copy, Qt.Key.Key_Space)
    assert QApplication.clipboard().text() == "annotator export 'a <b>' --format csv"
    assert card.copy.accessibleName() == "Copy the command"
