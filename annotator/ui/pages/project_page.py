# SPDX-License-Identifier: MIT
"""What the pages beside coding have in common: a bar on top, and words for the window."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from annotator.ui.docks.page_bar import PageBar
from annotator.ui.session import Session
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.surfaces import Surface, column


class ProjectPage(Surface):
    """``refused(error)`` and ``said(words)`` are shown by the window; ``status_changed``: ask for ``status`` anew."""

    refused = Signal(object)
    said = Signal(str)
    status_changed = Signal()

    def __init__(self, theme: Theme, session: Session, *, here: str) -> None:
        super().__init__("window")
        self.theme = theme
        self.session = session
        self.bar = PageBar(theme, here=here)
        self.body: QVBoxLayout = column()
        whole = column(self)
        whole.addWidget(self.bar)
        whole.addLayout(self.body, 1)

    def acts(self) -> dict[str, Callable[[], object]]:
        """Give what keys of the table do on this page beside those that act everywhere."""
        return {}

    @property
    def status(self) -> tuple[str, str] | None:
        """What the status line says of the place and of the whole; None where it says how many articles there are."""
        return None

    def begin(self) -> None:
        """Come into view; pages that read the project do it now."""
