# SPDX-License-Identifier: MIT
import hashlib

import pytest

from annotator.operations import unit_bounds as room
from annotator.operations.unit_bounds import SEGMENTED, unit_bounds

TEXT = "Beijing waits. Moscow asks.\n\nNobody answers."


def bounds(unit: str, text: str = TEXT) -> list[str]:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return [text[start:end] for start, end in unit_bounds(text, sha256=sha256, unit=unit)]


def test_every_unit_has_its_pieces() -> None:
    assert bounds("sentence") == ["Beijing waits.", "Moscow asks.", "Nobody answers."]
    assert bounds("paragraph") == ["Beijing waits. Moscow asks.", "Nobody answers."]
    assert bounds("token")[:3] == ["Beijing", "waits", "."] or bounds("token")[:2] == ["Beijing", "waits"]
    assert set(SEGMENTED) == {"token", "sentence", "paragraph"}


def test_a_text_is_segmented_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = bounds("sentence")
    monkeypatch.setattr(room, "boundaries", lambda *_: pytest.fail("segmented again"))
    assert bounds("sentence") == first


def test_old_texts_are_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_MOST_TEXTS", 2)
    for number in range(5):
        bounds("sentence", f"Sentence {number}.")
    assert len(room._kept) == 2
