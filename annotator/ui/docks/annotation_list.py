# SPDX-License-Identifier: MIT
"""The article's annotations, one after the other, in step with the caret. What the text can do can be done here."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from annotator.domain import CodePoint
from annotator.ui import digit_keys, plain
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.docks.annotation_row import AnnotationRow
from annotator.ui.models.annotations import AnnotationModel
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.surfaces import column


class _Tree(QTreeView):
    """``sign(key)`` passes on digits and letters that code; Enter leads to the passage."""

    sign = Signal(str)
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Codes' keys change the code of the row's annotation."""
        pressed = digit_keys.pressed_sign(event)
        if pressed:
            self.sign.emit(pressed)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class AnnotationList(QWidget):
    """``picked(id)`` when the user goes to a row, ``entered`` on Enter, ``sign(key)`` for codes' keys."""

    picked = Signal(str)
    entered = Signal()
    sign = Signal(str)
    others_asked = Signal()

    def __init__(self, theme: Theme, desk: ArticleDesk) -> None:
        super().__init__()
        self._desk = desk
        self._following = False
        self._model = AnnotationModel(desk.code, self)
        self.tree = _Tree()
        self._dress_tree(theme)
        self._empty = QWidget()
        lines = column(self._empty, margins=(theme.px(16), theme.px(12), theme.px(16), 0), gap=theme.px(8))
        lines.addWidget(
            plain.label("No annotations here yet. Select words and press a code's key.", ink="secondary", wrap=True)
        )
        self._others = plain.label(ink="secondary", wrap=True)
        self._others.setFont(theme.font(Type.META))
        lines.addWidget(self._others)
        self._show_others = Button(theme, "Show everyone's coding")
        lines.addWidget(self._show_others, 0, Qt.AlignmentFlag.AlignLeft)
        whole = column(self)
        whole.addWidget(self._empty)
        whole.addWidget(self.tree, 1)
        self._show_others.clicked.connect(self.others_asked)
        self.tree.selectionModel().currentChanged.connect(self._moved)
        self.tree.sign.connect(self.sign)
        self.tree.entered.connect(self.entered)
        desk.article_changed.connect(self._show_article)
        desk.marks_changed.connect(lambda _removed, _added: self._refresh())
        desk.chosen_changed.connect(self._follow)
        desk.settled.connect(self._model.settle)
        theme.changed.connect(self.tree.viewport().update)
        self.tell_others(0)
        self._say_empty()

    def _dress_tree(self, theme: Theme) -> None:
        tree = self.tree
        tree.setModel(self._model)
        tree.setItemDelegate(AnnotationRow(theme, self._model))
        tree.setRootIsDecorated(False)
        tree.setHeaderHidden(True)
        tree.setUniformRowHeights(True)
        tree.setIndentation(0)
        tree.setMouseTracking(True)
        tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setColumnHidden(1, True)
        tree.setColumnHidden(2, True)
        tree.header().setStretchLastSection(True)
        tree.setAccessibleName("Annotations of this article")

    @property
    def count(self) -> int:
        """How many annotations and regions are listed."""
        return self._model.rowCount()

    def follow_caret(self, position: CodePoint) -> None:
        """Make the smallest annotation under the caret the current row; without one the row stays."""
        article = self._desk.article
        if article is None or self._desk.chosen is not None or self.tree.hasFocus():
            return
        here = article.at(position)
        if here:
            self._follow(str(here[0].id))

    def tell_others(self, count: int) -> None:
        """Say how many annotations of others in the project are not shown."""
        self._others.setText(f"Your own coding is shown. Other coders have made {count:,} annotations in this project.")
        self._others.setVisible(count > 0)
        self._show_others.setVisible(count > 0)

    def take_focus(self) -> None:
        """Put the focus on the list, on its first row if none is current."""
        if not self.tree.currentIndex().isValid() and self._model.rowCount():
            self._following = True
            self.tree.setCurrentIndex(self._model.index(0, 0))
            self._following = False
        self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_article(self) -> None:
        self._following = True
        self._model.show_article(self._desk.article)
        self._following = False
        self._say_empty()

    def _refresh(self) -> None:
        self._following = True
        self._model.refresh()
        self._following = False
        self._say_empty()

    def _say_empty(self) -> None:
        none = self._model.rowCount() == 0
        self._empty.setVisible(none)
        self.tree.setVisible(not none)

    def _follow(self, entry: str) -> None:
        place = self._model.row_of(entry) if entry else -1
        self._following = True
        if place >= 0:
            self.tree.setCurrentIndex(self._model.index(place, 0))
        elif not self.tree.hasFocus():
            self.tree.clearSelection()
        self._following = False

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid() and not self._following:
            self.picked.emit(str(self._model.entry(current.row()).id))
