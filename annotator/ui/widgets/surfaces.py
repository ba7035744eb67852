# SPDX-License-Identifier: MIT
"""Plain grounds, rules and rows: frames that the style sheet fills by their properties."""

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget


class Surface(QFrame):
    """A filled frame; ``kind`` is panel, window, page, raised, card, warning, error or info, ``line`` one edge."""

    def __init__(self, kind: str, *, line: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", kind)
        if line:
            self.setProperty("line", line)


def rule(*, down: bool = False) -> QFrame:
    """Make a hairline, across unless ``down``."""
    made = QFrame()
    made.setProperty("rule", "down" if down else "across")
    return made


def column(
    parent: QWidget | None = None, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 0
) -> QVBoxLayout:
    """Make a vertical layout without Qt's own margins; pixels as given."""
    made = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    return _plain(made, margins, gap)


def row(
    parent: QWidget | None = None, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 0
) -> QHBoxLayout:
    """Make a horizontal layout without Qt's own margins; pixels as given."""
    made = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    return _plain(made, margins, gap)


_Layout = TypeVar("_Layout", bound=QBoxLayout)


def _plain(made: _Layout, margins: tuple[int, int, int, int], gap: int) -> _Layout:
    made.setContentsMargins(*margins)
    made.setSpacing(gap)
    return made


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete it once events are served."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


class Scroll(QScrollArea):
    """Scrolls one widget up and down; takes focus only through what it holds.

    ``sideways`` scrolls it to left and right instead: for a table that keeps its width.
    """

    def __init__(self, content: QWidget, *, parent: QWidget | None = None, sideways: bool = False) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self._sideways = sideways
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if sideways:
            self.setVerticalScrollBarPolicy(off)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        else:
            self.setHorizontalScrollBarPolicy(off)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # A viewport of our own: the first question for Qt's would have the types of all its widgets made (8 ms).
        ground = QWidget()
        ground.setAutoFillBackground(False)
        self.setViewport(ground)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        content.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """As tall as the content at the present width, so that a short one leaves no empty ground."""
        content = self.widget()
        if content is None:
            return super().sizeHint()
        hint = content.sizeHint()
        layout = content.layout()
        if layout is not None and layout.hasHeightForWidth():
            hint.setHeight(layout.totalHeightForWidth(max(self.viewport().width(), layout.minimumSize().width())))
        if self._sideways and content.minimumSizeHint().width() > self.width():
            hint.setHeight(hint.height() + self.horizontalScrollBar().sizeHint().height())
        return hint

    def minimumSizeHint(self) -> QSize:
        """Room for a few lines."""
        wanted = self.sizeHint().height()
        return QSize(0, wanted if self._sideways else min(wanted, 4 * self.fontMetrics().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the content's own wish for height."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def growing(widget: QWidget) -> QWidget:
    """Let a widget take what room there is sideways."""
    policy = widget.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
    widget.setSizePolicy(policy)
    return widget
