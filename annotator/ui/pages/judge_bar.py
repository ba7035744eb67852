# SPDX-License-Identifier: MIT
"""The judge's verbs on more than one difference, at the end of the bar: by rule, all of one coder, blind, undo."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from annotator import operations
from annotator.domain import CoderId, DocumentId
from annotator.merging.adjudication_queue import Entry, Queue
from annotator.merging.decision_matching import ClusterState
from annotator.ui import plain, words
from annotator.ui.judging.desk import JudgingDesk
from annotator.ui.judging.voices import Voices
from annotator.ui.pages.judge_more import Verb
from annotator.ui.pages.project_page import ProjectPage
from annotator.ui.widgets.buttons import Button

_LIFT = (
    "Names and the usual order of the coders are shown from now on, here and on Compare. Decisions made so far keep "
    "the mark that they were made blind; when the blind was lifted and by whom is kept too."
)
_OPEN = (ClusterState.AGREED, ClusterState.DIFFERS, ClusterState.INCOMPLETE, ClusterState.DEFERRED)


class JudgeBar(QObject):
    """Puts its buttons on the page's bar. ``refused(error)`` and ``said(words)`` are for the window."""

    refused = Signal(object)
    said = Signal(str)

    def __init__(
        self, page: ProjectPage, desk: JudgingDesk, *, current: Callable[[], Entry | None], more: Sequence[Verb]
    ) -> None:
        super().__init__(page)
        self._page = page
        self._theme, self._session = page.theme, page.session
        self._desk = desk
        self._current = current
        bar, verbs = page.bar, page.bar.verbs
        self.by_rule = verbs.add("Fill by rule…", self._ask_rule)
        self.all_of = verbs.add("Accept all of…", self._offer_coders)
        self.blind = verbs.add("Judge blind", self._turn_blind, icon="blind")
        self.more = verbs.add("More…", self._offer_more)
        self._more = tuple(more)
        self.undo = verbs.add("Undo", lambda: bar.asked.emit("undo"), icon="undo")
        self.redo = verbs.add("Redo", lambda: bar.asked.emit("redo"), icon="redo")
        desk.changed.connect(self.follow)

    def follow(self) -> None:
        """Say what can be done now."""
        queue, is_lead = self._desk.queue, self._session.is_lead
        is_blind = queue is not None and queue.is_blind
        self.blind.show_words("Lift the blind…" if is_blind else "Judge blind")
        for button in (self.by_rule, self.blind):
            button.setEnabled(queue is not None and is_lead)
        self.all_of.setEnabled(self._current() is not None and is_lead)
        overview = self._session.overview
        for button, said in ((self.undo, overview.undo), (self.redo, overview.redo)):
            _allow(button, said)

    def coders_menu(self) -> QMenu:
        """Make the menu of the coders of this article, each with the number of differences that it would decide."""
        menu = QMenu(self._page)
        queue, entry = self._desk.queue, self._current()
        if queue is None or entry is None:
            return menu
        voices = Voices(queue, queue.article(entry.document))
        for voice in voices.all:
            number = _open_of(queue, entry.document, voice.coder)
            said = f"{voice.words}: take {words.counted(number, 'passage')} in this article"
            action = menu.addAction(plain.caption(said))
            action.setEnabled(number > 0)
            action.triggered.connect(
                lambda _=False, coder=voice.coder, document=entry.document: self._take_all(coder, document)
            )
        return menu

    def _offer_coders(self) -> None:
        menu = self.coders_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.all_of.mapToGlobal(QPoint(0, self.all_of.height())))

    def more_menu(self) -> QMenu:
        """Make the menu of rarer verbs, each with its key, and of what the decisions so far say."""
        menu = QMenu(self._page)
        for verb in self._more:
            action = menu.addAction(plain.caption(f"{verb.words} ({verb.key})"))
            action.setEnabled(self._current() is not None and self._session.is_lead)
            action.triggered.connect(lambda _=False, verb=verb: verb.do())
        menu.addSeparator()
        menu.addAction("Decided so far…").triggered.connect(self._count)
        return menu

    def _offer_more(self) -> None:
        menu = self.more_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _count(self) -> None:
        from annotator.ui.dialogs.judged_so_far import JudgedSoFarDialog, JudgingFigures

        queue = self._desk.queue
        if queue is not None:
            self._session.jobs.compute(
                lambda: JudgingFigures.of(queue),
                done=lambda figures: JudgedSoFarDialog(self._theme, self._page, figures=figures).open(),
            )

    def _take_all(self, coder: CoderId, document: DocumentId) -> None:
        judge, name = self._session.coder.id, self._desk.round_name
        self._session.write(
            lambda project: operations.accept_all_of(
                project, judge=judge, coder=coder, document=document, round_name=name
            ),
            done=lambda made: self.said.emit(
                f"Decided {words.counted(made.value, 'passage')} in one step. Undo takes it back."
            ),
        )

    def _ask_rule(self) -> None:
        from annotator.ui.dialogs.fill_by_rule import FillByRuleDialog

        queue = self._desk.queue
        if queue is not None:
            dialog = FillByRuleDialog(self._theme, self._session, self._page, queue=queue)
            dialog.filled.connect(self.said)
            dialog.open()

    def _turn_blind(self) -> None:
        queue = self._desk.queue
        if queue is None:
            return
        if queue.is_blind:
            box = plain.box(
                self._page, title="Lift the blind", sentence="Show who coded what?", more=_LIFT,
                buttons=("Lift the blind", "Stay blind"),
            )  # fmt: skip
            box.accepted.connect(self._lift)
            box.open()
        else:
            judge, name = self._session.coder.id, queue.round.name
            self._session.write(
                lambda project: operations.begin_blind(project, judge=judge, round_name=name), done=self._anew
            )

    def _lift(self) -> None:
        judge, name = self._session.coder.id, self._desk.round_name
        self._session.write(
            lambda project: operations.lift_blind(project, judge=judge, round_name=name), done=self._anew
        )

    def _anew(self, _outcome: object) -> None:
        self._desk.forget()
        self._desk.refresh()


def _allow(button: Button, said: str) -> None:
    button.setEnabled(bool(said))
    plain.set_tooltip(button, said)


def _open_of(queue: Queue, document: DocumentId, coder: CoderId) -> int:
    return sum(entry.state in _OPEN and entry.version(coder) is not None for entry in queue.of(document))
