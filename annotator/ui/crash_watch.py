# SPDX-License-Identifier: MIT
"""What happens to errors nobody expected: a report to a file, plain words on screen, never a traceback."""

import faulthandler
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

OnCrash = Callable[[Path | None], None]


def watch_interpreter() -> None:
    """Have a dying interpreter say where it was; comes before anything else, silent where there is no terminal."""
    if sys.stderr is not None:
        faulthandler.enable()


class CrashWatch:
    """Takes over the interpreter's hook for uncaught errors until :meth:`release`."""

    def __init__(self, on_crash: OnCrash) -> None:
        self._on_crash = on_crash
        self._former = sys.excepthook
        self._busy = False

    def catch(self) -> None:
        """Begin: every uncaught error is reported; Ctrl+C keeps its meaning."""
        sys.excepthook = self._hook

    def release(self) -> None:
        """Give the hook back."""
        sys.excepthook = self._former

    def report(self, error: BaseException) -> None:
        """Write the report and tell; an error while telling is written too, but not told."""
        from annotator.operations.crash import write_crash_report

        path = write_crash_report(error)
        if self._busy:
            return
        self._busy = True
        try:
            self._on_crash(path)
        finally:
            self._busy = False

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._former(kind, error, trace)
        else:
            self.report(error)
