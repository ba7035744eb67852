# SPDX-License-Identifier: MIT
"""Every way to end: an exit code, one sentence, never a traceback."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from cli.conftest import Answer

from annotator.cli import group
from annotator.cli.edge import FAULT_OF_OURS, INTERRUPTED, PIPE_CLOSED, run
from annotator.domain import FaultsFound, LockedOrDamaged, NotSaved, Refused, UsageError

Call = Callable[..., Answer]


@pytest.fixture
def raising(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Replace every command by one that raises."""

    def raises(error: BaseException) -> None:
        def body(**_: object) -> None:
            raise error

        command = click.Command("anything", params=[click.Option(["--json"], is_flag=True)], callback=body)
        monkeypatch.setattr(group.LazyGroup, "get_command", lambda self, ctx, name: command)

    return raises


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (Refused("Not taken."), 1),
        (UsageError("Not so."), 2),
        (LockedOrDamaged("Open elsewhere."), 3),
        (NotSaved("The disk is full."), 3),
        (FaultsFound("One fault."), 4),
    ],
)
def test_known_errors_are_a_sentence_and_a_code(
    error: Exception, code: int, raising: Callable[[BaseException], None], call: Call
) -> None:
    raising(error)
    assert call("anything") == Answer(code, "", f"{error}\n")


def test_place_comes_before_the_sentence(raising: Callable[[BaseException], None], call: Call) -> None:
    raising(Refused("Not taken.", where="a.jsonl, line 3"))
    assert call("anything").err == "a.jsonl, line 3: Not taken.\n"


def test_json_errors_are_json_on_standard_error(
    raising: Callable[[BaseException], None], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    raising(Refused("Not “taken”.", where="a.jsonl, line 3"))
    assert run(["anything", "--json"]) == 1
    assert capsys.readouterr().err == '{"error": "Not “taken”.", "where": "a.jsonl, line 3"}\n'


def test_json_after_the_end_of_options_is_a_file(call: Call) -> None:
    answer = call("info", "--", "--json")
    assert answer.code == 1
    assert not answer.err.startswith("{")


def test_unknown_command_is_wrong_usage(call: Call) -> None:
    answer = call("mesure")
    assert answer.code == 2
    assert "mesure" in answer.err
    assert len(answer.err.splitlines()) == 1


def test_unknown_option_is_wrong_usage_in_json_too(call: Call) -> None:
    answer = call("info", "x.annotator", "--json", "--bogus")
    assert answer.code == 2
    assert "--bogus" in answer.error["error"]
    assert set(answer.error) == {"error", "where"}


def test_option_left_out_is_one_line_without_spelled_out_breaks(call: Call) -> None:
    answer = call("export", "x.annotator", "--output", "tables")
    assert answer.code == 2
    assert answer.err.startswith("Missing option '--format'. Choose from: stats, csv, ")


def test_fault_of_ours_is_a_sentence_and_a_report(
    raising: Callable[[BaseException], None], call: Call, tmp_path: Path
) -> None:
    raising(ZeroDivisionError("the words of an article"))
    answer = call("anything")
    assert answer.code == FAULT_OF_OURS
    assert "the words of an article" not in answer.err
    reports = list((tmp_path / "home").rglob("crash-*.txt"))
    assert len(reports) == 1
    assert str(reports[0]) in answer.err


def test_full_disk_is_no_fault_of_ours(raising: Callable[[BaseException], None], call: Call) -> None:
    raising(OSError(errno.ENOSPC, "No space left on device"))
    answer = call("anything")
    assert answer.code == 3
    assert "No space left on device. What was saved before is safe." in answer.err


def test_ctrl_c_says_that_it_stopped(raising: Callable[[BaseException], None], call: Call) -> None:
    raising(KeyboardInterrupt())
    answer = call("anything")
    assert answer.code == INTERRUPTED
    assert "Stopped." in answer.err


def test_exit_code_of_a_command_is_handed_on(monkeypatch: pytest.MonkeyPatch, call: Call) -> None:
    command = click.Command("anything", callback=lambda: click.get_current_context().exit(5))
    monkeypatch.setattr(group.LazyGroup, "get_command", lambda self, ctx, name: command)
    assert call("anything").code == 5


def _with_closed_pipe(*arguments: str) -> tuple[int, str]:
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.Popen(
        [sys.executable, "-m", "annotator", *arguments], stdout=writing, stderr=subprocess.PIPE, text=True
    )
    os.close(writing)
    _, err = process.communicate(timeout=60)
    return process.returncode, err


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end differently there")
def test_reader_that_goes_away_is_no_error() -> None:
    assert _with_closed_pipe("--help") == (PIPE_CLOSED, "")


def test_what_the_terminal_cannot_show_is_spelled_out() -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "annotator", "info", "fehlt-\u4e2d.annotator"],
        env={**os.environ, "PYTHONIOENCODING": "ascii", "ANNOTATOR_HOME": os.devnull + "x"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 1
    assert "Traceback" not in answer.stderr
    assert "fehlt" in answer.stderr


def test_signals_have_their_usual_numbers() -> None:
    assert INTERRUPTED == 128 + signal.SIGINT
    assert PIPE_CLOSED == 128 + signal.SIGPIPE
