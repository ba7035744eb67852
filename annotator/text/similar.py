# SPDX-License-Identifier: MIT
"""Near-identical texts: the same article in two outlets, one of them cut or headed otherwise.

An inverted index of word 5-grams (shingles; Broder 1997, "On the resemblance and containment of
documents"). With S(x) the set of 5-grams of a text,

    containment = |S(a) & S(b)| / min(|S(a)|, |S(b)|),   Jaccard = |S(a) & S(b)| / |S(a) | S(b)|

Two texts are similar where the containment is at least 0.10 and at least 20 grams are shared. An
editor who cuts half of an article and rewrites its beginning leaves a Jaccard of about 0.2, so the
customary 0.5 would miss it. Twenty grams are 24 words on end: in texts of less than about 200 words
a tenth would be no more than a quotation that both took from the same speech, so short texts are
similar only by more of themselves, and texts of less than 24 words never.

* **Words** and their 5-grams: see :mod:`annotator.text.word_grams`.
* **Furniture**: a gram that stands in more than 20 texts (navigation, a line about the outlet)
  counts for nothing, in the shared ones and in the sizes. Where more than half of a text is such,
  the text itself is what was printed so often, and all its grams count.
* **Cost**: near linear in the text. Grams are 64-bit numbers. Of a text
  that was printed more than 20 times, each copy is compared with those about 20 places before and
  behind it in the order in which they were added: the group is found whole, not every pair in it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from annotator.text.word_grams import Grams, distinct, word_grams

LEAST_CONTAINMENT = 0.10
LEAST_SHARED = 20
FURNITURE_TEXTS = 20

_CUTS = np.arange(1, 16, dtype=np.uint64) << np.uint64(60)
"""All grams together are looked at in parts of their range, so that only a sixteenth is held twice."""
_WAITING_CHARACTERS = 1_000_000
"""So much text is cut into grams at once."""

Texts = Mapping[str, str] | Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class SimilarPair:
    """Two texts, in the order in which they were added, and how much of them is the same.

    ``shared`` counts the 5-grams that stand in both, without furniture; ``containment`` is their share
    in the smaller text, ``jaccard`` their share in both together.
    """

    first: str
    second: str
    shared: int
    containment: float
    jaccard: float


def similar_pairs(
    texts: Texts, *, least_containment: float = LEAST_CONTAINMENT, least_shared: int = LEAST_SHARED
) -> list[SimilarPair]:
    """Give the similar pairs among texts by name; see :meth:`SimilarIndex.pairs`."""
    return _filled(texts).pairs(least_containment=least_containment, least_shared=least_shared)


def near_identical_groups(
    texts: Texts, *, least_containment: float = LEAST_CONTAINMENT, least_shared: int = LEAST_SHARED
) -> tuple[tuple[str, ...], ...]:
    """Give the groups of texts that are joined by similar pairs; see :meth:`SimilarIndex.groups`."""
    return _filled(texts).groups(least_containment=least_containment, least_shared=least_shared)


class SimilarIndex:
    """Texts as sets of 5-grams. Adding one costs its own length; asking looks at all of them anew.

    A text is not kept: of 8 kB about 10 kB of numbers stay.
    """

    def __init__(self) -> None:
        self._grams: dict[str, Grams] = {}
        self._waiting: dict[str, str] = {}
        self._waiting_characters = 0

    def add(self, name: str, text: str) -> None:
        """Take in a text; ValueError where the name is taken."""
        if name in self._grams or name in self._waiting:
            raise ValueError(f"a text called {name!r} is given twice")
        self._waiting[name] = text
        self._waiting_characters += len(text)
        if self._waiting_characters >= _WAITING_CHARACTERS:
            self._cut()

    def _cut(self) -> None:
        """Cut the texts that wait into grams."""
        self._grams |= zip(self._waiting, word_grams(list(self._waiting.values())), strict=True)
        self._waiting = {}
        self._waiting_characters = 0

    def pairs(
        self, *, least_containment: float = LEAST_CONTAINMENT, least_shared: int = LEAST_SHARED
    ) -> list[SimilarPair]:
        """Give the similar pairs in the order of adding; ValueError for thresholds that mean nothing.

        ``least_containment`` is above 0 and at most 1, ``least_shared`` at least 1.
        """
        if not 0 < least_containment <= 1 or least_shared < 1:
            raise ValueError(f"least containment {least_containment}, least shared {least_shared}")
        self._cut()
        names = tuple(self._grams)
        kept = _without_furniture(tuple(self._grams.values()))
        found = []
        for first, second in _candidates(kept, least_shared=least_shared):
            shared = len(np.intersect1d(kept[first], kept[second], assume_unique=True))
            sizes = len(kept[first]), len(kept[second])
            containment = shared / min(sizes)
            if shared >= least_shared and containment >= least_containment:
                jaccard = shared / (sum(sizes) - shared)
                found.append(SimilarPair(names[first], names[second], shared, containment, jaccard))
        return found

    def groups(
        self, *, least_containment: float = LEAST_CONTAINMENT, least_shared: int = LEAST_SHARED
    ) -> tuple[tuple[str, ...], ...]:
        """Give the groups of two and more, joined by pairs, each and all in the order of adding.

        A group is a chain: its first and its last need share nothing.
        """
        pairs = self.pairs(least_containment=least_containment, least_shared=least_shared)
        head = {name: name for name in self._grams}
        for pair in pairs:
            head[_head_of(head, pair.second)] = _head_of(head, pair.first)
        groups: dict[str, list[str]] = {}
        for name in head:
            groups.setdefault(_head_of(head, name), []).append(name)
        return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def _filled(texts: Texts) -> SimilarIndex:
    index = SimilarIndex()
    for name, text in texts.items() if isinstance(texts, Mapping) else texts:
        index.add(name, text)
    return index


def _parts(sets: Sequence[Grams]) -> Iterator[tuple[Grams, ...]]:
    """Cut sorted sets at the same places and give their first parts, their second parts ..."""
    cut = [np.searchsorted(each, _CUTS).tolist() for each in sets]
    for part in range(len(_CUTS) + 1):
        yield tuple(
            each[places[part - 1] if part else 0 : places[part] if part < len(_CUTS) else len(each)]
            for each, places in zip(sets, cut, strict=True)
        )


def _without_furniture(sets: Sequence[Grams]) -> list[Grams]:
    """Drop from each text the grams that stand in too many, unless they are more than half of it."""
    if len(sets) <= FURNITURE_TEXTS:
        return list(sets)
    found = []
    for part in _parts(sets):
        grams = np.sort(np.concatenate(part))
        found.append(distinct(grams[FURNITURE_TEXTS:][grams[FURNITURE_TEXTS:] == grams[:-FURNITURE_TEXTS]]))
    common = np.concatenate(found)
    if not len(common):
        return list(sets)
    kept = []
    for each in sets:
        places = np.minimum(np.searchsorted(common, each), len(common) - 1)
        is_rare = common[places] != each
        kept.append(each if 2 * np.count_nonzero(is_rare) < len(each) else each[is_rare])
    return kept


def _candidates(sets: Sequence[Grams], *, least_shared: int) -> list[tuple[int, int]]:
    """Give the pairs of texts that share enough grams, as places in ``sets``, sorted.

    All grams are sorted together, so the texts that share one stand side by side. A run of more than
    FURNITURE_TEXTS texts is walked only so far from each of them. The low bits of a gram give way to the
    place of its text: so one sort does, and two grams that differ in these bits alone, which one in
    millions does, make a pair a candidate at most.
    """
    bits = np.uint64(max(1, len(sets).bit_length()))
    numbers, counts = np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    for part in _parts([(each >> bits << bits) | np.uint64(place) for place, each in enumerate(sets)]) if sets else ():
        keys = np.sort(np.concatenate(part))
        grams, owners = keys >> bits, (keys & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
        for distance in range(1, FURNITURE_TEXTS + 1):
            shared = np.flatnonzero(grams[distance:] == grams[:-distance])
            if not len(shared):
                break
            pairs = owners[shared] * len(sets) + owners[shared + distance]
            numbers, counts = _tallied(numbers, counts, more=pairs)
    return [divmod(number, len(sets)) for number in numbers[counts >= least_shared].tolist()]


def _tallied(
    numbers: NDArray[np.int64], counts: NDArray[np.int64], *, more: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Add each number in ``more`` to a sorted tally."""
    everything = np.concatenate([numbers, more])
    weights = np.concatenate([counts, np.ones(len(more), dtype=np.int64)])
    order = np.argsort(everything, kind="stable")
    ordered = everything[order]
    firsts = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1])))
    return ordered[firsts], np.add.reduceat(weights[order], firsts)


def _head_of(head: dict[str, str], name: str) -> str:
    """Follow a name to the head of its group, shortening the way for the next who asks."""
    while head[name] != name:
        head[name] = head[head[name]]
        name = head[name]
    return name
