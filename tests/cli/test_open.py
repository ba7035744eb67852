# SPDX-License-Identifier: MIT
"""``annotator open`` and ``annotator`` alone: both hand over to the window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import Answer

from annotator import ui

Call = Callable[..., Answer]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """What the window was asked to open; it ends at once with 7."""
    asked: list[Path | None] = []

    def run(path: Path | None) -> int:
        asked.append(path)
        return 7

    monkeypatch.setattr(ui, "run", run)
    return asked


def test_project_is_handed_over(opened: list[Path | None], call: Call) -> None:
    assert call("open", "study.annotator").code == 7
    assert opened == [Path("study.annotator")]


def test_without_a_project_the_start_page_opens(opened: list[Path | None], call: Call) -> None:
    assert call("open").code == 7
    assert opened == [None]


def test_annotator_alone_opens_the_start_page(opened: list[Path | None], call: Call) -> None:
    assert call().code == 7
    assert opened == [None]
