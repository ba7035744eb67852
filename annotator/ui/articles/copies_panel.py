# SPDX-License-Identifier: MIT
"""Near-identical articles: groups that are proposed, or confirmed by the lead; both texts side by side on demand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator import operations
from annotator.domain import CoderId, Document, DocumentId, KnownError
from annotator.operations import ArticlePair, Outcome, Project, SimilarGroup
from annotator.ui import plain, words
from annotator.ui.articles.desk import ArticlesDesk
from annotator.ui.team.fields import head, small, tell
from annotator.ui.team.lines_list import LinesList, ListLine
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.surfaces import column, rule

COMPARED_AT_ONCE = 300
"""Up to so many articles are compared as soon as the panel is opened; more only when that is asked for."""
NONE_FOUND = "No two articles share enough passages to be taken for copies of one another."
NOT_COMPARED = "Texts that share most of their passages, as agency reports in several papers do, are found here."
_WHY = "A confirmed group counts as one in the intervals of agreement and where copies are counted once."


class CopiesPanel(QWidget):
    """``compared(first, second, words)`` asks for two texts side by side."""

    compared = Signal(object, object, str)

    def __init__(self, theme: Theme, desk: ArticlesDesk) -> None:
        super().__init__()
        self._desk = desk
        self._groups: Sequence[SimilarGroup] = ()
        self._is_known = self._is_running = False
        self.said = small(theme, NOT_COMPARED)
        self.look_for = Button(theme, "Compare all texts")
        self.groups = LinesList(theme, name="Groups of near-identical articles", grows=True)
        self.members = LinesList(theme, name="Articles of the group", grows=True)
        self._detail = QWidget()
        self.confirm = Button(theme, "Confirm as copies", kind="primary")
        self.alone = Button(theme, "The selected one stands alone")
        self.look = Button(theme, "Show two side by side")
        self.unsay = Button(theme, "Take back what was said", kind="quiet")
        self._lay_out(theme)
        self._connect()

    def _lay_out(self, theme: Theme) -> None:
        px = theme.px
        lines = column(self)
        lines.addWidget(head(theme, "Near-identical articles"))
        top = column(margins=(px(16), 0, px(16), px(10)), gap=px(10))
        top.addWidget(self.said)
        top.addWidget(self.look_for)
        lines.addLayout(top)
        lines.addWidget(self.groups)
        below = column(self._detail)
        below.addWidget(rule())
        below.addWidget(head(theme, "Articles of this group"))
        below.addWidget(self.members)
        verbs = column(margins=(px(16), px(10), px(16), px(16)), gap=px(8))
        for part in (self.look, self.confirm, self.alone, self.unsay, small(theme, _WHY)):
            verbs.addWidget(part)
        below.addLayout(verbs)
        lines.addWidget(self._detail)
        self._detail.hide()

    def _connect(self) -> None:
        self.look_for.clicked.connect(self.compare)
        self.groups.chosen.connect(lambda _: self._show_group())
        self.groups.entered_line.connect(lambda _: self.members.take_focus())
        self.members.chosen.connect(lambda _: self._allow())
        self.members.entered_line.connect(lambda _: self._look())
        self.confirm.clicked.connect(self._confirm)
        self.alone.clicked.connect(self._part_one)
        self.unsay.clicked.connect(self._unsay)
        self.look.clicked.connect(self._look)

    def open(self) -> None:
        """Come into view: a few articles are compared at once."""
        if not self._is_known and not self._is_running and len(self._desk.state.rows) <= COMPARED_AT_ONCE:
            self.compare()

    def forget(self) -> None:
        """Know nothing of articles that may be others now; in view, they are compared anew."""
        self._is_known = False
        if self.isVisible() and self._groups:
            self.compare()
        elif self.isVisible():
            self.open()

    def compare(self) -> None:
        """Compare all texts."""
        if self._is_running or not self._desk.session.may_be_asked:
            return
        self._is_running = True
        self.look_for.setEnabled(False)
        tell(self.said, f"Comparing {words.counted(len(self._desk.state.rows), 'article')}.")
        self._desk.ask(operations.similar_articles, done=self._show, failed=self._fail)

    @property
    def group(self) -> SimilarGroup | None:
        """The group that is chosen."""
        return next((each for each in self._groups if _key(each) == self.groups.key), None)

    def _fail(self, error: KnownError) -> None:
        self._is_running = False
        self.look_for.setEnabled(True)
        tell(self.said, error.sentence)

    def _show(self, groups: Sequence[SimilarGroup]) -> None:
        self._is_running, self._is_known, self._groups = False, True, groups
        self.look_for.setEnabled(True)
        self.look_for.show_words("Compare again")
        waiting = sum(not each.is_confirmed for each in groups)
        said = f"{words.counted(len(groups), 'group')}, {waiting} to be decided." if groups else NONE_FOUND
        tell(self.said, said)
        self.groups.show_lines([_group_line(each) for each in groups])
        if groups and self.group is None:
            self.groups.choose(_key(groups[0]))
        self._show_group()

    def _show_group(self) -> None:
        group = self.group
        self._detail.setVisible(group is not None)
        if group is None:
            return
        self.members.show_lines([_member_line(each, group) for each in group.documents])
        if not self.members.key or all(each.id != self.members.key for each in group.documents):
            self.members.choose(group.documents[0].id)
        number = len(group.documents)
        self.confirm.show_words(f"Confirm these {number} as copies" if number > 2 else "Confirm both as copies")
        self._allow()

    def _allow(self) -> None:
        group, may = self.group, self._desk.may_edit
        if group is not None:
            self.confirm.setEnabled(may and not group.is_confirmed)
            self.alone.setEnabled(may and bool(self.members.key))
            self.unsay.setVisible(group.is_confirmed)
            self.unsay.setEnabled(may)
            self.look.setEnabled(bool(group.pairs))

    def _pair(self) -> ArticlePair | None:
        """Give the closest pair with the member that is chosen."""
        group, member = self.group, self.members.key
        if group is None:
            return None
        pairs = sorted(group.pairs, key=lambda each: -each.containment)
        return next((each for each in pairs if member in (each.first, each.second)), pairs[0] if pairs else None)

    def _look(self) -> None:
        group, pair = self.group, self._pair()
        if group is not None and pair is not None:
            known = {each.id: each for each in group.documents}
            self.compared.emit(known[pair.first], known[pair.second], share_words(pair))

    def _confirm(self) -> None:
        group = self.group
        if group is not None:
            self._write([each.id for each in group.documents])

    def _part_one(self) -> None:
        self._write([DocumentId(self.members.key)])

    def _write(self, documents: Sequence[DocumentId]) -> None:
        self._desk.write(
            lambda project, author: operations.confirm_duplicates(project, author=author, documents=documents)
        )

    def _unsay(self) -> None:
        group = self.group
        if group is None:
            return
        documents = [each.id for each in group.documents]

        def part(project: Project, author: CoderId) -> Outcome[tuple[Document, ...]]:
            return operations.part_duplicates(project, author=author, documents=documents)

        self._desk.write(part)


def share_words(pair: ArticlePair) -> str:
    """Say how much two articles share."""
    return (
        f"{round(100 * pair.containment)} % of the passages of the shorter one stand in the other too "
        f"({pair.shared:,} sequences of five words)."
    )


def _key(group: SimilarGroup) -> str:
    return " ".join(each.id for each in group.documents)


def _group_line(group: SimilarGroup) -> ListLine:
    shares = sorted(round(100 * pair.containment) for pair in group.pairs)
    share = (
        f", {shares[0]} to {shares[-1]} % shared" if len(shares) > 1 else f", {shares[0]} % shared" if shares else ""
    )
    return ListLine(
        _key(group), plain.cut(group.documents[0].heading),
        note=f"{words.counted(len(group.documents), 'article')}{share}",
        icon="agreed" if group.is_confirmed else "question", aside="Confirmed" if group.is_confirmed else "Proposed",
    )  # fmt: skip


def _member_line(document: Document, group: SimilarGroup) -> ListLine:
    shares = [pair.containment for pair in group.pairs if document.id in (pair.first, pair.second)]
    share = f"{round(100 * max(shares))} %" if shares else ""
    return ListLine(
        document.id, plain.cut(document.heading), note=words.source(document.outlet, document.date), aside=share
    )
