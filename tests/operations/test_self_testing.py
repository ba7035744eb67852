# SPDX-License-Identifier: MIT
"""The program's test of itself: every way in and out is in it, a part that is missing is said and ends nothing."""

import os
import sys
from pathlib import Path

import pytest

from annotator import operations
from annotator.operations import self_testing
from annotator.operations.self_testing import TriedPart


def _tried() -> tuple[bool, dict[str, TriedPart]]:
    parts: list[TriedPart] = []
    works = operations.self_test(parts.append)
    return works, {part.name: part for part in parts}


def test_library_that_is_missing_is_named_and_the_others_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tried on the articles and the statistics; the whole of it is run by the test of the command."""
    for name in ("CORPUS_FORMATS", "QUOTE_ENDINGS", "COUNT_ENDINGS"):
        monkeypatch.setattr(self_testing, name, ())
    for name in ("_gamma", "_report", "_merge"):
        monkeypatch.setattr(self_testing, name, lambda *_: None)
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path / "home"))
    monkeypatch.setitem(sys.modules, "pyreadstat", None)
    works, parts = _tried()
    assert not works
    failed = {name for name, part in parts.items() if part.fault}
    assert failed == {"statistics as sav", "statistics as zsav"}
    assert "pyreadstat" in parts["statistics as sav"].fault
    assert os.environ["ANNOTATOR_HOME"] == str(tmp_path / "home")
    assert not (tmp_path / "home").exists(), "the user's folders stay as they are"


def test_without_the_sample_nothing_else_is_tried(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("ANNOTATOR_HOME", raising=False)
    monkeypatch.setattr(self_testing, "resource", lambda _: tmp_path / "nowhere")
    works, parts = _tried()
    assert not works
    assert list(parts) == ["project from the sample"]
    assert "ANNOTATOR_HOME" not in os.environ
