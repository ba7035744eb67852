# SPDX-License-Identifier: MIT
from pytestqt.qtbot import QtBot
from ui.conftest import TEXT
from ui.judging.conftest import entry_at

from annotator.merging.adjudication_queue import Queue
from annotator.ui.judging.desk import JudgedText
from annotator.ui.judging.pair_panel import PairPanel
from annotator.ui.theme.current import Theme


def test_two_coders_are_chosen_and_stay(theme: Theme, qtbot: QtBot, queue: Queue) -> None:
    panel = PairPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(1000, 500)
    with qtbot.waitExposed(panel):
        panel.show()
    entry = entry_at(queue, "trusts")
    read = JudgedText(entry.document, TEXT, ())
    by_name = {coder.name: coder.id for coder in queue.coders}
    panel.show_entry(entry, queue, read, wanted=[by_name["Novak"], by_name["Okafor"]])
    assert panel.pair == (by_name["Novak"], by_name["Okafor"])
    panel.show_entry(entry_at(queue, "Nobody"), queue, read)
    assert panel.pair == (by_name["Novak"], by_name["Okafor"])
    left, right = panel.sides
    assert [tint.span.start for tint in left.view.scene.tints] == [TEXT.index("Nobody")]
    assert right.view.scene.tints == ()
    assert panel.take_focus()
