# SPDX-License-Identifier: MIT
from ui.judging.conftest import entry_at

from annotator.merging.adjudication_queue import Queue
from annotator.merging.blinding import blinded
from annotator.ui.judging.voices import Voices, grouped


def test_letters_follow_the_lanes(queue: Queue) -> None:
    voices = Voices(queue, queue.articles[0])
    assert [voice.words for voice in voices.all] == ["A Berg", "B Novak", "C Okafor"]
    assert voices.letters(reversed([voice.coder for voice in voices.all])) == "A, B and C"
    assert voices.at(1) == voices.all[1]
    assert voices.at(3) is None
    assert voices.letter("somebody else") == "?"


def test_blind_letters_have_no_names(queue: Queue) -> None:
    hidden = blinded(queue, seed=7)
    voices = Voices(hidden, hidden.articles[0])
    assert [voice.words for voice in voices.all] == ["A", "B", "C"]
    assert voices.spoken(voices.all[0].coder) == "A"


def test_the_same_words_are_one_group(queue: Queue) -> None:
    groups = grouped(entry_at(queue, "trusts"))
    assert [len(group) for group in groups] == [1, 2]
