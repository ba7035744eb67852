# SPDX-License-Identifier: MIT
"""Words of passages, read when a list first looks at them and kept: texts never change."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

AT_ONCE = 60
Place = tuple[str, int, int]
"""A document, and where in its text: code points, half-open."""


class Quotes(QObject):
    """``wanted(places)`` asks for those that were looked at; ``arrived`` when there are more to show."""

    wanted = Signal(object)
    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[Place, str] = {}
        self._missing: dict[Place, None] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)

    def at(self, place: Place) -> str:
        """Give the words at a place; "" while they are being read."""
        if place not in self._known:
            self._missing[place] = None
            self._soon.start()
        return self._known.get(place, "")

    def forget_wishes(self) -> None:
        """Read no more of what another list looked at."""
        self._missing.clear()

    def take(self, found: Mapping[Place, str]) -> None:
        """Take what was read."""
        self._known.update(found)
        self.arrived.emit()

    def _ask(self) -> None:
        places = list(self._missing)[:AT_ONCE]
        for place in places:
            del self._missing[place]
        if places:
            self.wanted.emit(places)
