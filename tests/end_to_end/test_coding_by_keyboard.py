# SPDX-License-Identifier: MIT
"""The main job on a real X server: start the demo, code a passage by keyboard, close, find it from another process."""

import csv
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from end_to_end.screen import WATCHDOG_SECONDS, Screen, screen
from end_to_end.words import Words

from annotator.resources import demo_corpus

TOOLS = ("Xvfb", "openbox", "xdotool", "xprop")
TITLE = "Annotator"

pytestmark = [
    pytest.mark.xserver,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="an X server is a matter of Linux here"),
]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing and os.environ.get("CI"):
        pytest.fail(f"{missing} not installed, and .ci/run should have installed it")
    if missing:
        pytest.skip(f"{missing} not installed here")
    folder = tmp_path_factory.mktemp("screen")
    folder.chmod(0o700)
    with screen(folder) as made:
        yield made


class Demo:
    """`annotator demo` in its window, and the words it says meanwhile."""

    def __init__(self, folder: Path, shown: Screen) -> None:
        self.shown = shown
        self.words = Words(folder / "words")
        self.project = folder / "demo" / "demo.annotator"
        self.environment = {
            **shown.environment,
            "ANNOTATOR_HOME": str(folder / "home"),
            "ANNOTATOR_TEST_LOG": str(self.words.path),
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "annotator", "demo", str(folder / "demo")],
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    def begin(self) -> None:
        """Wait until the article is shown and has the keys."""
        self.words.wait_for_all("painted", "opened", "shown", process=self.process)
        self.shown.activate(TITLE)

    def wait_for(self, word: str) -> list[str]:
        return self.words.wait_for(word, process=self.process).split(" ")[1:]

    def code_a_passage(self) -> str:
        """Select the first 24 characters of the article and press the key of the first code."""
        self.shown.press("ctrl+Home", *(["shift+Right"] * 24), "1")
        (made,) = self.wait_for("saved")
        return made

    def close(self) -> None:
        """Close the window by its key and wait until the program has ended by itself."""
        self.shown.press("ctrl+q")
        _, err = self.process.communicate(timeout=WATCHDOG_SECONDS)
        assert (self.process.returncode, err) == (0, "")

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate(timeout=WATCHDOG_SECONDS)

    def in_the_file(self) -> dict[str, dict[str, str]]:
        """What another process exports from the project: each annotation by its identity."""
        self.from_another_process("export", "--format", "csv", "--output", str(self.project.parent / "after"))
        with (self.project.parent / "after" / "annotations_long.csv").open(encoding="utf-8", newline="") as stream:
            return {row["annotation_id"]: row for row in csv.DictReader(stream)}

    def from_another_process(self, command: str, *options: str) -> str:
        answer = subprocess.run(
            [sys.executable, "-m", "annotator", command, str(self.project), *options],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=WATCHDOG_SECONDS,
        )
        assert answer.returncode == 0, answer.stderr
        return answer.stdout


@pytest.fixture
def demo(shown: Screen, tmp_path: Path) -> Iterator[Demo]:
    made = Demo(tmp_path, shown)
    yield made
    if made.process.poll() is None:
        shown.picture(tmp_path / "screen.xwd")
        made.kill()
    made.words.close()


def _first_article(demo: Demo) -> str:
    name = json.loads(demo.from_another_process("info", "--json"))["documents"][0]["name"]
    return (demo_corpus() / name).read_text(encoding="utf-8")


def test_a_passage_coded_by_keyboard_is_in_the_file(demo: Demo) -> None:
    demo.begin()
    made = demo.code_a_passage()
    demo.close()
    row = demo.in_the_file()[made]
    assert (row["start_char"], row["end_char"], row["code"]) == ("0", "24", "trust")
    assert row["quote"] == _first_article(demo)[:24]
    assert row["coder"] == "Demo reader"
    assert "No fault found." in demo.from_another_process("check")


def test_undo_by_keyboard_takes_it_away_and_redo_brings_it_back(demo: Demo) -> None:
    demo.begin()
    made = demo.code_a_passage()
    demo.shown.press("ctrl+z")
    assert made in demo.wait_for("saved")
    demo.shown.press("ctrl+shift+z")
    assert made in demo.wait_for("saved")
    demo.shown.press("ctrl+z")
    demo.wait_for("saved")
    demo.close()
    assert made not in demo.in_the_file()


def test_what_the_window_called_saved_survives_a_kill(demo: Demo) -> None:
    demo.begin()
    made = demo.code_a_passage()
    demo.kill()
    assert made in demo.in_the_file()
    assert "No fault found." in demo.from_another_process("check")
