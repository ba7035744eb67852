# SPDX-License-Identifier: MIT
"""The answers about annotations whose words do not stand where a file says."""

from collections.abc import Mapping, Sequence

from annotator.domain import Span
from annotator.ui.incoming.looking import Asked

LEAVE_OUT = -1


class PlaceBook:
    """Answers by key: the number of a place, or LEAVE_OUT. What is beyond doubt is answered from the start."""

    def __init__(self) -> None:
        self._asked: dict[str, Asked] = {}
        self._chosen: dict[str, int] = {}

    @property
    def asked(self) -> tuple[Asked, ...]:
        """All of them, those without an answer of their own first: these are gone through one by one."""
        return tuple(sorted(self._asked.values(), key=lambda each: each.is_sure))

    @property
    def sure(self) -> int:
        """How many are beyond doubt."""
        return sum(each.is_sure for each in self._asked.values())

    @property
    def missing(self) -> tuple[str, ...]:
        """The keys of those that wait for an answer."""
        return tuple(each.key for each in self.asked if each.key not in self._chosen)

    @property
    def answers(self) -> Mapping[str, Span | None]:
        """The answers as the verb takes them."""
        found: dict[str, Span | None] = {}
        for key, number in self._chosen.items():
            places = self._asked[key].places
            found[key] = Span.of(places[number].start, places[number].end) if number >= 0 else None
        return found

    def take(self, asked: Sequence[Asked]) -> None:
        """Take other ones; an answer given for the same words and places stays."""
        before, chosen = self._asked, self._chosen
        self._asked = {each.key: each for each in asked}
        self._chosen = {each.key: 0 for each in asked if each.is_sure}
        self._chosen |= {key: number for key, number in chosen.items() if before.get(key) == self._asked.get(key)}

    def choice(self, key: str) -> int | None:
        """Give the answer; None where there is none."""
        return self._chosen.get(key)

    def choose(self, key: str, number: int) -> None:
        """Answer one."""
        self._chosen[key] = number

    @property
    def single(self) -> tuple[str, ...]:
        """The keys of those that wait although the very same words stand at one place only."""
        waiting = set(self.missing)
        return tuple(
            each.key
            for each in self.asked
            if each.key in waiting and len(each.places) == 1 and each.places[0].quote == each.quote
        )

    def take_single(self) -> None:
        """Place those whose very words stand at one place only."""
        for key in self.single:
            self._chosen[key] = 0

    def leave_out_the_rest(self) -> None:
        """Leave out all that have no answer."""
        for key in self.missing:
            self._chosen[key] = LEAVE_OUT
