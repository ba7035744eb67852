# SPDX-License-Identifier: MIT
"""Actions and menus from the one table of keys."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from annotator.domain import Coder, CoderId
from annotator.ui import plain, words
from annotator.ui.shortcuts import (
    CODERS_ONLY,
    CODING,
    LEAD_ONLY,
    MOVING,
    NOT_FOR_CODERS,
    ON_PAGES,
    PROJECT,
    SHORTCUTS,
    VIEW,
)

THEMES = (("system", "Follow the system"), ("light", "Light"), ("dark", "Dark"), ("high_contrast", "High contrast"))
LANES = (2, 3, 4, 5, 6)


class Menus(QObject):
    """Makes one action per row of the table and puts them on a window; ``triggered(name)`` names the row.

    ``theme_chosen``, ``serif_chosen``, ``lanes_chosen`` and ``shown_chosen(coder ids)`` come from the menu only.
    """

    triggered = Signal(str)
    theme_chosen = Signal(str)
    serif_chosen = Signal(bool)
    lanes_chosen = Signal(int)
    shown_chosen = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.actions: dict[str, QAction] = {}
        for shortcut in SHORTCUTS:
            if shortcut.group in ON_PAGES:
                continue
            action = QAction(plain.caption(shortcut.words), window)
            action.setShortcuts(shortcut.sequences)
            action.triggered.connect(lambda _=False, name=shortcut.name: self.triggered.emit(name))
            window.addAction(action)
            self.actions[shortcut.name] = action
        self.let_lead(False)
        self.fit_file(is_coders=False)
        self._shown = QMenu("Shown coding", window)
        self._themes = self._choices("Colours", THEMES, self.theme_chosen.emit)
        rooms = [(str(number), f"{number} lanes") for number in LANES]
        self._lanes = self._choices("Room for lanes", rooms, lambda number: self.lanes_chosen.emit(int(number)))
        self.serif = QAction("Serif for articles", window, checkable=True)
        self.serif.toggled.connect(self.serif_chosen)
        self.menu = self._main_menu()

    def enable(self, names: Mapping[str, bool]) -> None:
        """Let some actions act, or not."""
        for name, on in names.items():
            self.actions[name].setEnabled(on)

    def enable_only(self, names: Sequence[str]) -> None:
        """Let only these act, and what belongs to the window itself."""
        own = {"new", "open", "close", "keys", "saved", "zoom_in", "zoom_out", "zoom_reset"}
        for name, action in self.actions.items():
            action.setEnabled(name in own or name in names)

    def let_lead(self, is_lead: bool) -> None:
        """Show what only the lead may do, or hide it: hidden, its keys do nothing either."""
        for name in LEAD_ONLY:
            self.actions[name].setVisible(is_lead)

    def fit_file(self, *, is_coders: bool) -> None:
        """Show what there is in a file that was made for a coder, or in one of the lead's."""
        for names, is_shown in ((CODERS_ONLY, is_coders), (NOT_FOR_CODERS, not is_coders)):
            for name in names:
                self.actions[name].setVisible(is_shown)

    @property
    def hidden(self) -> tuple[str, ...]:
        """The names of what is not shown to the coder at work."""
        return tuple(name for name, action in self.actions.items() if not action.isVisible())

    def check(self, *, theme: str, serif: bool, lanes: int) -> None:
        """Tick what is in force, without telling anyone."""
        for menu, value in ((self._themes, theme), (self._lanes, str(lanes))):
            for action in menu.actions():
                action.setChecked(action.data() == value)
        self.serif.blockSignals(True)
        self.serif.setChecked(serif)
        self.serif.blockSignals(False)

    def show_coders(self, coders: Sequence[Coder], *, me: CoderId, shown: Sequence[CoderId]) -> None:
        """Offer whose coding to show: one's own, each other's beside it, everyone's. One coder alone is no choice."""
        self._shown.clear()
        others = [coder for coder in coders if coder.id != me]
        group = QActionGroup(self._shown)
        beside = set(shown) - {me}
        self._add_shown(group, "My coding only", [], checked=not beside)
        for coder in others:
            self._add_shown(group, f"{words.coder_name(coder)}, and mine", [coder.id], checked=beside == {coder.id})
        everyone = [coder.id for coder in others]
        if len(others) > 1:
            self._add_shown(group, "Everyone's coding", everyone, checked=beside == set(everyone))
        self._shown.menuAction().setVisible(bool(others))

    @property
    def shown_menu(self) -> QMenu:
        """The menu of whose coding is shown."""
        return self._shown

    def _add_shown(self, group: QActionGroup, text: str, coders: list[CoderId], *, checked: bool) -> None:
        action = self._shown.addAction(plain.caption(text))
        action.setCheckable(True)
        action.setChecked(checked)
        group.addAction(action)
        action.triggered.connect(lambda: self.shown_chosen.emit(coders))

    def _choices(self, title: str, choices: Sequence[tuple[str, str]], take: Callable[[str], None]) -> QMenu:
        menu = QMenu(title, self._window)
        group = QActionGroup(menu)
        for value, text in choices:
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)
            action.triggered.connect(lambda _=False, value=value: take(value))
        return menu

    def _main_menu(self) -> QMenu:
        menu = QMenu("Menu", self._window)
        project = [shortcut for shortcut in SHORTCUTS if shortcut.group == PROJECT]
        pages = [each for each in project if each.name.startswith("page_")]
        for shortcut in project:
            if shortcut not in pages and shortcut.name != "close":
                menu.addAction(self.actions[shortcut.name])
        menu.addSeparator()
        for shortcut in pages:
            menu.addAction(self.actions[shortcut.name])
        menu.addSeparator()
        for title, group in (("Edit", CODING), ("Go to", MOVING)):
            inner = menu.addMenu(title)
            for shortcut in SHORTCUTS:
                if shortcut.group == group:
                    inner.addAction(self.actions[shortcut.name])
        view = menu.addMenu("View")
        view.addMenu(self._themes)
        for shortcut in SHORTCUTS:
            if shortcut.group == VIEW and shortcut.name != "keys":
                view.addAction(self.actions[shortcut.name])
        view.addAction(self.serif)
        view.addMenu(self._lanes)
        menu.addMenu(self._shown)
        menu.addSeparator()
        menu.addAction(self.actions["keys"])
        menu.addAction(self.actions["close"])
        return menu
