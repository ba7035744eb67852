# SPDX-License-Identifier: MIT
"""Files dropped anywhere on a window: while they hover over it, one line says what will become of them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from annotator.ui import plain, words
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.picture import Picture
from annotator.ui.widgets.surfaces import Surface, row


class FileDrop(QObject):
    """Watches a window; ``dropped(paths)`` gives the files that lie on this computer."""

    dropped = Signal(object)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self.takes = True
        self._said = plain.label()
        self._said.setFont(theme.font(Type.HEAD))
        self.hint = Surface("raised", parent=window)
        line = row(self.hint, margins=(theme.px(24), theme.px(16), theme.px(24), theme.px(16)), gap=theme.px(12))
        line.addWidget(Picture(theme, "file"))
        line.addWidget(self._said)
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hint.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dragged over the window where it holds files."""
        if watched is self._window and self.takes:
            kind = event.type()
            if kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove) and isinstance(
                event, QDragEnterEvent | QDropEvent
            ):
                return self._hover(event)
            if kind == QEvent.Type.DragLeave:
                self.hint.hide()
            if kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
                return self._drop(event)
        return super().eventFilter(watched, event)

    def _hover(self, event: QDropEvent) -> bool:
        paths = files_in(event.mimeData())
        if not paths:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if self.hint.isHidden():
            self._said.setText(f"Drop to look at {words.counted(len(paths), 'file')}. Nothing is written by that.")
            self.hint.adjustSize()
            corner = self._window.rect().center() - self.hint.rect().center()
            self.hint.move(corner)
            self.hint.show()
            self.hint.raise_()
        return True

    def _drop(self, event: QDropEvent) -> bool:
        self.hint.hide()
        paths = files_in(event.mimeData())
        if not paths:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(paths)
        return True


def files_in(dragged: QMimeData) -> Sequence[Path]:
    """Give the files of this computer among what is dragged."""
    return [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]
