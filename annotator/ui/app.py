# SPDX-License-Identifier: MIT
"""Starting the application and keeping its windows."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from annotator.ui import plain
from annotator.ui.crash_watch import CrashWatch, watch_interpreter
from annotator.ui.dialogs.crash_report import crash_box
from annotator.ui.main_window import MainWindow
from annotator.ui.qt_guard import lost_references, refusal
from annotator.ui.settings import Preferences
from annotator.ui.theme.current import Theme

if TYPE_CHECKING:
    from annotator.operations import Project

START_REFUSED = 1
TEST_LOG = "ANNOTATOR_TEST_LOG"


class Windows:
    """All windows of the program. One file is open in one window: asking for it again raises that window."""

    def __init__(self, application: QApplication) -> None:
        self.preferences = Preferences(parent=application)
        self.theme = Theme(application, choice=self.preferences.now.theme)
        self.crashes = CrashWatch(self._tell_crash)
        self._windows: list[MainWindow] = []

    @property
    def all(self) -> tuple[MainWindow, ...]:
        """The windows that are there."""
        return tuple(self._windows)

    def add(self) -> MainWindow:
        """Make and show another window, with the start page in it."""
        window = self._make()
        window.show_start()
        window.show()
        return window

    def _add_empty(self) -> MainWindow:
        """Make and show another window with nothing in it yet: a project is about to be."""
        window = self._make()
        window.show()
        return window

    def _make(self) -> MainWindow:
        window = MainWindow(self.theme, self.preferences, opener=self.open, crashes=self.crashes)
        self._windows.append(window)
        window.gone.connect(lambda: self._windows.remove(window))
        self._let_tests_listen(window)
        return window

    def _let_tests_listen(self, window: MainWindow) -> None:
        if TEST_LOG in os.environ:
            from annotator.ui import test_log

            session = window.session
            test_log.watch(window, opened=session.opened, changed=session.bus.changed, shown=window.article_shown)

    def open_path(self, path: Path) -> None:
        """Open a project file in a window."""
        from annotator import operations

        window = self._windows[0] if self._windows else self._add_empty()
        self.open(lambda: operations.open_project(path), path, window)

    def open(self, make: Callable[[], Project], path: Path, asking: MainWindow) -> None:
        """Raise the window that has this file, else open it in the asking one if that is free, else in a new one."""
        for window in self._windows:
            open_path = window.session.path
            if open_path is not None and _same_file(open_path, path):
                window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
                window.raise_()
                window.activateWindow()
                return
        target = self._add_empty() if asking.session.is_open else asking
        target.open_with(make, path)

    def _tell_crash(self, report: Path | None) -> None:
        parent = next((window for window in self._windows if window.isActiveWindow()), None)
        crash_box(parent or next(iter(self._windows), None), report=report).open()


def _same_file(one: Path, other: Path) -> bool:
    """Whether two paths name one file, by device and inode: ``stat`` alone may touch a file that is open."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def run(path: Path | None = None, *, arguments: Sequence[str] = ()) -> int:
    """Show the window, on a project if a path is given; returns the exit code when the last window is closed."""
    watch_interpreter()
    sentence = refusal(lost_references())
    if sentence:
        sys.stderr.write(f"{sentence}\n")
        return START_REFUSED
    application = make_application([sys.argv[0] if sys.argv else "annotator", *arguments])
    windows = Windows(application)
    windows.crashes.catch()
    if path is None:
        windows.add()
    else:
        windows.open_path(path)
    try:
        return application.exec()
    finally:
        windows.crashes.release()


def make_application(arguments: Sequence[str]) -> QApplication:
    """Make the one application object, with its names and Qt's plain style beneath ours."""
    # Asked for by argument: setStyle() would answer with an object whose type costs 7 ms to make.
    application = QApplication([*arguments[:1], "-style", "Fusion", *arguments[1:]])
    application.setApplicationName("annotator")
    application.setApplicationDisplayName(plain.window_title("Annotator"))
    application.setDesktopFileName("org.discourse_annotator.annotator")
    return application
