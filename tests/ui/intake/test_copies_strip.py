# SPDX-License-Identifier: MIT
"""What is asked about all copies and passages at once."""

from pytestqt.qtbot import QtBot

from annotator.operations import NearChoice
from annotator.ui.intake.copies_strip import CopiesStrip
from annotator.ui.theme.current import Theme


def test_it_says_how_many_and_asks_once(theme: Theme, qtbot: QtBot) -> None:
    strip = CopiesStrip(theme)
    qtbot.addWidget(strip)
    strip.resize(700, 100)
    strip.tell(near=2, repeated=0, articles=0, may_group=True, chosen=NearChoice.KEEP)
    assert strip.sentences == ("2 articles are near-identical to others.", "")
    assert strip.near.value == "keep"
    with qtbot.waitSignal(strip.near_chosen) as told:
        strip.near._buttons["skip"].click()
    assert told.args == [NearChoice.SKIP]
    strip.tell(near=2, repeated=10, articles=1, may_group=False, chosen=None)
    assert strip.sentences[1] == "10 passages repeat within 1 article."
    assert strip.near.value == ""
    assert strip.near._buttons["group"].isHidden(), "only the lead groups"
    with qtbot.waitSignal(strip.repeated_chosen) as told:
        strip.repeated.click()
    assert told.args == [True]
    strip.tell(near=0, repeated=0, articles=0, may_group=True, chosen=None)
    assert strip.isHidden()


def test_in_a_narrow_window_what_is_chosen_stands_below(theme: Theme, qtbot: QtBot) -> None:
    strip = CopiesStrip(theme)
    qtbot.addWidget(strip)
    strip.tell(near=2, repeated=3, articles=1, may_group=True, chosen=None)
    strip.resize(380, 160)
    strip.show()
    assert strip.near.geometry().top() > strip._copies.said.geometry().center().y()
