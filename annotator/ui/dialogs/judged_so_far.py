# SPDX-License-Identifier: MIT
"""What the decisions so far say: reasons by code, who was followed how often, each coder against the consensus."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QWidget

from annotator.domain import CodeId, CoderId
from annotator.merging.accuracy import Accuracy, accuracy
from annotator.merging.adjudication_queue import Queue
from annotator.merging.judging_figures import Followed, ReasonCount, followed, reason_counts
from annotator.ui import plain, words
from annotator.ui.dialogs.page_dialog import PageDialog
from annotator.ui.judging.kinds import REASON_WORDS, progress_words
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button

HIDDEN = "Who was followed, and how accurate each coder is, shows once the blind is lifted."
NO_REASONS = "No decision carries a reason yet."
ACCURACY = (
    "Accuracy compares a coder with the consensus in articles that are decided: precision, recall and F1 of "
    "characters. It is no agreement between coders."
)


@dataclass(frozen=True, slots=True)
class JudgingFigures:
    """What the dialog shows, counted off the window's thread."""

    queue: Queue
    reasons: tuple[ReasonCount, ...]
    followed: tuple[Followed, ...]
    accuracy: tuple[Accuracy, ...]

    @classmethod
    def of(cls, queue: Queue) -> "JudgingFigures":
        """Count."""
        return cls(queue, reason_counts(queue), followed(queue), accuracy(queue))


class JudgedSoFarDialog(PageDialog):
    """To be read; nothing is changed here."""

    def __init__(self, theme: Theme, parent: QWidget, *, figures: JudgingFigures) -> None:
        super().__init__(theme, "Decided so far", parent, size=(680, 560))
        self._figures, self._queue = figures, figures.queue
        queue = figures.queue
        self.body.addWidget(plain.label(f"{words.sentence(progress_words(queue.progress))}.", wrap=True))
        self._add_reasons()
        if queue.is_blind:
            self.body.addWidget(plain.label(HIDDEN, ink="secondary", wrap=True))
        else:
            self._add_followed()
            self._add_accuracy()
        self.body.addStretch(1)
        leave = Button(theme, "Close", kind="primary")
        leave.clicked.connect(self.accept)
        leave.setDefault(True)
        self.foot.addWidget(leave)

    def _add_reasons(self) -> None:
        counts = self._figures.reasons
        self._head("Reasons by code")
        if not counts:
            self.body.addWidget(plain.label(NO_REASONS, ink="secondary", wrap=True))
            return
        most = max(counts, key=lambda each: each.count)
        self._table(
            ("Code", "Reason", "Decisions"),
            [(self._code(each.code), REASON_WORDS[each.reason], f"{each.count:,}") for each in counts],
        )
        often = f"{REASON_WORDS[most.reason].lower()} at {self._code(most.code)}"
        said = f"Most often: {often}. Look at its entry in the codebook."
        self.body.addWidget(plain.label(said, ink="secondary", wrap=True))

    def _add_followed(self) -> None:
        self._head("How often each coder was followed exactly")
        self._table(
            ("Coder", "Followed", "Of"),
            [(self._name(each.coder), f"{each.followed:,}", f"{each.decided:,}") for each in self._figures.followed],
        )

    def _add_accuracy(self) -> None:
        self._head("Accuracy against the consensus")
        self.body.addWidget(plain.label(ACCURACY, ink="secondary", wrap=True))
        found = self._figures.accuracy
        if not found:
            self.body.addWidget(plain.label("No article is decided yet.", ink="secondary"))
            return
        self._table(
            ("Coder", "Code", "Articles", "Precision", "Recall", "F1"),
            [
                (
                    self._name(each.coder), self._code(each.code), f"{each.documents:,}",
                    *map(_figure, (each.characters.precision, each.characters.recall, each.characters.f1)),
                )
                for each in found
            ],
        )  # fmt: skip

    def _head(self, text: str) -> None:
        head = plain.label(text)
        head.setFont(self.theme.font(Type.HEAD))
        self.body.addWidget(head)

    def _table(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.theme.px(16))
        grid.setVerticalSpacing(self.theme.px(4))
        for line, cells in enumerate((heads, *rows)):
            for place, cell in enumerate(cells):
                grid.addWidget(plain.label(cell, ink="secondary" if line == 0 else ""), line, place)
        grid.setColumnStretch(len(heads), 1)
        self.body.addLayout(grid)

    def _code(self, code: CodeId) -> str:
        found = next((each for each in self._queue.codes if each.id == code), None)
        return words.short(found.short_name or found.name) if found is not None else "another code"

    def _name(self, coder: CoderId) -> str:
        found = next((each for each in self._queue.coders if each.id == coder), None)
        return words.coder_name(found) if found is not None else "somebody else"


def _figure(value: float | None) -> str:
    return "undefined" if value is None else f"{value:.2f}".removeprefix("0")
