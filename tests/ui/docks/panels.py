# SPDX-License-Identifier: MIT
"""A desk with an article but without a project file: what panels need to show something."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from ui.models.values import CODEBOOK, article

from annotator.domain import Code, CodeId, RegionState, Span
from annotator.ui.models.open_article import Entry, OpenArticle


class Desk(QObject):
    """Stands in for the desk of a session."""

    article_changed = Signal()
    marks_changed = Signal(object, object)
    chosen_changed = Signal(str)
    settled = Signal(object)

    def __init__(self, entries: Sequence[Entry] = (), *, may_settle: bool = True) -> None:
        super().__init__()
        self.article: OpenArticle | None = article(entries)
        self.codes = CODEBOOK.codes
        self.may_settle = may_settle
        self._chosen = ""

    @property
    def chosen(self) -> Entry | None:
        return self.article.entries.get(self._chosen) if self.article else None

    def code(self, code: str) -> Code | None:
        return CODEBOOK.by_id(CodeId(code))

    def choose(self, entry: str) -> None:
        self._chosen = entry
        self.chosen_changed.emit(entry)

    def put(self, entry: Entry) -> None:
        assert self.article is not None
        self.article.put(entry)
        self.marks_changed.emit([str(entry.id)], [entry])


class Verbs(QObject):
    """Stands in for the acts of coding and keeps what was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[object, ...]] = []

    def recode(self, code: CodeId) -> None:
        self.asked.append(("recode", code))

    def describe(self, entry: str, **changes: object) -> None:
        self.asked.append(("describe", entry, {name: value for name, value in changes.items() if value is not None}))

    def delete(self) -> None:
        self.asked.append(("delete",))

    def resize(self, entry: str, span: Span) -> None:
        self.asked.append(("resize", entry, span))

    def settle_region(self, state: RegionState) -> None:
        self.asked.append(("settle", state))
