# SPDX-License-Identifier: MIT
"""The plainest calls are read by hand; every other goes the ordinary way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator import ui
from annotator.cli.window import COMPLETION, plain_call, show_window

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.mark.parametrize(
    ("arguments", "projects"),
    [
        ([], ()),
        (["open"], ()),
        (["open", "study.annotator"], ("study.annotator",)),
        (["open", "--help"], None),
        (["open", "one", "two"], None),
        (["open", "--", "study.annotator"], None),
        (["--help"], None),
        (["info", "study.annotator"], None),
        (["study.annotator"], None),
    ],
)
def test_what_is_a_plain_call(arguments: list[str], projects: tuple[str, ...] | None) -> None:
    assert plain_call(arguments, environment={}) == projects


def test_a_shell_that_asks_for_completions_gets_no_window() -> None:
    assert plain_call([], environment={COMPLETION: "bash_source"}) is None


def test_completions_are_still_given() -> None:
    code = "import sys; sys.argv = ['annotator']; from annotator.__main__ import main; main()"
    answer = subprocess.run(
        [sys.executable, "-c", code],
        env={COMPLETION: "zsh_source"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "#compdef annotator" in answer.stdout


def test_the_window_is_asked_with_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path | None] = []

    def run(path: Path | None) -> int:
        asked.append(path)
        return 3

    monkeypatch.setattr(ui, "run", run)
    assert show_window(Path("study.annotator")) == 3
    assert asked == [Path("study.annotator")]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there always is a screen")
def test_without_a_screen_it_is_one_sentence() -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "annotator", "open"],
        env={name: value for name, value in os.environ.items() if name not in SCREENS},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (answer.returncode, answer.stdout) == (1, "")
    assert "no screen" in answer.stderr
    assert len(answer.stderr.splitlines()) == 1
