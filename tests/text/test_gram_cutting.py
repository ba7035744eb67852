# SPDX-License-Identifier: MIT
"""Texts cut beside their reader: the same grams as cut at once, no thread for little, an early end."""

import threading

import pytest

from annotator.text import gram_cutting
from annotator.text.gram_cutting import GramCutter
from annotator.text.word_grams import word_grams

TEXTS = {str(number): " ".join(f"word{number * place}" for place in range(50)) for number in range(20)}


@pytest.mark.parametrize("waiting", [1, 1_000, 300_000])
def test_grams_are_those_of_each_text(waiting: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gram_cutting, "_WAITING_CHARACTERS", waiting)
    cutter = GramCutter()
    for name, text in TEXTS.items():
        cutter.add(name, text)
        cutter.add(name, "a text under a name that was given")
    found = cutter.grams()
    assert {name: grams.tolist() for name, grams in found.items()} == {
        name: word_grams([text])[0].tolist() for name, text in TEXTS.items()
    }


def test_little_text_begins_no_thread_and_nothing_gives_nothing() -> None:
    before = threading.active_count()
    cutter = GramCutter()
    assert cutter.grams() == {}
    cutter.add("one", "a few words that stand here")
    assert threading.active_count() == before


def test_closing_ends_the_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gram_cutting, "_WAITING_CHARACTERS", 1)
    before = threading.active_count()
    cutter = GramCutter()
    for name, text in TEXTS.items():
        cutter.add(name, text)
    cutter.close()
    cutter.close()
    assert threading.active_count() == before
