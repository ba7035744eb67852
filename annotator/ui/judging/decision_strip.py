# SPDX-License-Identifier: MIT
"""Below the text where the column of decisions has no room: the six verbs as keys, what is chosen, and Accept."""

from PySide6.QtCore import Signal

from annotator.domain import Verdict
from annotator.ui import plain
from annotator.ui.judging.decision_panel import VERDICTS, result_words
from annotator.ui.judging.draft import Draft
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.elided import Elided
from annotator.ui.widgets.keyed_button import KeyedButton
from annotator.ui.widgets.surfaces import Surface, column, row


class DecisionStrip(Surface):
    """Two lines: what is chosen or missing; below it the keys as buttons."""

    verdict_chosen = Signal(object)
    accepted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("panel", line="top")
        px = theme.px
        self.words = Elided(theme, role=Type.META)
        self.accept = Button(theme, "Accept", kind="primary")
        self.verdicts: dict[Verdict, KeyedButton] = {}
        lines = column(self, margins=(px(8), px(4), px(8), px(4)), gap=px(2))
        lines.addWidget(self.words)
        line = row(gap=px(2))
        for verdict, said, key in VERDICTS:
            button = KeyedButton(theme, "", keys=[key], kind="quiet", choice=True)
            plain.name_for_screen_reader(button, f"{said} ({key})")
            button.clicked.connect(lambda _=False, verdict=verdict: self.verdict_chosen.emit(verdict))
            self.verdicts[verdict] = button
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.accept)
        lines.addLayout(line)
        self.accept.clicked.connect(self.accepted)

    def show_draft(self, draft: Draft, *, name: str, missing: str, may_judge: bool) -> None:
        """Say what is chosen and what is missing."""
        self.words.set_text(missing if missing and draft.verdict is None else _joined(draft, name, missing))
        for verdict, button in self.verdicts.items():
            button.setChecked(draft.verdict is verdict)
            button.setEnabled(may_judge)
        self.accept.setEnabled(may_judge and not missing)


def _joined(draft: Draft, name: str, missing: str) -> str:
    said = result_words(draft, name=name)
    return f"{said}. {missing}" if missing else said
