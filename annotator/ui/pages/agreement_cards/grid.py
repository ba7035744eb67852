# SPDX-License-Identifier: MIT
"""Cards side by side where there is room, below each other where there is none; never in another order."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from annotator.ui.theme.current import Theme

_COLUMNS = 12


class CardGrid(QWidget):
    """One row of cards with their shares of twelve; in a narrow window each has a row of its own."""

    def __init__(self, theme: Theme, cards: Sequence[tuple[QWidget, int]], *, from_width: int) -> None:
        super().__init__()
        self._theme = theme
        self._cards = tuple(cards)
        self._from_width = from_width
        self._is_wide: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(12))
        for place in range(_COLUMNS):
            self._grid.setColumnStretch(place, 1)
        for card, _ in self._cards:
            policy = card.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            card.setSizePolicy(policy)
        self._arrange(is_wide=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rearrange where the width asks for it."""
        super().resizeEvent(event)
        self._arrange(is_wide=self.width() >= self._theme.px(self._from_width))

    def _arrange(self, *, is_wide: bool) -> None:
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        left = 0
        for place, (card, share) in enumerate(self._cards):
            self._grid.removeWidget(card)
            if is_wide:
                self._grid.addWidget(card, 0, left, 1, share)
                left += share
            else:
                self._grid.addWidget(card, place, 0, 1, _COLUMNS)
