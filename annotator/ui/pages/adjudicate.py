# SPDX-License-Identifier: MIT
"""Where the lead decides: difference by difference, by keys alone if wanted. Coders' own annotations stay untouched."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator import operations
from annotator.domain import Certainty, CodeId, CoderId, DecisionReason, KnownError, Span, Verdict
from annotator.merging.adjudication_queue import ArticleState, ClusterRef, Entry, Queue
from annotator.merging.clusters import joined
from annotator.merging.decision_matching import ClusterState
from annotator.operations import Outcome
from annotator.ui import digit_keys
from annotator.ui.judging.decision_panel import VERDICTS, DecisionPanel
from annotator.ui.judging.decision_strip import DecisionStrip
from annotator.ui.judging.desk import JudgingDesk
from annotator.ui.judging.draft import Draft
from annotator.ui.judging.figures_before import FiguresBefore
from annotator.ui.judging.reasons import REASONS
from annotator.ui.judging.rows import next_open
from annotator.ui.judging.versions import Shown
from annotator.ui.pages.differences_page import DifferencesPage
from annotator.ui.pages.judge_bar import JudgeBar
from annotator.ui.pages.judge_more import JudgeMore
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.surfaces import Surface, column

_BY_KEY = {key.casefold(): verdict for verdict, _, key in VERDICTS}
_REASON_KEYS = {Qt.Key(Qt.Key.Key_1 + number): reason for number, reason in enumerate(REASONS)}
_CTRL = Qt.KeyboardModifier.ControlModifier


class AdjudicatePage(DifferencesPage):
    """Holds a draft of the decision; the panel shows it, keys and buttons change it, Enter hands it to the store."""

    def __init__(self, theme: Theme, session: Session, desk: JudgingDesk) -> None:
        self.panel = DecisionPanel(theme)
        self.strip = DecisionStrip(theme)
        super().__init__(theme, session, desk, here="page_adjudicate", right=self.panel)
        self._draft: Draft | None = None
        self._busy: set[ClusterRef] = set()
        self._before = FiguresBefore(session, desk, kept=self.said.emit)
        self.more = JudgeMore(self, draw=self.draw_new)
        self.verbs = JudgeBar(self, desk, current=lambda: self.entry, more=self.more.verbs)
        self.verbs.refused.connect(self.refused)
        self.verbs.said.connect(self.said)
        panel = self.panel
        panel.verdict_chosen.connect(self.take_verdict)
        panel.versions.taken.connect(self.take)
        panel.versions.kept.connect(self.keep)
        panel.reasons.chosen.connect(self.give_reason)
        panel.result_chosen.connect(self._change_result)
        panel.certainty_chosen.connect(self._change_certainty)
        panel.note_written.connect(self._write_note)
        panel.accepted.connect(self.accept)
        panel.withdrawn.connect(self.withdraw)
        self.strip.verdict_chosen.connect(self.take_verdict)
        self.strip.accepted.connect(self.accept)
        self.columns.folded_changed.connect(lambda folded: self.strip.setVisible(folded > 1))
        self.lanes.view.selection_changed.connect(self._selected)
        session.overview_changed.connect(self._may_have_changed)

    def middle(self) -> QWidget:
        """Give the text; below it the strip that stands in for a column without room."""
        made = Surface("page")
        lines = column(made)
        lines.addWidget(self.lanes, 1)
        lines.addWidget(self.strip)
        self.strip.hide()
        return made

    @property
    def draft(self) -> Draft | None:
        """What is chosen for the difference that is looked at."""
        return self._draft

    @property
    def may_judge(self) -> bool:
        """Whether who works here decides: the lead, on what does not wait for coders."""
        return self.session.is_lead and self.entry is not None and self.entry.state is not ClusterState.WAITING

    def acts(self) -> dict[str, Callable[[], object]]:
        """Undo and redo as everywhere."""
        return super().acts() | {"undo": self.undo, "redo": self.redo, "next_article": self.step_open}

    def begin(self) -> None:
        """Come into view."""
        super().begin()
        self.verbs.follow()

    def know(self, queue: Queue) -> None:
        """Offer the codes."""
        self.panel.know(queue)
        self.verbs.follow()

    def show_difference(self, shown: Shown, queue: Queue) -> None:
        """Show versions and draft; a draft in the making is kept while its difference is the same."""
        entry = shown.entry
        if self._draft is None or self._draft.entry != entry:
            self._draft = Draft.of(entry)
        self.panel.show_entry(shown, line=self.line(entry), may_judge=self.may_judge)
        self._refresh()
        self.verbs.follow()
        del queue

    def show_no_difference(self) -> None:
        """Leave the column empty."""
        self._draft = None
        self.panel.hide_all()
        self.verbs.follow()

    def picked(self, entry: Entry, lane: int) -> None:
        """Choose what was clicked; on the chosen one take the version of that lane, unless words are being selected."""
        if entry is not self.entry:
            super().picked(entry, lane)
            return
        drawing = self._draft is not None and self._draft.verdict is Verdict.OWN
        voice = self.shown.voices.at(lane) if self.shown is not None else None
        if voice is not None and not drawing:
            self.take(voice.coder)

    def take(self, coder: CoderId) -> None:
        """Choose a coder's version."""
        if self._draft is not None and self.may_judge and self._draft.entry.version(coder) is not None:
            self._change(self._draft.chosen(Verdict.TAKEN, taken=coder))

    def take_verdict(self, verdict: Verdict) -> None:
        """Choose what becomes of it; for an own span the words that are selected, else what there is to begin with."""
        if self._draft is None or not self.may_judge:
            return
        if verdict is Verdict.OWN:
            self._draw()
        else:
            self._change(self._draft.chosen(verdict))

    def draw_new(self, entry: Entry) -> None:
        """Judge words that nobody marked: they are shown as a difference that is in no list yet."""
        shown = self.shown
        if shown is None or not self.session.is_lead:
            return
        self.queue.list.choose(-1)
        self.look_at(replace(shown, entry=entry))
        self._draft = Draft(entry, Verdict.OWN, own=(Span.of(entry.start, entry.end),), note="")
        self._refresh()

    def keep(self) -> None:
        """Choose again what was decided before the annotations changed."""
        draft, decision = self._draft, self._draft.entry.decision if self._draft is not None else None
        if draft is not None and decision is not None and decision.spans and self.may_judge:
            self._change(
                replace(draft, verdict=Verdict.OWN, own=decision.spans, reason=decision.reason, note=decision.note)
            )

    def give_reason(self, reason: DecisionReason) -> None:
        """Say why; the same again takes it back."""
        if self._draft is not None and self.may_judge:
            self._change(replace(self._draft, reason=reason))

    def accept(self) -> None:
        """Hand the draft to the store and go on at once; what is refused comes back with its sentence."""
        draft, queue = self._draft, self.desk.queue
        if draft is None or queue is None or not self.may_judge or draft.missing(queue, self._article(queue)):
            return
        ref, judgement, judge = draft.entry.ref, draft.judgement(), self.session.coder.id
        self._busy.add(ref)
        self.session.write(
            lambda project: operations.decide(project, judge=judge, ref=ref, judgement=judgement),
            done=lambda _: self._busy.discard(ref),
            failed=lambda error: self._not_decided(ref, error),
        )
        self._go_on()

    def withdraw(self) -> None:
        """Take the decision back."""
        decision = self.entry.decision if self.entry is not None else None
        if decision is not None and self.session.is_lead:
            judge = self.session.coder.id
            self._draft = None
            self.session.write(lambda project: operations.withdraw_decision(project, judge=judge, decision=decision.id))

    def undo(self) -> None:
        """Undo the latest step."""
        coder = self.session.coder.id
        self.session.write(lambda project: operations.undo(project, coder=coder), done=self._undone)

    def redo(self) -> None:
        """Do again what was undone last."""
        coder = self.session.coder.id
        self.session.write(lambda project: operations.redo(project, coder=coder), done=self._undone)

    def event(self, event: QEvent) -> bool:
        """Claim Ctrl and a digit before the window does: here they give the reason."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _reason_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that judge, from wherever nothing else took them."""
        if (reason := _reason_of(event)) is not None:
            draft = self._draft
            again = draft is not None and draft.reason is reason
            self.give_reason(DecisionReason.NOT_SET if again else reason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _CTRL:
            self.accept()
        elif not self._take_sign(digit_keys.pressed_sign(event)):
            super().keyPressEvent(event)

    def focus_right(self) -> bool:
        """Put the focus on the verbs."""
        return self.panel.take_focus()

    def _take_sign(self, sign: str) -> bool:
        """Do what a letter or digit asks; False where it means nothing here."""
        other: dict[str, Callable[[], object]] = {
            "k": self.keep, "n": self.panel.write_note, "c": self.panel.change_code,
            **{verb.key.casefold(): verb.do for verb in self.more.verbs},
        }  # fmt: skip
        if sign in _BY_KEY:
            self.take_verdict(_BY_KEY[sign])
        elif sign in other:
            other[sign]()
        elif sign.isdigit() and sign != "0":
            voice = self.shown.voices.at(int(sign) - 1) if self.shown is not None else None
            if voice is not None:
                self.take(voice.coder)
        else:
            return False
        return True

    def _draw(self) -> None:
        draft = self._draft
        assert draft is not None
        span = self.lanes.span
        if span is None:
            spans = draft.spans or joined(each for version in draft.entry.versions for each in version.spans)
            span = Span(spans[0].start, spans[-1].end) if spans else None
        if span is None:
            return
        self._change(replace(draft, verdict=Verdict.OWN, own=(span,)))
        self._to_text()
        self.lanes.select(span)

    def _selected(self, span: Span | None) -> None:
        draft = self._draft
        if span is not None and draft is not None and draft.verdict is Verdict.OWN and self.may_judge:
            self._change(replace(draft, own=(span,)))

    def _change_result(self, code: str) -> None:
        if self._draft is not None:
            self._change(replace(self._draft, result=CodeId(code) if code != self._draft.entry.code else None))

    def _change_certainty(self, certainty: Certainty) -> None:
        if self._draft is not None:
            self._change(replace(self._draft, certainty=certainty))

    def _write_note(self, note: str) -> None:
        if self._draft is not None:
            self._draft = replace(self._draft, note=note)
            self._refresh()

    def _change(self, draft: Draft) -> None:
        self._draft = draft
        self._refresh()

    def _refresh(self) -> None:
        """Show the draft and what is missing."""
        draft, queue, shown = self._draft, self.desk.queue, self.shown
        if draft is None or queue is None or shown is None:
            return
        missing = draft.missing(queue, self._article(queue))
        if not self.session.is_lead:
            missing = "Only the lead of the project decides."
        self.panel.show_draft(draft, shown, missing=missing, may_judge=self.may_judge)
        self.strip.show_draft(draft, name=shown.name_of(draft.code), missing=missing, may_judge=self.may_judge)

    def _article(self, queue: Queue) -> ArticleState:
        assert self._draft is not None
        return queue.article(self._draft.entry.document)

    def _go_on(self) -> None:
        """Go to the next one that is open; the one just decided waits for its answer."""
        entries, number = self.queue.list.rows.entries, self.queue.list.number
        following = next_open(entries, number, leave_out=self._busy)
        self._draft = None
        if self.panel.note.hasFocus():
            self._to_text()
        if following >= 0:
            self.choose(following)
        else:
            self.choose(number)
            self.said.emit("Nothing is left to decide in this list.")

    def _not_decided(self, ref: ClusterRef, error: KnownError) -> None:
        """Read anew what may have changed, and go back to it; the window says the sentence."""
        del error
        self._busy.discard(ref)
        self.desk.forget()
        entries = self.queue.list.rows.entries
        self.choose(next((number for number, each in enumerate(entries) if each.ref == ref), -1))
        self.desk.refresh()

    def _undone(self, outcome: Outcome[str]) -> None:
        self._draft = None
        self.lanes.view.announce(outcome.value)

    def _may_have_changed(self) -> None:
        if self.isVisible():
            self._refresh()
            self.verbs.follow()


def _reason_of(event: QKeyEvent) -> DecisionReason | None:
    """Give the reason of Ctrl and a digit."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != _CTRL:
        return None
    return _REASON_KEYS.get(Qt.Key(event.key()))
