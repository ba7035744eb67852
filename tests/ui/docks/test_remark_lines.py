# SPDX-License-Identifier: MIT
"""Remarks with names and times; the lead's answer is marked in words."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from ui.models.values import DOCUMENT, ME

from annotator.domain import AnnotationId, CoderId, Message, MessageId, MessageKind
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


def test_what_is_being_written_stays_while_others_speak(theme: Theme, qtbot: QtBot) -> None:
    lines = RemarkLines(theme)
    qtbot.addWidget(lines)
    mine, other = remark("Me", "Yes"), remark("Mara", "No")
    lines.show_remarks([mine], reader=ME.id)
    told: list[tuple[str, str]] = []
    lines.changed.connect(lambda message, text: told.append((message, text)))
    lines.parts[0].begin("Perhaps")
    lines.show_remarks([mine, other], reader=ME.id)
    assert [part.draft for part in lines.parts] == ["Perhaps", None]
    lines.parts[0].keep.click()
    assert told == [("Yes", "Perhaps")]
    lines.show_remarks([remark("Me", "Perhaps"), other], reader=ME.id)
    assert [part.draft for part in lines.parts] == [None, None]


def test_a_reader_changes_nothing_of_others(theme: Theme, qtbot: QtBot) -> None:
    lines = RemarkLines(theme)
    qtbot.addWidget(lines)
    lines.show_remarks([remark("Me", "Yes")], reader=CoderId("other"))
    assert [part.change.isVisibleTo(part) for part in lines.parts] == [False]
    lines.show_remarks([remark("Me", "Yes")], reader=ME.id)
    assert [part.change.isVisibleTo(part) for part in lines.parts] == [True]
    told: list[str] = []
    lines.deleted.connect(told.append)
    lines.parts[0].delete.click()
    assert told == ["Yes"]
