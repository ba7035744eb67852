# SPDX-License-Identifier: MIT
"""A page's own verbs at the right end of its bar: buttons side by side, or where room is short one menu of them."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from annotator.ui import plain
from annotator.ui.theme.current import Theme
from annotator.ui.widgets.buttons import Button
from annotator.ui.widgets.surfaces import row


class ActionRow(QWidget):
    """Buttons in the order in which they are added."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._buttons: list[Button] = []
        self.more = Button(theme, kind="icon", icon="more", spoken="What can be done here")
        self._line = row(self, gap=theme.px(4))
        self._line.addStretch(1)
        self._line.addWidget(self.more)
        self.more.hide()
        self.more.clicked.connect(self._open)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The buttons, shown or folded."""
        return tuple(self._buttons)

    def add(self, words: str, do: Callable[[], object], *, kind: str = "quiet", icon: str = "") -> Button:
        """Add a verb."""
        made = Button(self._theme, words, kind=kind, icon=icon)
        made.clicked.connect(lambda _=False: do())
        self._line.insertWidget(self._line.count() - 1, made)
        self._buttons.append(made)
        return made

    def menu(self) -> QMenu:
        """Make the menu of the same verbs; what cannot be done now cannot be chosen there."""
        made = QMenu(self)
        for button in self._buttons:
            action = made.addAction(plain.caption(button.accessibleName()))
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where not all of them have room."""
        super().resizeEvent(event)
        self.fold()

    def fold(self) -> None:
        """Show the buttons or the menu."""
        wanted = sum(button.sizeHint().width() + self._theme.px(4) for button in self._buttons)
        folded = wanted > self.width()
        for button in self._buttons:
            button.setVisible(not folded)
        self.more.setVisible(folded and bool(self._buttons))

    def _open(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
