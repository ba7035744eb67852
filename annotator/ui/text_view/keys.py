# SPDX-License-Identifier: MIT
"""The keys that the text itself answers. Everything else goes on to the window."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Protocol

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from annotator.text.boundaries import Edge, Unit


class KeyTarget(Protocol):
    """What the keys act on."""

    @property
    def anchoring(self) -> Unit:
        """The unit that is set."""

    def extend(self, unit: Unit, direction: int) -> None:
        """Move the selection's moving end."""

    def move_caret(self, unit: Unit, direction: int) -> None:
        """Move the caret."""

    def nudge(self, edge: Edge, unit: Unit, direction: int) -> None:
        """Move an end of the selected mark."""

    def cycle(self, direction: int) -> None:
        """Go to the next mark at the caret."""

    def step_mark(self, direction: int) -> None:
        """Go to the next mark in the text."""

    def open_list(self) -> bool:
        """Offer the marks at the caret."""

    def back_out(self) -> bool:
        """Give up what is under way."""


Deed = Callable[[KeyTarget], bool | None]
"""Answers False where there was nothing to do, so that the key goes on to the window."""

CHARACTERS: Mapping[str, Deed] = MappingProxyType(
    {"]": lambda view: view.step_mark(+1), "[": lambda view: view.step_mark(-1)}
)
"""By the character typed, since its place on the keyboard differs from land to land."""

STANDARD: tuple[tuple[QKeySequence.StandardKey, Deed], ...] = (
    (QKeySequence.StandardKey.SelectNextWord, lambda view: view.extend(Unit.WORD, +1)),
    (QKeySequence.StandardKey.SelectPreviousWord, lambda view: view.extend(Unit.WORD, -1)),
    (QKeySequence.StandardKey.MoveToNextWord, lambda view: view.move_caret(Unit.WORD, +1)),
    (QKeySequence.StandardKey.MoveToPreviousWord, lambda view: view.move_caret(Unit.WORD, -1)),
)
"""By what the system calls them; word edges are ours."""

COMBINATIONS: Mapping[str, Deed] = MappingProxyType(
    {
        "Alt+Down": lambda view: view.cycle(+1),
        "Alt+Up": lambda view: view.cycle(-1),
        "Return": lambda view: view.open_list(),
        "Enter": lambda view: view.open_list(),
        "Esc": lambda view: view.back_out(),
        "Ctrl+Shift+Down": lambda view: view.extend(Unit.PARAGRAPH, +1),
        "Ctrl+Shift+Up": lambda view: view.extend(Unit.PARAGRAPH, -1),
        "Shift+F4": lambda view: view.extend(Unit.SENTENCE, +1),
        "Ctrl+Shift+F4": lambda view: view.extend(Unit.SENTENCE, -1),
        "Alt+Right": lambda view: view.nudge(Edge.END, view.anchoring, +1),
        "Alt+Left": lambda view: view.nudge(Edge.END, view.anchoring, -1),
        "Alt+Shift+Right": lambda view: view.nudge(Edge.START, view.anchoring, +1),
        "Alt+Shift+Left": lambda view: view.nudge(Edge.START, view.anchoring, -1),
    }
)
"""By name, as a key sequence is written."""

_BY_CODE = {
    QKeySequence(name)[0].toCombined(): deed  # type: ignore[index]  # the stubs know no index
    for name, deed in COMBINATIONS.items()
}


def deed_for(event: QKeyEvent) -> Deed | None:
    """Give what a key does, or None where the text does not answer it."""
    if event.text() in CHARACTERS:
        return CHARACTERS[event.text()]
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    deed = _BY_CODE.get(QKeyCombination(modifiers, Qt.Key(event.key())).toCombined())
    if deed is not None:
        return deed
    return next((deed for standard, deed in STANDARD if event.matches(standard)), None)
