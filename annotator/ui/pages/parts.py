# SPDX-License-Identifier: MIT
"""Going round the parts of a page by key."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

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


def order_tabs(*layouts: QLayout) -> None:
    """Let Tab go as the eye does, from one layout to the next: what is made later comes last otherwise."""
    several = [each for layout in layouts for each in _in_order(layout)]
    for one, other in pairwise(several):
        QWidget.setTabOrder(one, other)


def _in_order(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        elif widget is not None and (own := widget.layout()) is not None:
            yield from _in_order(own)
        elif inner is not None:
            yield from _in_order(inner)


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
