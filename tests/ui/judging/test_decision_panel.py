# SPDX-License-Identifier: MIT
from dataclasses import replace

from pytestqt.qtbot import QtBot
from ui.judging.conftest import entry_at
from ui.judging.shown import shown_of

from annotator.domain import Verdict
from annotator.merging.adjudication_queue import Queue
from annotator.merging.clusters import Cluster
from annotator.ui.judging.decision_panel import DecisionPanel, result_words
from annotator.ui.judging.draft import NOTE, Draft
from annotator.ui.theme.current import Theme


def panel_of(theme: Theme, qtbot: QtBot, queue: Queue, draft: Draft, *, missing: str = "") -> DecisionPanel:
    panel = DecisionPanel(theme)
    qtbot.addWidget(panel)
    panel.know(queue)
    shown = shown_of(queue, draft.entry)
    panel.show_entry(shown, line="", may_judge=True)
    panel.show_draft(draft, shown, missing=missing, may_judge=True)
    return panel


def test_the_button_says_what_it_does(theme: Theme, qtbot: QtBot, queue: Queue) -> None:
    draft = Draft.of(entry_at(queue, "Nobody"))
    for verdict, said in (
        (Verdict.UNION, "Accept and go to next"),
        (Verdict.REJECTED, "Reject and go to next"),
        (Verdict.DEFERRED, "Defer and go to next"),
    ):
        panel = panel_of(theme, qtbot, queue, draft.chosen(verdict))
        assert panel.accept.text() == said
        assert panel.accept.isEnabled()


def test_what_is_missing_stands_by_the_button(theme: Theme, qtbot: QtBot, queue: Queue) -> None:
    panel = panel_of(theme, qtbot, queue, Draft.of(entry_at(queue, "trusts")).chosen(Verdict.REJECTED), missing=NOTE)
    assert panel.missing.text() == NOTE
    assert not panel.accept.isEnabled()
    assert panel.note.property("state") == "invalid"


def test_choices_are_told(theme: Theme, qtbot: QtBot, queue: Queue) -> None:
    panel = panel_of(theme, qtbot, queue, Draft.of(entry_at(queue, "trusts")))
    told: list[object] = []
    for signal in (panel.verdict_chosen, panel.result_chosen, panel.certainty_chosen, panel.note_written):
        signal.connect(told.append)
    panel.verdicts[Verdict.MAJORITY].click()
    panel.code.setCurrentIndex(1)
    panel.code.activated.emit(1)
    panel.note.textEdited.emit("because")
    assert told == [Verdict.MAJORITY, str(queue.codes[1].id), "because"]
    panel.hide_all()
    assert not panel.take_focus()


def test_ties_are_said(queue: Queue) -> None:
    entry = entry_at(queue, "trusts")
    two = [coder for coder in entry.cluster.voters if coder != entry.versions[2].coder]
    marks = [mark for mark in entry.cluster.marks if mark.coder in two]
    cluster = Cluster.of(marks, code=entry.code, voters=two)
    said = result_words(Draft(replace(entry, cluster=cluster), Verdict.MAJORITY), name="trust")
    assert said == "Result: 20 characters, trust; 12 characters that exactly half marked are left out"


def test_results_in_words(queue: Queue) -> None:
    draft = Draft.of(entry_at(queue, "trusts"))
    verdicts = set(Verdict) - {Verdict.TAKEN}
    said = {verdict: result_words(draft.chosen(verdict), name="trust") for verdict in verdicts}
    assert said[Verdict.UNION] == "Result: 32 characters, trust"
    assert said[Verdict.OWN] == "Result: no characters"
    assert said[Verdict.REJECTED] == "Result: nothing of this is in the consensus"
    assert result_words(draft, name="trust") == "Result: nothing is chosen yet"
