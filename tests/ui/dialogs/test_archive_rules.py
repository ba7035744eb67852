# SPDX-License-Identifier: MIT
"""Rules for news archives in the window: looked at, changed, kept, taken away."""

import json
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator import operations
from annotator.ui.dialogs.archive_rules import ArchiveRulesDialog
from annotator.ui.theme.current import Theme

OWN = json.dumps({"name": "Own", "ends": ["-- end --"]})


@pytest.fixture
def dialog(theme: Theme, qtbot: QtBot, tmp_path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ArchiveRulesDialog]:
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path))
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = ArchiveRulesDialog(theme, window, key="factiva_tags")
    made.open()
    yield made
    if shiboken6.isValid(made):  # keeping a rule closes it
        made.close()


def typed(dialog: ArchiveRulesDialog, text: str) -> None:
    dialog.words.setFocus()
    QTest.keyClick(dialog.words, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QApplication.clipboard().setText(text)
    QTest.keyClick(dialog.words, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_rule_is_shown_as_its_file_says_it(dialog: ArchiveRulesDialog) -> None:
    assert dialog.words.text == operations.archive_rule_text(key="factiva_tags")
    assert dialog.name.text() == "my_factiva_tags"
    assert not dialog.remove.isVisible()


def test_a_changed_rule_is_kept_under_a_name_and_used(dialog: ArchiveRulesDialog, qtbot: QtBot) -> None:
    typed(dialog, OWN)
    with qtbot.waitSignal(dialog.kept) as told:
        QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    assert told.args == ["my_factiva_tags"]
    assert operations.archive_rules()[0].is_own


def test_a_fault_is_said_and_nothing_is_kept(dialog: ArchiveRulesDialog) -> None:
    typed(dialog, '{"name": "x"}')
    QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    assert "neither how an article starts" in dialog.note.text
    assert dialog.isVisible()
    assert not any(each.is_own for each in operations.archive_rules())


def test_without_a_name_there_is_nothing_to_keep(dialog: ArchiveRulesDialog) -> None:
    dialog.name.clear()
    assert not dialog.keep.isEnabled()


def test_a_rule_of_ones_own_is_taken_away(theme: Theme, qtbot: QtBot, dialog: ArchiveRulesDialog) -> None:
    operations.save_archive_rule(key="own", text=OWN)
    other = ArchiveRulesDialog(theme, dialog.parentWidget(), key="own")
    other.open()
    assert other.remove.isVisible()
    with qtbot.waitSignal(other.gone):
        QTest.mouseClick(other.remove, Qt.MouseButton.LeftButton)
    assert not any(each.is_own for each in operations.archive_rules())
    other.close()
