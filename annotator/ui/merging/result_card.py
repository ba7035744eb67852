# SPDX-License-Identifier: MIT
"""What a merge has brought: per coder, what was left out, where the backup lies, and how to take it back."""

from PySide6.QtCore import Signal

from annotator.operations import MergeResult
from annotator.ui import plain, words
from annotator.ui.merging import sentences
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.picture import Picture
from annotator.ui.widgets.surfaces import Surface, clear, column, row


class ResultCard(Surface):
    """``withdrawn(number)`` asks to take the merge back, ``history_asked`` for the page of the history."""

    withdrawn = Signal(int)
    history_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("card")
        self._theme = theme
        self._number = 0
        px = theme.px
        self.title = plain.label(wrap=True)
        self.title.setFont(theme.font(Type.HEAD))
        self._lines = column(gap=px(4))
        self.back = Button(theme, "Take this merge back", icon="undo")
        self.history = Button(theme, "Show it in the history", kind="quiet")
        whole = column(self, margins=(px(16), px(12), px(16), px(14)), gap=px(8))
        head = row(gap=px(8))
        head.addWidget(Picture(theme, "saved"))
        head.addWidget(self.title, 1)
        whole.addLayout(head)
        whole.addLayout(self._lines)
        verbs = row(margins=(px(24), px(4), 0, 0), gap=px(8))
        verbs.addWidget(self.back)
        verbs.addWidget(self.history)
        verbs.addStretch(1)
        whole.addLayout(verbs)
        self.back.clicked.connect(lambda: self.withdrawn.emit(self._number))
        self.history.clicked.connect(self.history_asked)

    def show_result(self, result: MergeResult) -> None:
        """Show what came of a merge."""
        self._number = result.number or 0
        self.title.setText(sentences.merged_words(result))
        clear(self._lines)
        for plan in result.preview.files:
            for coder in plan.coders:
                if sentences.moved(coder):
                    moves = f"{coder.new:,} new, {coder.changed:,} changed, {coder.deleted:,} deleted"
                    self._say(f"{coder.name}: {moves}; {words.counted(coder.after, 'annotation')} now.")
        if result.preview.refused:
            names = words.listed([each.name for each in result.preview.refused])
            self._say(f"Left out: {names}.")
        if result.backup is not None:
            self._say(f"The project as it was before lies in {result.backup}.")
        self.back.setVisible(bool(result.added_changes and self._number))

    def show_withdrawn(self) -> None:
        """Say that the merge was taken back."""
        self.title.setText(
            "The merge was taken back: its changes are hidden. Merging the same files again brings them back."
        )
        self.back.hide()

    def _say(self, text: str) -> None:
        made = plain.label(text, wrap=True, ink="secondary")
        made.setContentsMargins(self._theme.px(24), 0, 0, 0)
        self._lines.addWidget(made)
