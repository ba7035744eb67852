# SPDX-License-Identifier: MIT
"""The outermost edge: every way in which a command can end becomes an exit code and at most one sentence.

Exit codes: 0 done, 1 refused input, 2 usage, 3 locked, damaged or not taken by the disk, 4 ``check`` or ``doctor``
found faults; besides these 70 for a fault of ours, 130 after Ctrl+C and 141 where the reader of a pipe went away.
What is needed only where something went wrong is imported there: ``--help`` pays for click alone, the window not
even for that.
"""

import errno
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from annotator.cli.window import plain_call, show_window

WRONG_USAGE = 2
DISK_REFUSES = 3
FAULT_OF_OURS = 70
INTERRUPTED = 130
PIPE_CLOSED = 141
_REFUSALS_OF_THE_DISK = (errno.ENOSPC, errno.EIO, errno.EROFS)


class Ending(NamedTuple):
    """How a command ended: what the process returns, and the sentence for standard error, empty where all is well."""

    exit_code: int
    sentence: str = ""
    where: str = ""


def command_line() -> None:
    """Run the program with the arguments of this process and leave the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code; nothing that a user can meet leaves this as a traceback."""
    try:
        ending = Ending(_exit_code(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        # Python would complain once more when it flushes at exit: give it somewhere to flush to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        ending = Ending(PIPE_CLOSED)
    except KeyboardInterrupt:
        ending = Ending(INTERRUPTED, "Stopped.")
    except Exception as error:  # the one place that takes everything: a user gets a sentence, we get a report
        ending = _ending_of(error)
    if ending.sentence:
        _say(ending, as_json=_wants_json(arguments))
    return ending.exit_code


def _exit_code(arguments: Sequence[str]) -> int:
    named = plain_call(arguments)
    if named is not None:
        return show_window(Path(named[0]) if named else None)
    from annotator.cli.group import annotator

    stream = sys.stdout
    try:
        answer = annotator.main(list(arguments), prog_name="annotator", standalone_mode=False)
    except SystemExit:
        # click leaves like this where the reader of a pipe went away, having wrapped the stream that would complain.
        if sys.stdout is not stream:
            return PIPE_CLOSED
        raise
    return answer if isinstance(answer, int) else 0


def _ending_of(error: Exception) -> Ending:
    import click

    from annotator.domain.errors import KnownError

    if isinstance(error, KnownError):
        return Ending(error.exit_code, error.sentence, error.where)
    if isinstance(error, click.Abort):
        return Ending(INTERRUPTED, "Stopped.")
    if isinstance(error, click.UsageError):
        command = error.ctx.command_path if error.ctx else "annotator"
        message = " ".join(error.format_message().split())  # click breaks some of its messages into lines
        return Ending(WRONG_USAGE, f"{message} See: {command} --help")
    if isinstance(error, click.ClickException):
        return Ending(error.exit_code, error.format_message())
    if isinstance(error, OSError) and error.errno in _REFUSALS_OF_THE_DISK:
        sentence = f"The disk did not take what was to be written: {error.strerror}. What was saved before is safe."
        return Ending(DISK_REFUSES, sentence)
    return _fault_of_ours(error)


def _fault_of_ours(error: Exception) -> Ending:
    from annotator.operations.crash import write_crash_report

    report = write_crash_report(error)
    lies = f"The report, without any text of yours, lies in {report}" if report else "A report could not be written."
    sentence = "A fault of this program, not of yours, stopped the command. What was saved before is safe."
    return Ending(FAULT_OF_OURS, f"{sentence} {lies}")


def _wants_json(arguments: Sequence[str]) -> bool:
    """Whether the caller is a program; asked of the bare arguments, since a usage error knows no options."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    return "--json" in options


def _say(ending: Ending, *, as_json: bool) -> None:
    from annotator.cli.output import shown

    if as_json:
        answer = json.dumps({"error": ending.sentence, "where": ending.where}, ensure_ascii=False)
    else:
        answer = shown(f"{ending.where}: {ending.sentence}" if ending.where else ending.sentence)
    print(answer, file=sys.stderr)
