# SPDX-License-Identifier: MIT
"""A dialog over a window: a head, what scrolls in the middle, verbs at the foot, a line for what went wrong."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain import KnownError
from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.form import FieldNote
from annotator.ui.widgets.surfaces import Scroll, Surface, column, row

_EDGE = 24


class PageDialog(QDialog):
    """Fill ``body``, then add verbs to ``foot``. Never larger than the screen has room for."""

    def __init__(self, theme: Theme, title: str, parent: QWidget, *, size: tuple[int, int]) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(plain.window_title(title))
        px = theme.px
        edge = px(_EDGE)
        head = Surface("panel", line="bottom")
        words = plain.label(title)
        words.setFont(theme.font(Type.TITLE))
        row(head, margins=(edge, px(12), edge, px(12))).addWidget(words)
        content = QWidget()
        self.body: QVBoxLayout = column(content, margins=(edge, px(16), edge, px(16)), gap=px(12))
        lower = Surface("panel", line="top")
        self.note = FieldNote(theme)
        self.foot: QHBoxLayout = row(lower, margins=(edge, px(12), edge, px(12)), gap=px(10))
        self.foot.addWidget(self.note, 1)
        self.foot.addStretch(0)
        whole = column(self)
        whole.addWidget(head)
        whole.addWidget(Scroll(content), 1)
        whole.addWidget(lower)
        room = parent.screen().availableGeometry()
        wanted = QSize(px(size[0]), px(size[1]))
        self.resize(wanted.boundedTo(QSize(room.width() - edge, room.height() - 2 * edge)))
        self.setMinimumSize(QSize(px(420), px(280)).boundedTo(self.size()))

    def refuse(self, error: KnownError) -> None:
        """Say what went wrong; everything else stays."""
        self.note.tell(plain.sentence_of(error))
