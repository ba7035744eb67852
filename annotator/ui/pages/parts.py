# SPDX-License-Identifier: MIT
"""Going round the parts of a page by key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

Part = tuple[QWidget, QWidget]
"""A part, and in it what takes the focus; itself where the first thing in it does."""


def cycled(page: QWidget, pane: QScrollArea, parts: Sequence[Part], *, step: int) -> None:
    """Put the focus into the next part; what is not shown, or takes no focus, is passed over."""
    stops = [(part, found) for part, target in parts if part.isVisible() and (found := _taking(target)) is not None]
    if not stops:
        return
    focused = page.focusWidget() or page
    here = next((place for place, (part, _) in enumerate(stops) if _holds(part, focused)), -1 if step > 0 else 0)
    _, target = stops[(here + step) % len(stops)]
    target.setFocus(Qt.FocusReason.ShortcutFocusReason)
    pane.ensureWidgetVisible(target)


def _holds(part: QWidget, focused: QWidget) -> bool:
    return part is focused or part.isAncestorOf(focused)


def _taking(part: QWidget) -> QWidget | None:
    """Give a part, or the first thing in it, that takes the focus: a chosen dot before the others of its group."""
    several = (part, *part.findChildren(QWidget))
    takes = [
        each
        for each in several
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isEnabled() and each.isVisible()
    ]
    return takes[0] if takes else None
