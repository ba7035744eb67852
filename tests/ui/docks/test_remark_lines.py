# SPDX-License-Identifier: MIT
"""Remarks with names and times; the lead's answer is marked in words."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from ui.models.values import DOCUMENT, ME

from annotator.domain import AnnotationId, Message, MessageId, MessageKind
from annotator.operations import Remark
from annotator.ui.docks.remark_lines import RemarkLines
from annotator.ui.theme.current import Theme


def remark(name: str, text: str, kind: MessageKind = MessageKind.MEMO) -> Remark:
    written = "2026-03-14T17:40:00Z"
    return Remark(Message(MessageId(text[:20]), ME.id, AnnotationId("a"), DOCUMENT.id, kind, text, written), name)


def test_names_times_and_words_as_they_are(theme: Theme, qtbot: QtBot) -> None:
    lines = RemarkLines(theme)
    qtbot.addWidget(lines)
    assert lines.isHidden()
    lines.show_remarks([remark("<b>Novak</b>", "<img src=x>"), remark("Mara", "Yes", MessageKind.ANSWER)])
    words = [label.text() for label in lines.findChildren(QLabel)]
    assert {"<b>Novak</b>", "<img src=x>", "Mara, the lead’s answer", "Yes"} <= set(words)
    assert sum("March, " in word for word in words) == 2
    assert len(lines.said) == 2
    lines.show_remarks([])
    assert lines.isHidden()
