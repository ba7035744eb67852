# SPDX-License-Identifier: MIT
"""The panel of articles: how many are finished, a filter, the list."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView

from annotator.domain import CompletionState, DocumentId
from annotator.operations import Overview
from annotator.ui import plain
from annotator.ui.docks.article_row import ArticleRow
from annotator.ui.models.articles import ArticleModel
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.surfaces import Surface, column, row, rule


class _List(QListView):
    """Rows as wide as the panel, laid out anew when it changes."""

    def __init__(self) -> None:
        super().__init__()
        self.setUniformItemSizes(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setAccessibleName("Articles")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class ArticlesPanel(Surface):
    """``chosen(document)`` is emitted when the user picks an article, never when the panel follows."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__("panel")
        self._model = ArticleModel(self)
        self._finished = plain.label(ink="secondary")
        self._filter = QLineEdit()
        self._empty = plain.label(ink="secondary", wrap=True)
        self.list = _List()
        self.list.setModel(self._model)
        self.list.setItemDelegate(ArticleRow(theme, self._model))
        self._lay_out(theme)
        self._filter.textChanged.connect(self._narrow)
        self.list.selectionModel().currentChanged.connect(self._moved)
        self._following = False
        self._shown: DocumentId | None = None
        theme.changed.connect(self.list.viewport().update)

    def _lay_out(self, theme: Theme) -> None:
        px = theme.px
        head = plain.label("Articles")
        head.setFont(theme.font(Type.HEAD))
        self._finished.setFont(theme.font(Type.META))
        self._filter.setPlaceholderText("Title, outlet or state")
        self._filter.setAccessibleName("Filter articles")
        self._filter.setClearButtonEnabled(True)
        whole = column(self)
        line = row(margins=(px(16), 0, px(16), 0))
        line.addWidget(head)
        line.addStretch(1)
        line.addWidget(self._finished)
        head.setFixedHeight(px(40))
        whole.addLayout(line)
        field = row(margins=(px(16), 0, px(16), px(10)))
        field.addWidget(self._filter)
        whole.addLayout(field)
        whole.addWidget(rule())
        self._empty.setContentsMargins(px(16), px(16), px(16), px(16))
        self._empty.hide()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        whole.addWidget(self._empty, 1)
        whole.addWidget(self.list, 1)
        whole.addStretch(0)

    def show_overview(self, overview: Overview) -> None:
        """Take the project's articles and their figures; the chosen row stays."""
        finished = sum(1 for each in overview.documents if each.state is CompletionState.FINISHED)
        self._finished.setText(f"{finished} of {len(overview.documents)} finished")
        self._following = True
        self._model.set_articles(overview.documents, codes=overview.codebook.active)
        self._following = False
        self.follow(self._shown)
        self._say_empty()

    def follow(self, document: DocumentId | None) -> None:
        """Mark the article that is shown."""
        self._shown = document
        place = self._model.row_of(document) if document else -1
        self._following = True
        if place >= 0:
            self.list.setCurrentIndex(self._model.index(place))
            self.list.scrollTo(self._model.index(place))
        else:
            self.list.clearSelection()
        self._following = False

    def _narrow(self, text: str) -> None:
        self._following = True
        self._model.set_filter(text)
        self._following = False
        self.follow(self._shown)
        self._say_empty()

    def _say_empty(self) -> None:
        none = self._model.rowCount() == 0
        self._empty.setVisible(none)
        self.list.setVisible(not none)
        if none:
            sought = self._filter.text().strip()
            words = f"No article contains “{sought}”." if sought else "No articles yet."
            self._empty.setText(plain.cut(words))

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid() and not self._following:
            self._shown = self._model.summary(current.row()).document.id
            self.chosen.emit(self._shown)
