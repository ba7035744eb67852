# SPDX-License-Identifier: MIT
"""Cards side by side where there is room, below each other where there is none; never in another order."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from annotator.ui.theme.current import Theme

_COLUMNS = 12


class CardGrid(QWidget):
    """Cards with their shares of twelve in rows; in a narrow window each has a row of its own."""

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

    def share(self, *shares: int) -> None:
        """Give the cards other shares; what goes beyond twelve stands in the next row."""
        cards = tuple((card, share) for (card, _), share in zip(self._cards, shares, strict=True))
        if cards != self._cards:
            self._cards, wide, self._is_wide = cards, bool(self._is_wide), None
            self._arrange(is_wide=wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rearrange where the width asks for it."""
        super().resizeEvent(event)
        self._arrange(is_wide=self.width() >= self._theme.px(self._from_width))

    def _arrange(self, *, is_wide: bool) -> None:
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        line, left = 0, 0
        for card, share in self._cards:
            self._grid.removeWidget(card)
            wide = share if is_wide else _COLUMNS
            if left + wide > _COLUMNS:
                line, left = line + 1, 0
            self._grid.addWidget(card, line, left, 1, wide)
            left += wide
