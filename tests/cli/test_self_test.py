# SPDX-License-Identifier: MIT
"""``annotator self-test`` as it is called: a line for each part, workers of its own, an answer by the exit code."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import Answer

from annotator import operations
from annotator.operations import self_testing

Call = Callable[..., Answer]


def test_all_parts_of_this_installation_work(tmp_path: Path) -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "annotator", "self-test"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (answer.returncode, answer.stderr) == (0, "")
    *lines, last = answer.stdout.splitlines()
    assert last == "All parts work."
    assert {line[:8] for line in lines} == {"OK      "}
    tried = {line[8:] for line in lines}
    assert {f"statistics as {each.value}" for each in operations.StatisticsFormat} <= tried
    assert {f"annotations as {form}" for form in operations.CORPUS_FORMATS} <= tried
    assert {"agreement with gamma", "report with figures", "merge through a worker process"} <= tried
    assert not list((tmp_path / "home").glob("data/*")), "copies made by the merge are no concern of the user"


def test_what_fails_is_said_and_the_exit_code_tells(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_testing, "resource", lambda name: Path(name) / "nowhere")
    answer = call("self-test")
    assert answer.code != 0
    assert answer.out.startswith("failed  project from the sample: ")
    assert "install it anew" in answer.err
