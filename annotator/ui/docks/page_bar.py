# SPDX-License-Identifier: MIT
"""The bar of the pages beside coding: menu, project name, the pages as tabs, the page's own actions at the right."""

from collections.abc import Collection

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QMenu

from annotator.ui import plain
from annotator.ui.docks.top_bar import HEIGHT
from annotator.ui.shortcuts import BY_NAME
from annotator.ui.theme.current import Theme
from annotator.ui.theme.fonts import Type
from annotator.ui.widgets.action_row import ActionRow
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.elided import Elided
from annotator.ui.widgets.surfaces import Surface, row, rule

_NAME_FROM = 640
_BESIDE_TABS, _NAME = 110, 90
PAGES = (
    "page_coding",
    "page_articles",
    "page_own",
    "page_team",
    "page_merge",
    "page_compare",
    "page_adjudicate",
    "page_agreement",
    "page_quotes",
    "page_counts",
    "page_export",
    "page_history",
)


class PageBar(Surface):
    """``asked(name)`` names an entry of the table of keys; ``here`` is the page that this bar stands on."""

    asked = Signal(str)

    def __init__(self, theme: Theme, *, here: str) -> None:
        super().__init__("panel", line="bottom")
        self._theme = theme
        px = theme.px
        self._hidden: frozenset[str] = frozenset()
        self.menu = Button(theme, kind="icon", icon="menu", spoken="Menu")
        self.name = Elided(theme, role=Type.HEAD)
        line = row(self, margins=(px(8), 0, px(8), 0), gap=px(4))
        separator = rule(down=True)
        separator.setFixedHeight(px(20))
        line.addWidget(self.menu)
        line.addWidget(separator)
        line.addSpacing(px(12))
        line.addWidget(self.name)
        line.addSpacing(px(12))
        group = QButtonGroup(self)
        self.tabs: dict[str, Button] = {}
        for page in PAGES if here in PAGES else (*PAGES, here):
            tab = Button(theme, BY_NAME[page].words, kind="tab")
            tab.setCheckable(True)
            tab.setChecked(page == here)
            plain.set_tooltip(tab, BY_NAME[page].shown)
            tab.clicked.connect(lambda _=False, page=page: self._ask(page, here))
            group.addButton(tab)
            self.tabs[page] = tab
            line.addWidget(tab)
        self.here = Button(theme, BY_NAME[here].words, kind="quiet", icon="down")
        self.here.setAccessibleName(f"Page: {BY_NAME[here].words}")
        self.here.clicked.connect(lambda: self._open_pages(here))
        self.here.hide()
        line.addWidget(self.here)
        self.verbs = ActionRow(theme)
        line.addSpacing(px(8))
        line.addWidget(self.verbs, 1)
        line.addSpacing(px(8))
        self.setFixedHeight(px(HEIGHT))
        # What does not fit folds: without this the tabs would hold the window open.
        self.setMinimumWidth(px(320))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the project's name give way where the window is narrow, then the tabs: to one button with a list."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        px = self._theme.px
        offered = [tab for page, tab in self.tabs.items() if page not in self._hidden]
        wanted = sum(tab.sizeHint().width() + px(4) for tab in offered) + px(_BESIDE_TABS)
        has_tabs = self.width() >= wanted
        self.name.setVisible(self.width() >= max(px(_NAME_FROM), wanted + px(_NAME)) and has_tabs)
        self.here.setVisible(not has_tabs)
        for page, tab in self.tabs.items():
            tab.setVisible(has_tabs and page not in self._hidden)

    def pages_menu(self, here: str) -> QMenu:
        """Make the list of pages; the one that is shown is ticked."""
        menu = QMenu(self)
        for page, tab in ((page, tab) for page, tab in self.tabs.items() if page not in self._hidden):
            action = menu.addAction(plain.caption(tab.accessibleName()))
            action.setCheckable(True)
            action.setChecked(page == here)
            action.triggered.connect(lambda _=False, page=page: self._ask(page, here))
        return menu

    def _open_pages(self, here: str) -> None:
        menu = self.pages_menu(here)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.here.mapToGlobal(QPoint(0, self.here.height())))

    def offer(self, hidden: Collection[str]) -> None:
        """Leave out the tabs of these pages."""
        self._hidden = frozenset(hidden)
        self._fold()

    def _ask(self, page: str, here: str) -> None:
        self.tabs[here].setChecked(True)
        if page != here:
            self.asked.emit(page)
