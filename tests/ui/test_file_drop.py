# SPDX-License-Identifier: MIT
"""Files over a window: said while they hover, given when they fall; anything else is left alone."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from ui.dragging import drag_enter

from annotator.ui.file_drop import FileDrop, files_in
from annotator.ui.theme.current import Theme

COPY, LEFT, NO_KEYS = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def dragged(*urls: str) -> QMimeData:
    made = QMimeData()
    made.setUrls([QUrl(url) for url in urls])
    return made


def enter(window: QWidget, data: QMimeData) -> bool:
    event = drag_enter(QPoint(5, 5), data)
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def test_files_are_announced_and_given(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    window, found = QWidget(), []
    qtbot.addWidget(window)
    drop = FileDrop(theme, window)
    drop.dropped.connect(found.extend)
    window.resize(600, 400)
    window.show()
    data = dragged(QUrl.fromLocalFile(str(tmp_path / "a.annotator")).toString(), "https://example.org/b.annotator")
    assert enter(window, data)
    assert drop.hint.isVisible()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not drop.hint.isVisible()
    assert enter(window, data)
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), COPY, data, LEFT, NO_KEYS, QEvent.Type.Drop))
    assert found == [tmp_path / "a.annotator"]
    assert not drop.hint.isVisible()


def test_what_is_no_file_is_left_alone(theme: Theme, qtbot: QtBot) -> None:
    window, found = QWidget(), []
    qtbot.addWidget(window)
    drop = FileDrop(theme, window)
    drop.dropped.connect(found.extend)
    assert not enter(window, dragged("https://example.org/b.annotator"))
    words = QMimeData()
    words.setText("words")
    assert not enter(window, words)
    assert files_in(words) == []
    drop.takes = False
    assert not enter(window, dragged("file:///a.annotator"))
    assert found == []
