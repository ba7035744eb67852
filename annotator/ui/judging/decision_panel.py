# SPDX-License-Identifier: MIT
"""The right column where one judges: versions, six verbs, what comes of it, why, and the button that accepts it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from annotator import operations
from annotator.domain import Certainty, Verdict
from annotator.domain.fields import LONGEST_TEXT
from annotator.merging.adjudication_queue import Queue
from annotator.ui import plain, words
from annotator.ui.docks.quote import Quote
from annotator.ui.judging.difference_head import DifferenceHead
from annotator.ui.judging.draft import NOTE, Draft
from annotator.ui.judging.reasons import Reasons
from annotator.ui.judging.versions import Shown, Versions
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.key_cap import KeyCap
from annotator.ui.widgets.keyed_button import KeyedButton
from annotator.ui.widgets.lane import lane_icon
from annotator.ui.widgets.segmented import Segmented
from annotator.ui.widgets.surfaces import Scroll, Surface, column, row

VERDICTS: tuple[tuple[Verdict, str, str], ...] = (
    (Verdict.UNION, "Union", "U"),
    (Verdict.INTERSECTION, "Intersection", "I"),
    (Verdict.MAJORITY, "Majority", "M"),
    (Verdict.OWN, "Own span", "O"),
    (Verdict.REJECTED, "Reject", "X"),
    (Verdict.DEFERRED, "Defer", "Z"),
)
_CERTAINTIES = ((Certainty.HIGH, "High"), (Certainty.MEDIUM, "Medium"), (Certainty.LOW, "Low"))
_ACCEPT = {Verdict.REJECTED: "Reject and go to next", Verdict.DEFERRED: "Defer and go to next"}


class DecisionPanel(Surface):
    """Shows a draft; each choice of the user is told by a signal, and the page answers with another draft."""

    verdict_chosen = Signal(object)
    result_chosen = Signal(str)
    certainty_chosen = Signal(object)
    note_written = Signal(str)
    accepted = Signal()
    withdrawn = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("panel")
        self._theme = theme
        self.head = DifferenceHead(theme)
        self.versions = Versions(theme, judging=True)
        self.verdicts = {each: KeyedButton(theme, said, keys=[key], choice=True) for each, said, key in VERDICTS}
        self.result = plain.label(ink="secondary", wrap=True)
        self.quote = Quote(theme)
        self.reasons = Reasons(theme)
        self.code = Choice(theme, name="Code of the result")
        self.certainty = Segmented(
            theme, [(each.value, said) for each, said in _CERTAINTIES], name="Certainty", may_be_none=True
        )
        self.note = QLineEdit()
        self.note.setMaxLength(LONGEST_TEXT)
        self.note.setAccessibleName("Note")
        self.note.setPlaceholderText("Note (N), needed if you go against every coder")
        self.missing = plain.label(ink="secondary", wrap=True)
        self.missing.setFont(theme.font(Type.META))
        self.accept = Button(theme, "Accept", kind="primary")
        self._enter = KeyCap(theme, "Enter")
        self.withdraw = Button(theme, "Withdraw the decision", kind="quiet")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        px = self._theme.px
        content = QWidget()
        lines = column(content)
        lines.addWidget(self.versions)
        lower = column(margins=(px(16), px(12), px(16), px(12)), gap=px(10))
        grid = QGridLayout()
        grid.setSpacing(px(8))
        for place, button in enumerate(self.verdicts.values()):
            grid.addWidget(button, place // 2, place % 2)
        lower.addLayout(grid)
        lower.addWidget(self.result)
        lower.addWidget(self.quote)
        lower.addWidget(self.reasons)
        lower.addWidget(self.note)
        self._add_field(lower, "Code (C)", self.code)
        self._add_field(lower, "Certainty", self.certainty)
        lines.addLayout(lower)
        lines.addStretch(1)
        self._foot = Surface("panel", line="top")
        under = column(self._foot, margins=(px(16), px(10), px(16), px(12)), gap=px(6))
        under.addWidget(self.missing)
        buttons = row(gap=px(8))
        buttons.addWidget(self.accept, 1)
        buttons.addWidget(self._enter)
        under.addLayout(buttons)
        under.addWidget(self.withdraw)
        whole = column(self)
        whole.addWidget(self.head)
        self._inner = Scroll(content)
        whole.addWidget(self._inner, 1)
        whole.addWidget(self._foot)

    def _add_field(self, lines: QVBoxLayout, said: str, control: QWidget) -> None:
        line = row(gap=self._theme.px(8))
        name = plain.label(said, ink="secondary")
        name.setFixedWidth(self._theme.px(76))
        line.addWidget(name)
        line.addWidget(control, 1)
        lines.addLayout(line)

    def _connect(self) -> None:
        for verdict, button in self.verdicts.items():
            button.clicked.connect(lambda _=False, verdict=verdict: self.verdict_chosen.emit(verdict))
        self.code.activated.connect(lambda _: self.result_chosen.emit(self.code.value))
        self.certainty.chosen.connect(lambda value: self.certainty_chosen.emit(Certainty(value)))
        self.note.textEdited.connect(self.note_written)
        self.accept.clicked.connect(self.accepted)
        self.withdraw.clicked.connect(self.withdrawn)

    def know(self, queue: Queue) -> None:
        """Offer the codes that a result may carry."""
        self.code.clear()
        for code in queue.codes:
            if not code.retired and not code.counts_as:
                icon = lane_icon(self._theme, pattern=code.pattern, colour=self._theme.code_colour(code))
                self.code.addItem(icon, plain.cut(words.sentence(code.name), longest=80), str(code.id))

    def show_entry(self, shown: Shown, *, line: str, may_judge: bool) -> None:
        """Show another difference; its draft follows."""
        for part in (self.head, self._inner, self._foot):
            part.show()
        self.head.tell(shown, article_line=line)
        self.versions.show_versions(shown, may_take=may_judge)

    def show_draft(self, draft: Draft, shown: Shown, *, missing: str, may_judge: bool) -> None:
        """Show what is chosen, what comes of it, and what is missing."""
        for verdict, button in self.verdicts.items():
            button.setChecked(draft.verdict is verdict)
            button.setEnabled(may_judge)
        self._show_result(draft, shown)
        self.reasons.show_reason(draft.reason, may_choose=may_judge)
        self.code.setEnabled(may_judge)
        self.code.show_value(str(draft.code))
        self.certainty.show_value(draft.certainty.value)
        self.certainty.setEnabled(may_judge)
        if self.note.text() != draft.note:
            self.note.setText(draft.note)
        self.note.setEnabled(may_judge)
        self.show_missing(draft, missing=missing, may_judge=may_judge)
        self.withdraw.setVisible(may_judge and draft.entry.decision is not None)

    def show_missing(self, draft: Draft, *, missing: str, may_judge: bool) -> None:
        """Say what is missing, and let the draft be accepted or not."""
        self.missing.setText(missing)
        self.missing.setVisible(bool(missing))
        self.accept.show_words(_ACCEPT.get(draft.verdict or Verdict.UNION, "Accept and go to next"))
        self.accept.setEnabled(may_judge and not missing)
        self._enter.set_available(self.accept.isEnabled())
        self.note.setProperty("state", "invalid" if missing == NOTE else "")
        self.note.style().unpolish(self.note)
        self.note.style().polish(self.note)

    def _show_result(self, draft: Draft, shown: Shown) -> None:
        spans = draft.spans if draft.verdict is not None else ()
        self.quote.setVisible(bool(spans))
        self.result.setText(result_words(draft, name=shown.name_of(draft.code)))
        if spans:
            text = " … ".join(shown.text[span.start : span.end] for span in spans)
            self.quote.show_quote(text, colour=shown.colour)

    def hide_all(self) -> None:
        """Show nothing: there is no difference."""
        for part in (self.head, self._inner, self._foot):
            part.hide()

    def write_note(self) -> None:
        """Put the focus on the note."""
        self._inner.ensureWidgetVisible(self.note)
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def change_code(self) -> None:
        """Put the focus on the code of the result."""
        self._inner.ensureWidgetVisible(self.code)
        self.code.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_focus(self) -> bool:
        """Put the focus on the chosen verb, else on the first."""
        button = next((each for each in self.verdicts.values() if each.isChecked()), self.verdicts[Verdict.UNION])
        if not button.isEnabled() or not self.isVisible():
            return False
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True


def result_words(draft: Draft, *, name: str) -> str:
    """Say what a draft would leave."""
    if draft.verdict is None:
        return "Result: nothing is chosen yet"
    if draft.verdict is Verdict.REJECTED:
        return "Result: nothing of this is in the consensus"
    if draft.verdict is Verdict.DEFERRED:
        return "Result: it stays open until later"
    spans = draft.spans
    if not spans:
        return "Result: no characters"
    said = words.counted(sum(span.length for span in spans), "character")
    pieces = f" in {len(spans)} spans" if len(spans) > 1 else ""
    return f"Result: {said}{pieces}, {name}{_tie_words(draft)}"


def _tie_words(draft: Draft) -> str:
    """Say what a majority leaves out because exactly half of the coders marked it."""
    if draft.verdict is not Verdict.MAJORITY:
        return ""
    tied = sum(span.length for span in operations.tied_spans(draft.entry))
    return f"; {words.counted(tied, 'character')} that exactly half marked are left out" if tied else ""
