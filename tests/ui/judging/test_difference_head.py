# SPDX-License-Identifier: MIT
from pytestqt.qtbot import QtBot
from ui.judging.conftest import entry_at
from ui.judging.shown import shown_of

from annotator.merging.adjudication_queue import Queue
from annotator.ui.judging.difference_head import DifferenceHead
from annotator.ui.theme.current import Theme


def test_kind_state_and_who(theme: Theme, qtbot: QtBot, queue: Queue) -> None:
    head = DifferenceHead(theme)
    qtbot.addWidget(head)
    head.tell(shown_of(queue, entry_at(queue, "trusts")), article_line="Accepted: union")
    assert head.kind.text() == "Boundary"
    assert head.state.text() == "Not decided yet"
    assert head.words.text().startswith("Marked by A, B and C; all share 20 characters")
    assert head.words.text().endswith("Accepted: union.")
    assert head.text.startswith("Boundary, Not decided yet.")
