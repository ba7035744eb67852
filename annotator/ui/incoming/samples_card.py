# SPDX-License-Identifier: MIT
"""Some annotations of a file as they would come: for a person who is to see whether places and words are right."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from annotator.domain import Span
from annotator.operations.corpus_preview import Sample
from annotator.ui import plain
from annotator.ui.judging.tinted_quote import TintedQuote
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.expander import Expander
from annotator.ui.widgets.surfaces import Surface, clear, column

_AROUND = 40


class SamplesCard(Surface):
    """Closed at first; open where a format proves no position."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("card")
        self._theme = theme
        content = QWidget()
        self._lines = column(content, gap=theme.px(8))
        self.expander = Expander(theme, "Some of them, as they would come", content)
        px = theme.px
        column(self, margins=(px(16), px(8), px(16), px(10))).addWidget(self.expander)
        self.hide()

    def show_samples(self, samples: Sequence[Sample], *, is_open: bool) -> None:
        """Show other ones."""
        clear(self._lines)
        for each in samples:
            before, after = f"…{each.before[-_AROUND:]}", f"{each.after[:_AROUND]}…"
            quote = TintedQuote(self._theme)
            text = f"{before}{each.quote}{after}"
            marked = Span.of(len(before), len(before) + len(each.quote))
            quote.show_spans(text, [Span.of(0, len(text))], common=[marked], colour="")
            said = plain.label(f"{each.code}, {each.coder}, {each.document}", ink="secondary", wrap=True)
            said.setFont(self._theme.font(Type.META))
            line = column()
            line.addWidget(quote)
            line.addWidget(said)
            self._lines.addLayout(line)
        self.expander.tell(f"{len(samples)}" if samples else "")
        if is_open:
            self.expander.head.setChecked(True)
        self.setVisible(bool(samples))
