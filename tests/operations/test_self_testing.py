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


@pytest.fixture
def _no_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Under pytest no worker may be started, so that part is left to the test of the command."""
    monkeypatch.setattr(self_testing, "_merge", lambda *_: None)


@pytest.mark.usefixtures("_no_workers")
def test_every_format_is_tried_and_the_user_s_folders_stay_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path / "home"))
    works, parts = _tried()
    assert works, [part for part in parts.values() if part.fault]
    for each in operations.StatisticsFormat:
        assert f"statistics as {each.value}" in parts
    for form in operations.CORPUS_FORMATS:
        assert f"annotations as {form}" in parts
    assert os.environ["ANNOTATOR_HOME"] == str(tmp_path / "home")
    assert not (tmp_path / "home").exists()


@pytest.mark.usefixtures("_no_workers")
def test_library_that_is_missing_is_named_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ANNOTATOR_HOME", raising=False)
    monkeypatch.setitem(sys.modules, "pyreadstat", None)
    works, parts = _tried()
    assert not works
    failed = {name for name, part in parts.items() if part.fault}
    assert failed == {"statistics as sav", "statistics as zsav"}
    assert "pyreadstat" in parts["statistics as sav"].fault
    assert "ANNOTATOR_HOME" not in os.environ


def test_without_the_sample_nothing_else_is_tried(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(self_testing, "resource", lambda _: tmp_path / "nowhere")
    works, parts = _tried()
    assert not works
    assert list(parts) == ["project from the sample"]
