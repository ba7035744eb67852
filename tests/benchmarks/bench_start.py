# SPDX-License-Identifier: MIT
"""How long it takes to start: to the first painted window, against an empty one; to the help, against argparse.

    pytest tests/benchmarks/bench_start.py

Not part of the ordinary run. Each start is a process of its own on the offscreen platform; the cases take turns,
the first round is thrown away; figures are medians of the CPU time of the process (user and system) until its
first window has been painted. The process says so itself through a pipe and is ended there.

* Window: `annotator` (start page) and `annotator open` on the demo project, against a QMainWindow with nothing in it.
  Budget for both: twice. How long it takes until the article of the project is shown is told beside it: that holds
  the opening of the file, so it is no matter of an empty window.
* Help: `annotator --help` against argparse with sqlite3 and json imported. Budget: three times.
"""

import os
import platform
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

import pytest
from end_to_end.words import Words

from annotator import __version__

ROUNDS = 11
WINDOW_BUDGET = 2.0
HELP_BUDGET = 3.0
ARTICLE_SHOWN = "its article is shown"

EMPTY_WINDOW = """
import os, sys
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        with open(os.environ["ANNOTATOR_TEST_LOG"], "ab") as log:
            log.write(b"painted\\n")

application = QApplication(sys.argv)
window = Window()
window.resize(1440, 900)
window.show()
application.exec()
"""

# What the installed command does; "python -m" would add the cost of finding the module.
COMMAND = "import sys; from annotator.__main__ import main; sys.argv[0] = 'annotator'; main()"

BARE_HELP = """
import argparse, json, sqlite3
argparse.ArgumentParser(prog="bare").parse_args(["--help"])
"""


def _environment(folder: Path) -> dict[str, str]:
    """Settings and bytecode of this run alone; the bytecode is written in the round that is thrown away."""
    # As users start it: without ANNOTATOR_HOME, so that finding the settings is part of what is measured.
    left_out = ("PYTHONDONTWRITEBYTECODE", "ANNOTATOR_HOME")
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return {
        **kept,
        "HOME": str(folder / "home"),
        **{f"XDG_{kind}_HOME": str(folder / "home" / kind) for kind in ("CONFIG", "DATA", "CACHE", "STATE")},
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
        "QT_QPA_PLATFORM": "offscreen",
    }


def _seconds_until(word: str, arguments: Sequence[str], *, folder: Path, number: int) -> float:
    words = Words(folder / f"words-{number}")
    environment = {**_environment(folder), "ANNOTATOR_TEST_LOG": str(words.path)}
    process = subprocess.Popen([sys.executable, *arguments], env=environment, text=True)
    try:
        words.wait_for(word, process=process)
    finally:
        process.send_signal(signal.SIGKILL)
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = -signal.SIGKILL
        words.close()
    return usage.ru_utime + usage.ru_stime


def _seconds_to_end(arguments: Sequence[str], *, folder: Path) -> float:
    process = subprocess.Popen([sys.executable, *arguments], env=_environment(folder), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return usage.ru_utime + usage.ru_stime


def _report(name: str, found: Mapping[str, Sequence[float]], *, limit: str, budget: float) -> dict[str, float]:
    print(f"\n{name}: annotator {__version__}, Python {platform.python_version()}, {ROUNDS} rounds, CPU milliseconds")
    ratios = {}
    for case, seconds in found.items():
        ratios[case] = median(seconds) / median(found[limit])
        print(
            f"  {case:<24} median {median(seconds) * 1000:6.0f}   least {min(seconds) * 1000:6.0f}"
            f"   ratio {ratios[case]:.2f} (budget {budget})"
        )
    return ratios


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    subprocess.run(
        [sys.executable, "-m", "annotator", "demo", "--no-window", str(tmp_path / "demo")],
        env=_environment(tmp_path),
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return tmp_path / "demo" / "demo.annotator"


def test_start_to_first_painted_window(tmp_path: Path, demo: Path) -> None:
    cases = {
        "empty QMainWindow": ("painted", "-c", EMPTY_WINDOW),
        "annotator": ("painted", "-c", COMMAND),
        "annotator open PROJECT": ("painted", "-c", COMMAND, "open", str(demo)),
        ARTICLE_SHOWN: ("shown", "-c", COMMAND, "open", str(demo)),
    }
    found: dict[str, list[float]] = {case: [] for case in cases}
    for round_number in range(ROUNDS + 1):
        for place, (case, (word, *arguments)) in enumerate(cases.items()):
            number = round_number * len(cases) + place
            seconds = _seconds_until(word, arguments, folder=tmp_path, number=number)
            if round_number:
                found[case].append(seconds)
    ratios = _report("Start", found, limit="empty QMainWindow", budget=WINDOW_BUDGET)
    del ratios[ARTICLE_SHOWN]
    assert max(ratios.values()) <= WINDOW_BUDGET


def test_help(tmp_path: Path) -> None:
    cases = {"argparse, sqlite3, json": ("-c", BARE_HELP), "annotator --help": ("-c", COMMAND, "--help")}
    found: dict[str, list[float]] = {case: [] for case in cases}
    for round_number in range(ROUNDS + 1):
        for case, arguments in cases.items():
            seconds = _seconds_to_end(arguments, folder=tmp_path)
            if round_number:
                found[case].append(seconds)
    ratios = _report("Help", found, limit="argparse, sqlite3, json", budget=HELP_BUDGET)
    assert max(ratios.values()) <= HELP_BUDGET
