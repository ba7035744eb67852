# SPDX-License-Identifier: MIT
"""A remark of one's own: changed in place, left by Esc; nothing is no remark."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.models.values import DOCUMENT, ME

from annotator.domain import AnnotationId, Message, MessageId, MessageKind
from annotator.operations import Remark
from annotator.ui.docks.remark_line import RemarkLine
from annotator.ui.theme.current import Theme


@pytest.fixture
def line(theme: Theme, qtbot: QtBot) -> RemarkLine:
    message = Message(
        MessageId("m"), ME.id, AnnotationId("a"), DOCUMENT.id, MessageKind.MEMO, "Yes", "2026-03-14T17:40:00Z"
    )  # fmt: skip
    made = RemarkLine(theme, Remark(message, "Me"), is_own=True)
    qtbot.addWidget(made)
    made.show()
    return made


def test_other_words_are_handed_over_by_ctrl_enter(line: RemarkLine, qtbot: QtBot) -> None:
    line.change.click()
    assert line.draft == "Yes"
    assert not line.change.isVisible()
    line.field.selectAll()
    QTest.keyClicks(line.field, "No")
    with qtbot.waitSignal(line.changed) as told:
        QTest.keyClick(line.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["No"]
    assert line.draft == "No"


def test_esc_and_the_same_words_leave_it_as_it_was(line: RemarkLine) -> None:
    told: list[str] = []
    line.changed.connect(told.append)
    line.change.click()
    QTest.keyClicks(line.field, "No ")
    QTest.keyClick(line.field, Qt.Key.Key_Escape)
    assert (line.draft, line.change.isVisible()) == (None, True)
    line.change.click()
    assert line.draft == "Yes"
    line.keep.click()
    assert (line.draft, told) == (None, [])


def test_nothing_cannot_be_kept(line: RemarkLine) -> None:
    line.change.click()
    line.field.selectAll()
    QTest.keyClick(line.field, Qt.Key.Key_Delete)
    assert not line.keep.isEnabled()
    line.cancel.click()
    assert line.draft is None
