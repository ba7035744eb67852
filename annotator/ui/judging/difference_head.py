# SPDX-License-Identifier: MIT
"""The top of the right column: the shape and the word of the difference, and who it is between."""

from PySide6.QtWidgets import QSizePolicy

from annotator.merging.decision_matching import ClusterState
from annotator.ui import plain
from annotator.ui.judging import kinds
from annotator.ui.judging.versions import Shown
from annotator.ui.judging.voices import grouped
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.picture import Picture
from annotator.ui.widgets.surfaces import Surface, column, row

JUDGE_CODED = "Decided by somebody who has also coded this article."
_OPEN = (ClusterState.AGREED, ClusterState.DIFFERS, ClusterState.INCOMPLETE)


class DifferenceHead(Surface):
    """Two lines or three."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("panel", line="bottom")
        px = theme.px
        self._theme = theme
        self.kind = plain.label()
        self.kind.setFont(theme.font(Type.HEAD))
        self.state = plain.label(ink="secondary")
        self.state.setFont(theme.font(Type.META))
        self.words = plain.label(ink="secondary", wrap=True)
        self.words.setFont(theme.font(Type.META))
        self._shape = Picture(theme, "boundary")
        first = row(gap=px(8))
        first.addWidget(self._shape)
        first.addWidget(self.kind)
        first.addStretch(1)
        first.addWidget(self.state)
        lines = column(self, margins=(px(16), px(10), px(16), px(10)), gap=px(2))
        lines.addLayout(first)
        lines.addWidget(self.words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def tell(self, shown: Shown, *, article_line: str) -> None:
        """Say what the difference is; ``article_line`` is what was decided or stands in the way."""
        entry = shown.entry
        kind = kinds.kind_of(entry)
        self._shape.show_icon(kinds.KIND_SHAPES[kind])
        self.kind.setText(kinds.KIND_WORDS[kind])
        self.state.setText(kinds.UNDECIDED if entry.state in _OPEN else kinds.STATE_WORDS[entry.state])
        common = kinds.common_spans([versions[0].spans for versions in grouped(entry)])
        said = kinds.difference_words(entry, shown.voices, common=sum(span.length for span in common))
        parts = [said, *([f"{article_line}."] if article_line else []), *([JUDGE_CODED] if entry.judge_coded else [])]
        self.words.setText(plain.cut(" ".join(parts), longest=600))

    @property
    def text(self) -> str:
        """All that is said, for whoever listens."""
        return f"{self.kind.text()}, {self.state.text()}. {self.words.text()}"
