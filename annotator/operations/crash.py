# SPDX-License-Identifier: MIT
"""Reports of our own faults: a local text file, without any text of the user's, that never leaves by itself."""

import os
import platform
import traceback
from datetime import UTC, datetime
from pathlib import Path

from annotator import __version__
from annotator.domain.errors import NotSaved


def write_crash_report(error: BaseException, *, folder: Path | None = None) -> Path | None:
    """Write where an error arose to a file of its own and give its path; None where it cannot be written.

    The message of the error is left out: it may quote an article. Kinds, files, lines and
    functions are kept, also of the errors that led to it. ``folder`` is the log folder if None.
    """
    try:
        folder = folder or _log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        now = datetime.now(tz=UTC)
        path = folder / f"crash-{now:%Y%m%dT%H%M%S}-{os.getpid()}.txt"
        path.write_text(crash_report(error, now=now), encoding="utf-8")
    except (OSError, NotSaved):
        return None
    return path


def crash_report(error: BaseException, *, now: datetime) -> str:
    """Give the text of a report: versions, then the chain of errors, the first cause first."""
    head = [
        f"Discourse Annotator {__version__}, {now.isoformat(timespec='seconds')}",
        f"Python {platform.python_version()}, {platform.platform()}",
        "",
    ]
    return "\n".join([*head, *_lines(error, seen=set())]) + "\n"


def _lines(error: BaseException, *, seen: set[int]) -> list[str]:
    seen.add(id(error))  # a chain may lead back to itself
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = [*_lines(earlier, seen=seen), "", "which led to", ""] if earlier and id(earlier) not in seen else []
    stack = traceback.extract_tb(error.__traceback__)
    lines += [f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in stack]
    return [*lines, type(error).__qualname__]


def _log_folder() -> Path:
    from annotator.operations import log_folder

    return log_folder()
