# SPDX-License-Identifier: MIT
"""The paragraph for a paper, ready to copy, and the cautions that apply to these codings."""

from PySide6.QtWidgets import QApplication, QSizePolicy

from annotator.ui import plain
from annotator.ui.models.agreement_measured import Measured
from annotator.ui.models.agreement_selection import Selection
from annotator.ui.pages.agreement_cards.card import Card
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.surfaces import Scroll, row

_HIGH = 230
_LONGEST = 6000
_READABLE = 760


class MethodsCard(Card):
    """The whole paragraph in the reading face; what is long scrolls."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Methods paragraph")
        self.copy = Button(theme, "Copy", kind="quiet", icon="copy")
        plain.name_for_screen_reader(self.copy, "Copy the methods paragraph")
        self.head.addWidget(self.copy)
        self._text = plain.label(wrap=True)
        self._scroll = Scroll(self._text)
        self._scroll.setMinimumHeight(theme.px(_HIGH))
        self._scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.body.addWidget(self._scroll, 1)
        self._paragraph = ""
        self._dress()
        theme.changed.connect(self._dress)
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self._paragraph))

    @property
    def paragraph(self) -> str:
        """The words."""
        return self._paragraph

    def show_figures(self, measured: Measured, _selection: Selection) -> None:
        """Show the paragraph about all codes."""
        self._paragraph = measured.methods
        self._dress()
        self._text.setText(plain.cut(measured.methods, longest=_LONGEST))
        self._text.setAccessibleName(plain.cut(measured.methods, longest=_LONGEST))

    def _dress(self) -> None:
        self._text.setFont(self.theme.reading_font(14))


class CaveatsCard(Card):
    """What has to be borne in mind, a paragraph each."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "How to read these figures")
        self._label = plain.label(wrap=True)
        self._label.setMaximumWidth(theme.px(_READABLE))
        # In a row of its own: beside a width that it does not take, its height would be that of the whole card's width.
        line = row()
        line.addWidget(self._label, 1)
        line.addStretch()
        self.body.addLayout(line)
        self.body.addStretch(1)

    def show_figures(self, measured: Measured, _selection: Selection) -> None:
        """Show those that apply."""
        from annotator.reports.thresholds_and_caveats import CONVENTION

        said = "\n\n".join(" ".join(each.split()) for each in (CONVENTION, *measured.caveats))
        self._label.setText(said[:_LONGEST])
