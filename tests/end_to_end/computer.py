# SPDX-License-Identifier: MIT
"""One person's computer: settings of its own, one window of the program, real keys and mouse; no screen is needed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from ui.conftest import Driver
from ui.dragging import drag_enter

from annotator.ui.app import Windows
from annotator.ui.dialogs import files
from annotator.ui.main_window import MainWindow

WATCHDOG_MILLISECONDS = 60_000
Page = TypeVar("Page", bound=QWidget)


class Computer(Driver):
    """The window of somebody at work. Files are chosen by ``chooses``, in place of the system's dialogs."""

    def __init__(self, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(window, qtbot)
        self._monkeypatch = monkeypatch

    def until(self, holds: Callable[[], object]) -> None:
        """Wait, events being handled, until something holds."""
        self.bot.waitUntil(lambda: bool(holds()), timeout=WATCHDOG_MILLISECONDS)

    def saved(self) -> None:
        """Wait until the window says that everything is saved."""
        session = self.window.session
        self.until(lambda: session.jobs.waiting == 0 and session.is_saved)

    def opened(self) -> None:
        """Wait until a project is open and its file was checked."""
        session = self.window.session
        self.until(lambda: self.window.pages is not None and not session.check.waits and session.jobs.waiting == 0)

    def chooses(self, *, folder: Path | None = None, paths: list[Path] | None = None, new: Path | None = None) -> None:
        """Answer the next questions for files."""
        self._monkeypatch.setattr(files, "ask_folder", lambda *_, **__: folder)
        self._monkeypatch.setattr(files, "ask_files", lambda *_, **__: paths or [])
        self._monkeypatch.setattr(files, "ask_file", lambda *_, **__: paths[0] if paths else None)
        self._monkeypatch.setattr(files, "ask_new_file", lambda *_, **__: new)

    def enter(self, field: QWidget, words: str) -> None:
        """Type words into a field in place of what it holds, and Enter."""
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        for sign in words:
            if sign.isascii():
                QTest.keyClick(field, sign)
            else:  # QTest knows no such keys
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign))
        QTest.keyClick(field, Qt.Key.Key_Return)

    def press(self, *keys: Qt.Key | str) -> None:
        """Press keys where the focus is."""
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.window, key)

    def press_with_ctrl(self, key: str) -> None:
        """Press a key where the focus is, with Ctrl."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, Qt.KeyboardModifier.ControlModifier)

    def push(self, button: QWidget) -> None:
        """Click a button as soon as it can be clicked."""
        self.until(lambda: button.isVisible() and button.isEnabled())
        self.click(button)

    def turn_to(self, key: str, kind: type[Page]) -> Page:
        """Show a page by its key, with Alt, and give it."""
        self.key(key, at=self.window.stack.currentWidget(), alt=True)
        page = self.window.stack.currentWidget()
        assert isinstance(page, kind)
        return page

    def turn_by_tab(self, name: str, kind: type[Page]) -> Page:
        """Show a page by a click on its tab, and give it."""
        self.push(self.window.stack.currentWidget().bar.tabs[name])
        page = self.window.stack.currentWidget()
        assert isinstance(page, kind)
        return page

    def drop(self, paths: list[Path]) -> None:
        """Let go of files over the window."""
        dragged = QMimeData()
        dragged.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        middle, copy = self.window.rect().center(), Qt.DropAction.CopyAction
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(self.window, drag_enter(middle, dragged))
        QApplication.sendEvent(self.window, QDropEvent(QPointF(middle), copy, dragged, button, none))

    def leave(self) -> None:
        """Close the window as a user does."""
        gone: list[bool] = []
        self.window.gone.connect(lambda: gone.append(True))
        self.window.close()
        self.until(lambda: gone)


class Building:
    """Where everybody has a computer of their own; one of them is in use at a time."""

    def __init__(self, folder: Path, application: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._application = application
        self._bot = qtbot
        self._monkeypatch = monkeypatch

    @contextmanager
    def computer_of(self, name: str, *, path: Path | None = None) -> Iterator[Computer]:
        """Start the program as ``annotator`` or ``annotator open PATH`` does; close its window at the end."""
        application = self._application
        font, palette = application.font(), application.palette()
        self._monkeypatch.setenv("ANNOTATOR_HOME", str(self.folder / f"computer of {name}"))
        windows = Windows(application)
        crashes: list[object] = []
        try:
            if path is None:
                windows.add()
            else:
                windows.open_path(path)
            (window,) = windows.all
            window.jobs.crashed.connect(crashes.append)
            with self._bot.waitActive(window, timeout=WATCHDOG_MILLISECONDS):
                window.resize(1440, 900)
                window.activateWindow()
            computer = Computer(window, self._bot, self._monkeypatch)
            if path is not None:
                computer.opened()
            yield computer
            computer.leave()
        finally:
            for each in windows.all:
                each.close()
            self._bot.waitUntil(lambda: not windows.all, timeout=WATCHDOG_MILLISECONDS)
            windows.theme.deleteLater()
            windows.preferences.deleteLater()
            application.setStyleSheet("")
            application.setFont(font)
            application.setPalette(palette)
        assert crashes == []
