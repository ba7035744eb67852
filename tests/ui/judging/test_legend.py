# SPDX-License-Identifier: MIT
from pytestqt.qtbot import QtBot

from annotator.merging.adjudication_queue import Queue
from annotator.merging.blinding import blinded
from annotator.ui.judging.legend import Legend, spoken_lanes
from annotator.ui.judging.voices import Voices
from annotator.ui.text_view.coder_lanes import Shared, lane_styles
from annotator.ui.theme.current import Theme

STYLES = lane_styles(calm="#84817B", colour="#009265", is_strong=False)


def test_lanes_are_named_by_letter_and_coder(theme: Theme, qtbot: QtBot, queue: Queue) -> None:
    legend = Legend(theme)
    qtbot.addWidget(legend)
    legend.resize(900, 40)
    voices = Voices(queue, queue.articles[0])
    legend.tell(voices, STYLES)
    assert legend.who.text == "A Berg, B Novak, C Okafor"
    assert [legend._words[each].text() for each in Shared] == ["All three", "Two", "One"]
    assert spoken_lanes(voices) == "One lane per coder: A Berg, B Novak and C Okafor"
    assert not legend.grab().isNull()


def test_blind_is_said_and_one_coder_has_nothing_to_share(theme: Theme, qtbot: QtBot, queue: Queue) -> None:
    legend = Legend(theme)
    qtbot.addWidget(legend)
    hidden = blinded(queue, seed=3)
    legend.tell(Voices(hidden, hidden.articles[0]), STYLES)
    assert legend.who.text == "Blind: names hidden, order shuffled per article. Lanes in the order A, B, C"
    legend.tell(Voices(queue, queue.articles[1]), STYLES)
    assert legend._words[Shared.ALL].isHidden()
    assert legend._words[Shared.SOME].isHidden()
