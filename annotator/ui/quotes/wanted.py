# SPDX-License-Identifier: MIT
"""What Quotes and Counts share: which passages are wanted, and what can be chosen by."""

from PySide6.QtCore import QObject, Signal

from annotator import operations
from annotator.counting.selection import EVERYTHING, Selection
from annotator.operations.passage_offers import RetrievalOffers
from annotator.ui.session import Session


class Wanted(QObject):
    """``changed(initiator)`` when passages of another kind are wanted; ``offered`` when there is more to choose by."""

    changed = Signal(object)
    offered = Signal()

    def __init__(self, session: Session, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._selection = EVERYTHING
        self.offers = RetrievalOffers()

    @property
    def selection(self) -> Selection:
        """Which passages are wanted."""
        return self._selection

    def want(self, selection: Selection, *, initiator: object = None) -> None:
        """Want others."""
        if selection != self._selection:
            self._selection = selection
            self.changed.emit(initiator)

    def read_offers(self) -> None:
        """Read anew what can be chosen by."""
        self._session.read(operations.retrieval_offers, done=self._offer)

    def _offer(self, offers: RetrievalOffers) -> None:
        self.offers = offers
        self.offered.emit()
