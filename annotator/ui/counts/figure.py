# SPDX-License-Identifier: MIT
"""The figure of the counts, as it is saved: ink on white paper, in a dark window too."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type

_PAPER = QColor("#FFFFFF")
_WIDEST = 820
_WAITING_HEIGHT = 48
DRAWING = "The figure is being drawn."


class Figure(QWidget):
    """Keeps the proportions of the picture; its words are in the table, its name says of what it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._renderer: QSvgRenderer | None = None
        self._words = DRAWING
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Figure")
        theme.changed.connect(self.update)

    @property
    def is_drawn(self) -> bool:
        """Whether a picture is shown."""
        return self._renderer is not None

    def wait(self) -> None:
        """Show that a picture is on its way; the old one is of something else."""
        self._renderer, self._words = None, DRAWING
        self.updateGeometry()
        self.update()

    def show_picture(self, svg: bytes, *, name: str) -> None:
        """Show a picture."""
        self._renderer = QSvgRenderer(QByteArray(svg), self)
        self._renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        self.setAccessibleName(plain.cut(f"Figure: {name}. The table holds the same numbers."))
        self.updateGeometry()
        self.update()

    def fail(self, sentence: str) -> None:
        """Say why there is none."""
        self._renderer, self._words = None, sentence
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Proportions are kept."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height at a width."""
        if self._renderer is None:
            return self._theme.px(_WAITING_HEIGHT)
        size = self._renderer.defaultSize()
        return round(min(width, self._theme.px(_WIDEST)) * size.height() / max(1, size.width()))

    def sizeHint(self) -> QSize:
        """Ask for the height at the present width."""
        return QSize(self._theme.px(320), self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Shrink as far as is needed."""
        return QSize(1, self._theme.px(_WAITING_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper and the picture on it."""
        painter = QPainter(self)
        if self._renderer is None:
            painter.setFont(self._theme.font(Type.META))
            painter.setPen(self._theme.colour("secondary"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._words)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_PAPER)
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        size = self._renderer.defaultSize().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = (self.width() - size.width()) / 2
        self._renderer.render(painter, QRectF(left, 0, size.width(), size.height()))
