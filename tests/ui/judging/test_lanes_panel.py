# SPDX-License-Identifier: MIT
from pytestqt.qtbot import QtBot
from ui.conftest import TEXT
from ui.judging.conftest import entry_at, span_of

from annotator.domain import Span
from annotator.merging.adjudication_queue import Queue
from annotator.ui.judging.desk import JudgedText
from annotator.ui.judging.lanes_panel import LanesPanel
from annotator.ui.text_view.coder_lanes import Shared
from annotator.ui.theme.current import Theme


def test_another_code_changes_lanes_and_keeps_the_text(theme: Theme, qtbot: QtBot, queue: Queue) -> None:
    panel = LanesPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(900, 500)
    with qtbot.waitExposed(panel):
        panel.show()
    read = JudgedText(queue.articles[0].document.id, TEXT, (Span.of(0, 10),))
    trust, mistrust = entry_at(queue, "trusts"), entry_at(queue, "receipt", code=1)
    read = JudgedText(trust.document, TEXT, (Span.of(0, 10),))
    panel.show_entry(trust, queue, read)
    document = panel.view.document()
    assert panel.text == TEXT
    panel.show_entry(mistrust, queue, read)
    assert panel.view.document() is document
    codes = {mark.code for mark in panel.view.scene.model.in_order() if mark.lane is not None}
    assert codes == {Shared.ALL, Shared.ONE}
    panel.grab()
    names = [name for name, _, _ in panel.page.beside.brackets()]
    assert names.count("Excluded") == 1
    assert "Trust" in names
    panel.select(span_of("receipt"))
    assert panel.span == span_of("receipt")
    panel.show_nothing()
    assert panel.text == ""
