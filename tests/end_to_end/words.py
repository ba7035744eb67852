# SPDX-License-Identifier: MIT
"""What the program says of itself while it runs, for tests that drive it from outside."""

import os
import select
import subprocess
import time
from pathlib import Path

WATCHDOG_SECONDS = 60.0


class Words:
    """What the program says of itself, line by line, through a pipe with a name."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.heard: list[str] = []
        os.mkfifo(path)
        # Open for both, so that neither end waits for the other and the pipe never ends early.
        self._pipe = os.open(path, os.O_RDWR | os.O_NONBLOCK)
        self._rest = b""

    def close(self) -> None:
        """Stop listening."""
        os.close(self._pipe)

    def wait_for(self, word: str, *, process: subprocess.Popen[str] | None = None) -> str:
        """Wait for the next line that is this word, or begins with it and a space, and give the line.

        What was said before it is forgotten.
        """
        line = self._hear(word, process)
        del self.heard[: self.heard.index(line) + 1]
        return line

    def wait_for_all(self, *words: str, process: subprocess.Popen[str] | None = None) -> None:
        """Wait until each of these has been said, in whatever order; then forget everything."""
        for word in words:
            self._hear(word, process)
        self.heard.clear()

    def _hear(self, word: str, process: subprocess.Popen[str] | None) -> str:
        deadline = time.monotonic() + WATCHDOG_SECONDS
        while True:
            for line in self.heard:
                if line == word or line.startswith(f"{word} "):
                    return line
            assert time.monotonic() < deadline, f"{word!r} was never said; heard {self.heard}"
            assert process is None or process.poll() is None, f"the program ended before it said {word!r}"
            self._listen()

    def _listen(self) -> None:
        ready, _, _ = select.select([self._pipe], [], [], 0.5)
        if ready:
            *lines, self._rest = (self._rest + os.read(self._pipe, 65536)).split(b"\n")
            self.heard += [line.decode() for line in lines]
