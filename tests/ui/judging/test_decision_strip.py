# SPDX-License-Identifier: MIT
from pytestqt.qtbot import QtBot
from ui.judging.conftest import entry_at

from annotator.domain import Verdict
from annotator.merging.adjudication_queue import Queue
from annotator.ui.judging.decision_strip import DecisionStrip
from annotator.ui.judging.draft import CHOOSE, Draft
from annotator.ui.theme.current import Theme


def test_the_six_verbs_and_what_they_leave(theme: Theme, qtbot: QtBot, queue: Queue) -> None:
    strip = DecisionStrip(theme)
    qtbot.addWidget(strip)
    told: list[object] = []
    strip.verdict_chosen.connect(told.append)
    draft = Draft.of(entry_at(queue, "trusts"))
    strip.show_draft(draft, name="trust", missing=CHOOSE, may_judge=True)
    assert strip.words.text == CHOOSE
    assert not strip.accept.isEnabled()
    strip.verdicts[Verdict.UNION].click()
    assert told == [Verdict.UNION]
    strip.show_draft(draft.chosen(Verdict.UNION), name="trust", missing="", may_judge=True)
    assert strip.words.text == "Result: 32 characters, trust"
    assert strip.accept.isEnabled()
    assert strip.verdicts[Verdict.UNION].accessibleName() == "Union (U)"
