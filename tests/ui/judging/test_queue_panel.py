# SPDX-License-Identifier: MIT
from dataclasses import replace

from pytestqt.qtbot import QtBot

from annotator.merging.adjudication_order import QueueOrder
from annotator.merging.adjudication_queue import Queue
from annotator.merging.blinding import blinded
from annotator.ui.judging.queue_panel import QueuePanel
from annotator.ui.judging.wish import Wish
from annotator.ui.theme.current import Theme


def panel_of(theme: Theme, qtbot: QtBot, queue: Queue, *, judging: bool = True) -> QueuePanel:
    panel = QueuePanel(theme, title="Differences", judging=judging)
    qtbot.addWidget(panel)
    panel.know(queue)
    return panel


def test_a_wish_is_what_is_set(theme: Theme, qtbot: QtBot, queue: Queue) -> None:
    panel = panel_of(theme, qtbot, queue)
    assert panel.wish == Wish()
    pair = tuple(sorted(str(coder.id) for coder in queue.coders)[:2])
    wish = Wish(code=str(queue.codes[1].id), kind="boundary", coders=pair, order=QueueOrder.KIND)
    panel.ask(wish)
    assert panel.wish == wish
    assert not panel.is_wide
    panel.know(queue)
    assert panel.wish == wish


def test_it_never_opens_a_window_of_its_own(theme: Theme, qtbot: QtBot, queue: Queue) -> None:
    panel = panel_of(theme, qtbot, queue)
    assert all(not choice.isWindow() for choice in panel._choices)


def test_progress_or_passages(theme: Theme, qtbot: QtBot, queue: Queue) -> None:
    panel = panel_of(theme, qtbot, queue)
    panel.show_answer(panel.wish.answered(queue), nothing="Nothing.")
    assert panel.count.text() == "0 of 6 decided"
    assert panel.bar.maximum() == 6
    looking = panel_of(theme, qtbot, queue, judging=False)
    looking.show_answer(looking.wish.answered(queue), nothing="Nothing.")
    assert looking.count.text() == "4 passages"
    assert looking.kind.findData("none") == -1


def test_why_nothing_is_listed(theme: Theme, qtbot: QtBot, queue: Queue) -> None:
    panel = panel_of(theme, qtbot, queue)
    panel.ask(Wish(kind="segmentation"))
    panel.show_answer(panel.wish.answered(queue), nothing="Nothing.")
    assert panel.empty.text().startswith("Nothing here fits the filter")
    panel.ask(Wish())
    panel.show_answer(Wish(kind="segmentation").answered(queue), nothing="Nothing.")
    assert panel.empty.text() == "Nothing."


def test_rounds_are_offered_where_there_is_a_choice(theme: Theme, qtbot: QtBot, queue: Queue) -> None:
    panel = panel_of(theme, qtbot, queue)
    panel.know_rounds([queue.round], shown="")
    assert panel.round.isHidden()
    panel.know_rounds([queue.round, replace(queue.round, name="retest")], shown="retest")
    assert not panel.round.isHidden()
    assert panel.round.value == "retest"


def test_blind_offers_no_names(theme: Theme, qtbot: QtBot, queue: Queue) -> None:
    panel = panel_of(theme, qtbot, blinded(queue, seed=1))
    assert panel.coder.count() == 1
    assert panel.coder.isHidden()
