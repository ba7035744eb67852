# SPDX-License-Identifier: MIT
"""What can be done with an excluded region: its coder takes it back, the lead accepts or declines it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from annotator.domain import Region, RegionState
from annotator.ui import plain, words
from annotator.ui.article_desk import ArticleDesk
from annotator.ui.coding import Coding
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.surfaces import column, row

STATE_WORDS = {
    RegionState.PROPOSED: "Proposed. It leaves the count once the lead accepts it.",
    RegionState.ACCEPTED: "Accepted by the lead. It is left out of every count.",
    RegionState.DECLINED: "Declined by the lead. It counts like any other text.",
}


class RegionForm(QWidget):
    """Shows one region's coder and state, and the verbs that are allowed."""

    def __init__(self, theme: Theme, desk: ArticleDesk, coding: Coding) -> None:
        super().__init__()
        self._desk = desk
        self._title = plain.label()
        self._title.setFont(theme.font(Type.HEAD))
        self._state = plain.label(wrap=True)
        self._memo = plain.label(ink="secondary", wrap=True)
        self.accept = Button(theme, "Accept")
        self.decline = Button(theme, "Decline")
        self.remove = Button(theme, "Delete", kind="quiet", icon="trash")
        lines = column(self, gap=theme.px(8))
        lines.addWidget(self._title)
        lines.addWidget(self._state)
        lines.addWidget(self._memo)
        line = row(gap=theme.px(8))
        line.addWidget(self.accept)
        line.addWidget(self.decline)
        line.addStretch(1)
        line.addWidget(self.remove)
        lines.addLayout(line)
        self.accept.clicked.connect(lambda: coding.settle_region(RegionState.ACCEPTED))
        self.decline.clicked.connect(lambda: coding.settle_region(RegionState.DECLINED))
        self.remove.clicked.connect(coding.delete)

    def take_focus(self) -> bool:
        """Put the focus on the first verb, if there is one."""
        for button in (self.accept, self.decline, self.remove):
            if button.isVisibleTo(self):
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return False

    def show_entry(self, region: Region | None) -> None:
        """Show a region, or nothing."""
        article = self._desk.article
        self.setVisible(region is not None)
        if region is None or article is None:
            return
        self._title.setText(plain.cut(f"Proposed by {words.coder_name(article.coder_of(region))}"))
        self._state.setText(STATE_WORDS[region.state])
        self._memo.setText(plain.cut(region.memo))
        self._memo.setVisible(bool(region.memo))
        lead = self._desk.may_settle
        self.accept.setVisible(lead and region.state is not RegionState.ACCEPTED)
        self.decline.setVisible(lead and region.state is not RegionState.DECLINED)
        self.remove.setVisible(article.is_own(region) and region.state is RegionState.PROPOSED)
