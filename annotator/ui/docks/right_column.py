# SPDX-License-Identifier: MIT
"""The right column: what the selected span is, above; the codebook or the list of annotations, below."""

from PySide6.QtWidgets import QSizePolicy, QStackedWidget

from annotator.domain import Codebook
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.coding import Coding
from annotator.ui.docks.annotation_list import AnnotationList
from annotator.ui.docks.codebook import CodebookPanel
from annotator.ui.docks.inspector import Inspector
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.key_cap import KeyCap
from annotator.ui.widgets.segmented import Segmented
from annotator.ui.widgets.surfaces import Scroll, Surface, column, row, rule

CODEBOOK, ANNOTATIONS = "codebook", "annotations"


class RightColumn(Surface):
    """Inspector, then one of two panels; which one is the user's choice and stays."""

    def __init__(self, theme: Theme, desk: ArticleDesk, coding: Coding) -> None:
        super().__init__("panel")
        self.inspector = Inspector(theme, desk, coding)
        self.codebook = CodebookPanel(theme, desk)
        self.annotations = AnnotationList(theme, desk)
        self.choice = Segmented(theme, ((CODEBOOK, "Codebook"), (ANNOTATIONS, "Annotations")), name="Below")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.codebook)
        self._stack.addWidget(self.annotations)
        self._stack.setMinimumHeight(theme.px(120))
        px = theme.px
        whole = column(self)
        self._scroll = Scroll(self.inspector)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        whole.addWidget(self._scroll)
        whole.addWidget(rule())
        head = row(margins=(px(16), px(6), px(16), px(6)), gap=px(8))
        head.addWidget(self.choice, 1)
        head.addWidget(KeyCap(theme, "/"))
        whole.addLayout(head)
        whole.addWidget(self._stack, 1)
        self.choice.show_value(CODEBOOK)
        self.choice.chosen.connect(self.show_panel)

    def show_panel(self, which: str) -> None:
        """Show the codebook or the annotations."""
        self.choice.show_value(which)
        self._stack.setCurrentWidget(self.annotations if which == ANNOTATIONS else self.codebook)

    def show_codebook(self, codebook: Codebook) -> None:
        """Take the project's codes."""
        self.codebook.show_codebook(codebook)

    def focus_list(self) -> None:
        """Show the list of annotations and put the focus there."""
        self.show_panel(ANNOTATIONS)
        self.annotations.take_focus()
