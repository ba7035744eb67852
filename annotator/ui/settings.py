# SPDX-License-Identifier: MIT
"""The user's settings as the window changes them: taken at once, written a moment later and at the close."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from annotator import operations
from annotator.domain import Coder, NotSaved
from annotator.operations import Settings

_WRITE_AFTER_MILLISECONDS = 500
SIZES = (12, 13, 15, 17, 19, 21, 24, 28, 34, 42)
"""The article's sizes of type, in pixels at 100 %."""
USUAL_SIZE = 17


class Preferences(QObject):
    """``changed`` is emitted for every change; a failure to write is told by ``failed(error)``, never raised."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = operations.load_settings()
        self._waiting: dict[str, object] = {}
        self._moved: dict[str, str] = {}
        self._write = QTimer(self, singleShot=True, interval=_WRITE_AFTER_MILLISECONDS)
        self._write.timeout.connect(self.flush)

    @property
    def now(self) -> Settings:
        """The settings in force."""
        return self._settings

    def change(
        self,
        *,
        theme: str | None = None,
        text_size: int | None = None,
        lanes: int | None = None,
        serif: bool | None = None,
        window: str | None = None,
    ) -> None:
        """Change some settings; None leaves one as it is."""
        given = {"theme": theme, "text_size": text_size, "lanes": lanes, "serif": serif, "window": window}
        wanted = {name: value for name, value in given.items() if value is not None}
        self._waiting.update(wanted)
        self._settings = replace(self._settings, **wanted)  # type: ignore[arg-type]  # each has the type of its field
        self._write.start()
        self.changed.emit()

    def flush(self) -> None:
        """Write what waits, upon whatever another window has written meanwhile."""
        self._write.stop()
        if not self._waiting:
            return
        waiting, self._waiting = self._waiting, {}
        try:
            merged = replace(operations.load_settings(), **waiting)  # type: ignore[arg-type]  # as above
            operations.save_settings(merged)
            self._settings = merged
        except NotSaved as error:
            self.failed.emit(error)

    def remember_me(self, name: str) -> Coder:
        """Set who works on this computer; raises UsageError for what is no name, NotSaved where it cannot be kept."""
        self.flush()
        coder = operations.remember_me(name)
        self._settings = operations.load_settings()
        return coder

    def remember_project(self, path: Path) -> None:
        """Put a project at the head of the recent ones; it takes the place of the missing one that it was found for."""
        self.flush()
        try:
            self._settings = operations.remember_project(path)
        except NotSaved as error:
            self.failed.emit(error)
        former = self._moved.pop(str(path.resolve()), "")
        if former and former != str(path.resolve()):
            self.forget_project(former)

    def note_moved(self, former: str, path: Path) -> None:
        """Note where a missing recent project was found; its row goes once that has been opened."""
        self._moved[str(path.resolve())] = former

    def forget_project(self, path: str) -> None:
        """Take a project out of the recent ones; its file stays as it is."""
        self.flush()
        settings = operations.load_settings()
        try:
            changed = replace(settings, recent=tuple(each for each in settings.recent if each != path))
            operations.save_settings(changed)
            self._settings = changed
        except NotSaved as error:
            self.failed.emit(error)

    def step_size(self, step: int) -> None:
        """Make the article's type larger or smaller by one step; 0 goes back to the usual size."""
        if step == 0:
            self.change(text_size=USUAL_SIZE)
            return
        size = self._settings.text_size
        larger = [each for each in SIZES if each > size]
        smaller = [each for each in SIZES if each < size]
        found = larger[:1] if step > 0 else smaller[-1:]
        if found:
            self.change(text_size=found[0])
