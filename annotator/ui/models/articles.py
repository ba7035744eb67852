# SPDX-License-Identifier: MIT
"""The articles of a project as a list, in the project's order, filtered by words."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.domain import Code, DocumentId
from annotator.operations import DocumentSummary
from annotator.ui import plain, words

SUMMARY_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


def state_of(summary: DocumentSummary) -> str:
    """Say an article's state as its row does."""
    return words.state_words(
        summary.state,
        annotations=sum(summary.counts.values()),
        furthest=summary.furthest,
        length=summary.document.length,
    )


class ArticleModel(QAbstractListModel):
    """Rows are :class:`DocumentSummary`; a change of figures keeps the rows, a change of articles resets."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[DocumentSummary, ...] = ()
        self._shown: list[DocumentSummary] = []
        self._codes: tuple[Code, ...] = ()
        self._filter = ""

    @property
    def codes(self) -> tuple[Code, ...]:
        """The codes whose tallies a row shows."""
        return self._codes

    def set_articles(self, articles: Sequence[DocumentSummary], *, codes: Sequence[Code]) -> None:
        """Take the project's articles; rows that stand for the same articles only get new figures."""
        same = [each.document.id for each in self._all] == [each.document.id for each in articles]
        self._all, self._codes = tuple(articles), tuple(codes)
        if same and not self._filter:
            self._shown = list(self._all)
            if self._shown:
                self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))
            return
        self._refill()

    def set_filter(self, text: str) -> None:
        """Show only articles whose title, outlet, name or state holds every one of these words."""
        self._filter = text.casefold().strip()
        self._refill()

    def row_of(self, document: DocumentId) -> int:
        """Give the row of an article, or -1 where it is filtered out or unknown."""
        return next((row for row, each in enumerate(self._shown) if each.document.id == document), -1)

    def summary(self, row: int) -> DocumentSummary:
        """Give a row's article."""
        return self._shown[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """How many articles are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give title, spoken words, escaped tooltip or the summary itself."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        summary = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return plain.cut(summary.document.heading)
        if role == SUMMARY_ROLE:
            return summary
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(summary)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tooltip(f"{summary.document.heading} ({summary.document.name})")
        return None

    def _spoken(self, summary: DocumentSummary) -> str:
        document = summary.document
        tallies = [f"{code.name} {summary.counts.get(code.id, 0)}" for code in self._codes]
        parts = [document.heading, words.source(document.outlet, document.date), state_of(summary), *tallies]
        return plain.cut(". ".join(parts))

    def _refill(self) -> None:
        self.beginResetModel()
        wanted = self._filter.split()
        self._shown = [each for each in self._all if all(word in _searched(each) for word in wanted)]
        self.endResetModel()


def _searched(summary: DocumentSummary) -> str:
    document = summary.document
    return " ".join((document.title, document.name, document.outlet, document.author, state_of(summary))).casefold()
