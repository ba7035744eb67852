# SPDX-License-Identifier: MIT
"""Letting a rule decide what nobody has decided: the rule, what it would do, then one verb."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator import operations
from annotator.merging.adjudication_queue import Queue
from annotator.merging.adjudication_rules import Boundary, Left, MergeRule
from annotator.operations import Outcome, PreMerge, Project
from annotator.ui import plain, words
from annotator.ui.dialogs.page_dialog import PageDialog
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button, TickBox
from annotator.ui.widgets.choice import Choice
from annotator.ui.widgets.form import Form

_BOUNDARIES = (
    (Boundary.EXACT, "Only what they marked exactly alike"),
    (Boundary.MAJORITY, "Characters that more than half marked"),
    (Boundary.INTERSECTION, "Characters that all of them marked"),
    (Boundary.UNION, "Characters that anyone marked"),
)
_LEFT = {
    Left.WAITING: "still wait for coders",
    Left.TOO_FEW: "are marked by too few",
    Left.TIE: "are tied between two versions",
    Left.EMPTY: "would keep no characters",
    Left.BROKEN_UP: "would be broken up",
}
WHY = (
    "A rule fills only what nobody has decided and never touches a decision of a person. "
    "It is one step: undo takes all of it back."
)


class FillByRuleDialog(PageDialog):
    """``filled(words)`` once it is done. Every choice shows at once what it would do."""

    filled = Signal(str)

    def __init__(self, theme: Theme, session: Session, parent: QWidget, *, queue: Queue) -> None:
        super().__init__(theme, "Fill by rule", parent, size=(560, 460))
        self._session = session
        self._round = queue.round.name
        self._asked = 0
        coders = max(len(queue.coders), 1)
        self.at_least = Choice(theme, name="At least")
        for number in range(1, coders + 1):
            self.at_least.addItem(f"{number} of the coders who finished", str(number))
        self.at_least.setCurrentIndex(min(coders, 2) - 1)
        self.boundary = Choice(theme, name="Boundaries")
        for boundary, said in _BOUNDARIES:
            self.boundary.addItem(said, boundary.value)
        self.code = Choice(theme, name="Code")
        self.code.addItem("All codes", "")
        for code in queue.codes:
            if not code.counts_as:
                self.code.addItem(plain.cut(words.sentence(code.name), longest=80), str(code.id))
        self.again = TickBox(theme, "Decide anew what a rule has decided")
        self.preview = plain.label(wrap=True)
        self.fill = Button(theme, "Fill", kind="primary")
        self.leave = Button(theme, "Cancel")
        form = Form(theme)
        form.add("at_least", "Marked by", self.at_least)
        form.add("boundary", "Boundaries", self.boundary)
        form.add("code", "Code", self.code)
        for part in (plain.label(WHY, ink="secondary", wrap=True), form, self.again, self.preview):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.foot.addWidget(self.leave)
        self.foot.addWidget(self.fill)
        self.fill.setDefault(True)
        for choice in (self.at_least, self.boundary, self.code):
            choice.currentIndexChanged.connect(lambda _: self._look())
        self.again.toggled.connect(lambda _: self._look())
        self.fill.clicked.connect(self._fill)
        self.leave.clicked.connect(self.reject)
        self._look()

    @property
    def rule(self) -> MergeRule:
        """The rule as it is set."""
        return MergeRule(int(self.at_least.value), Boundary(self.boundary.value))

    def _look(self) -> None:
        """Say what the rule would do."""
        self.fill.setEnabled(False)
        self._asked += 1
        mine = self._asked
        self._session.read(
            self._work(dry_run=True), done=lambda made: self._show(made) if mine == self._asked else None,
            failed=self.refuse,
        )  # fmt: skip

    def _work(self, *, dry_run: bool) -> Callable[[Project], Outcome[PreMerge]]:
        rule, again, judge, name = self.rule, self.again.isChecked(), self._session.coder.id, self._round
        codes = [self.code.value] if self.code.value else []
        return lambda project: operations.pre_merge(
            project, judge=judge, rule=rule, round_name=name, codes=codes, again=again, dry_run=dry_run
        )

    def _show(self, made: Outcome[PreMerge]) -> None:
        number = len(made.value.taken)
        self.preview.setText(preview_words(made.value))
        self.fill.show_words(f"Fill {number:,} by rule" if number else "Nothing to fill")
        self.fill.setEnabled(number > 0)

    def _fill(self) -> None:
        self.fill.setEnabled(False)
        self._session.write(self._work(dry_run=False), done=self._done, failed=self.refuse)

    def _done(self, made: Outcome[PreMerge]) -> None:
        number = len(made.value.taken)
        self.filled.emit(f"Filled {words.counted(number, 'passage')} by rule. Undo takes it back.")
        self.accept()


def preview_words(made: PreMerge) -> str:
    """Say what a rule fills and what it leaves."""
    filled, left = len(made.taken), sum(made.left.values())
    said = f"Fills {filled:,} of {filled + left:,} that nobody has decided"
    reasons = [f"{made.left[why]:,} that {said_so}" for why, said_so in _LEFT.items() if made.left.get(why)]
    said = f"{said}; leaves {words.listed(reasons)}." if reasons else f"{said}."
    return f"{said} {words.counted(made.kept, 'passage')} would come out the same." if made.kept else said
