# SPDX-License-Identifier: MIT
from pytestqt.qtbot import QtBot
from ui.judging.conftest import entry_at
from ui.judging.shown import shown_of

from annotator.merging.adjudication_queue import Queue
from annotator.ui.judging.versions import Versions
from annotator.ui.theme.current import Theme


def test_the_same_words_stand_together_with_their_keys(theme: Theme, qtbot: QtBot, queue: Queue) -> None:
    versions = Versions(theme, judging=True)
    qtbot.addWidget(versions)
    taken: list[object] = []
    versions.taken.connect(taken.append)
    entry = entry_at(queue, "trusts")
    versions.show_versions(shown_of(queue, entry), may_take=True)
    one, two = versions.cards
    assert (one.who.text, one.count.text()) == ("A Berg", "32 characters")
    assert (two.who.text, two.count.text()) == ("B Novak, C Okafor", "20 characters")
    assert two.button.words == "Take B or C"
    assert two.button.keys == ("2", "3")
    two.button.click()
    assert taken == [entry.versions[1].coder]
    assert versions.silent.isHidden()


def test_cards_are_used_again_and_the_silent_are_named(theme: Theme, qtbot: QtBot, queue: Queue) -> None:
    versions = Versions(theme, judging=False)
    qtbot.addWidget(versions)
    versions.show_versions(shown_of(queue, entry_at(queue, "trusts")), may_take=True)
    first = versions.cards[0]
    versions.show_versions(shown_of(queue, entry_at(queue, "Nobody")), may_take=True)
    assert versions.cards == (first,)
    assert first.button is None
    assert versions.silent.text() == "A and C marked nothing here."


def test_what_cannot_be_decided_has_dimmed_buttons(theme: Theme, qtbot: QtBot, queue: Queue) -> None:
    versions = Versions(theme, judging=True)
    qtbot.addWidget(versions)
    versions.show_versions(shown_of(queue, entry_at(queue, "trusts")), may_take=False)
    assert not any(card.button.isEnabled() for card in versions.cards)
