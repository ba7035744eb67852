# SPDX-License-Identifier: MIT
"""Fills the list of passages behind whatever is selected, and reads the quotes that come into sight."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from annotator import operations
from annotator.ui.models.agreement_measured import Measured
from annotator.ui.models.agreement_selection import PassageLine, Selection, confused, in_order, lines_of, passages_of
from annotator.ui.models.quotes import Place, Quotes
from annotator.ui.pages import agreement_words as sentences
from annotator.ui.pages.agreement_cards.passages import PassagesCard
from annotator.ui.session import Session

AT_ONCE = 5_000
"""So many passages are sorted before the next frame; more are sorted beside the window."""
NONE_BEHIND = "The coders differ on no passage here."


class Listing(QObject):
    """One list at a time; an answer that was overtaken is dropped."""

    def __init__(self, session: Session, card: PassagesCard) -> None:
        super().__init__(card)
        self._session = session
        self._card = card
        self._asked = 0
        self.read_for(card.model.quotes)

    def show(self, measured: Measured, selection: Selection) -> None:
        """List what is behind a selection."""
        self._asked += 1
        asked, longest_first = self._asked, self._card.longest_first

        def found() -> list[PassageLine]:
            if selection.cell is not None:
                lines = in_order(confused(measured, selection.cell), longest_first=longest_first)
            else:
                lines = lines_of(passages_of(measured, selection, longest_first=longest_first), selection)
            return [replace(line, round=measured.answer.choice.round) for line in lines]

        def fill(lines: list[PassageLine]) -> None:
            if asked == self._asked:
                told = sentences.listed(measured, selection, len(lines), longest_first=longest_first)
                self._card.show_lines(lines, told=told, nothing=NONE_BEHIND)

        if selection.cell is None and len(measured.differences.passages) <= AT_ONCE:
            fill(found())
        else:
            self._beside(found, fill)

    def _beside(self, work: Callable[[], list[PassageLine]], done: Callable[[list[PassageLine]], None]) -> None:
        self._session.jobs.compute(work, done=done)

    def read_for(self, quotes: Quotes) -> None:
        """Read whatever these quotes ask for."""

        def read(places: list[Place]) -> None:
            # A window that is being closed is still painted, and painting asks for quotes.
            if self._session.answers:
                self._session.read(lambda project: operations.quotes(project, places=places), done=quotes.take)

        quotes.wanted.connect(read)
