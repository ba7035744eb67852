# SPDX-License-Identifier: MIT
"""A screen that nobody sees: Xvfb, a window manager, real keys, and the words that the program says meanwhile."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WATCHDOG_SECONDS = 60.0


class Screen:
    """A running X server with a window manager."""

    def __init__(self, display: str, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            **os.environ,
            "DISPLAY": display,
            "XDG_RUNTIME_DIR": str(folder),
            "QT_QPA_PLATFORM": "xcb",
            "LC_ALL": "C.UTF-8",
        }
        self.environment.pop("WAYLAND_DISPLAY", None)

    def run(self, *arguments: str) -> str:
        """Run a program on this screen and give what it printed; it must end well."""
        answer = subprocess.run(
            arguments,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=WATCHDOG_SECONDS,
        )
        assert answer.returncode == 0, f"{arguments}: {answer.stderr or answer.stdout}"
        return answer.stdout.strip()

    def activate(self, title: str) -> str:
        """Bring the visible window whose title matches to the front and give its number."""
        window = self.run("xdotool", "search", "--sync", "--onlyvisible", "--name", title).splitlines()[-1]
        self.run("xdotool", "windowactivate", "--sync", window)
        return window

    def press(self, *keys: str) -> None:
        """Press keys in xdotool's spelling, one after the other, in the window that has the focus."""
        self.run("xdotool", "key", "--clearmodifiers", *keys)

    def picture(self, path: Path) -> None:
        """Keep what the screen shows, for whoever looks into a failed run."""
        subprocess.run(
            ["xwd", "-root", "-silent", "-out", str(path)], env=self.environment, check=False, timeout=WATCHDOG_SECONDS
        )


@contextmanager
def screen(folder: Path, *, size: str = "1440x900x24") -> Iterator[Screen]:
    """Start an X server on a free display and a window manager on it; end both afterwards."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as answer:
            display = ":" + answer.readline().decode().strip()
        assert display != ":", "the X server did not start"
        shown = Screen(display, folder)
        manager = subprocess.Popen(["openbox"], env=shown.environment, stderr=subprocess.DEVNULL)
        try:
            _wait_for_window_manager(shown)
            yield shown
        finally:
            manager.terminate()
            manager.wait(WATCHDOG_SECONDS)
    finally:
        server.terminate()
        server.wait(WATCHDOG_SECONDS)


def _wait_for_window_manager(shown: Screen) -> None:
    deadline = time.monotonic() + WATCHDOG_SECONDS
    while "window id" not in shown.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"):
        assert time.monotonic() < deadline, "the window manager did not start"
