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
        """Wait for the next line that begins with this word and give the line."""
        deadline = time.monotonic() + WATCHDOG_SECONDS
        while True:
            for place, line in enumerate(self.heard):
                if line.split(" ")[0] == word:
                    del self.heard[: place + 1]
                    return line
            assert time.monotonic() < deadline, f"{word!r} was never said; heard {self.heard}"
            assert process is None or process.poll() is None, f"the program ended before it said {word!r}"
            self._listen()

    def _listen(self) -> None:
        ready, _, _ = select.select([self._pipe], [], [], 0.5)
        if ready:
            *lines, self._rest = (self._rest + os.read(self._pipe, 65536)).split(b"\n")
            self.heard += [line.decode() for line in lines]
