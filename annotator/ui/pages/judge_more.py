# SPDX-License-Identifier: MIT
"""The judge's rarer verbs on one difference: join it with the next, split it at the caret, add what nobody marked."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from annotator import operations
from annotator.domain import CodeId, Refused
from annotator.merging.adjudication_queue import ClusterRef, Entry
from annotator.merging.clusters import ClusterKind
from annotator.merging.decision_matching import ClusterState
from annotator.ui.pages.differences_page import DifferencesPage

NO_NEXT = "No other passage of this code follows in this article that it could be joined with."
NO_CARET = "Put the caret between the annotations that are to be parted, then press S."
NO_WORDS = "Select the words that nobody has marked, then press A."
_QUOTE = 200


@dataclass(frozen=True, slots=True)
class Verb:
    """One entry of the menu: its words, its key, what it does."""

    words: str
    key: str
    do: Callable[[], object]


class JudgeMore(QObject):
    """``draw`` takes the difference that is made of words nobody marked."""

    def __init__(self, page: DifferencesPage, *, draw: Callable[[Entry], object]) -> None:
        super().__init__(page)
        self._page = page
        self._draw = draw
        self.verbs = (
            Verb("Add the selected words, which nobody marked", "A", self.add),
            Verb("Join with the next passage of the code", "J", self.join),
            Verb("Split at the caret", "S", self.split),
        )

    def add(self) -> None:
        """Judge the selected words under the code that is looked at."""
        page, span = self._page, self._page.lanes.span
        queue, here = page.desk.queue, page.entry
        if queue is None or here is None or span is None:
            page.refused.emit(Refused(NO_WORDS))
            return
        ref = ClusterRef.drawn(
            document=here.document, round_name=queue.round.name, code=CodeId(page.queue.wish.code) or here.code
        )
        finished = queue.article(here.document).finished
        quote = page.lanes.text[span.start : min(span.end, span.start + _QUOTE)]
        self._draw(
            Entry(ref, span.start, span.end, ClusterKind.OMISSION, ClusterState.INCOMPLETE, quote, silent=finished)
        )

    def join(self) -> None:
        """Make one difference of this and the next one of its code in the article."""
        page, here = self._page, self._page.entry
        queue = page.desk.queue
        if queue is None or here is None or not page.session.is_lead:
            return
        after = [
            each
            for each in queue.of(here.document)
            if each.code == here.code and each.cluster is not None and each.start >= here.start and each.ref != here.ref
        ]
        following = min(after, key=lambda each: each.start, default=None)
        if following is None or here.cluster is None:
            page.refused.emit(Refused(NO_NEXT))
            return
        judge, refs = page.session.coder.id, (here.ref, following.ref)
        page.session.write(lambda project: operations.join_clusters(project, judge=judge, refs=refs))

    def split(self) -> None:
        """Make two differences of this: what begins before the caret, and the rest."""
        page, here = self._page, self._page.entry
        if here is None or here.cluster is None or not page.session.is_lead:
            return
        caret = page.lanes.view.caret()
        before = [mark.annotation for mark in here.cluster.marks if mark.span.start < caret]
        rest = [mark.annotation for mark in here.cluster.marks if mark.span.start >= caret]
        if not before or not rest:
            page.refused.emit(Refused(NO_CARET))
            return
        judge, ref = page.session.coder.id, here.ref
        page.session.write(
            lambda project: operations.split_cluster(project, judge=judge, ref=ref, parts=(before, rest))
        )
