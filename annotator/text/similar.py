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

from annotator.text.word_grams import Grams, word_grams

LEAST_CONTAINMENT = 0.10
LEAST_SHARED = 20
FURNITURE_TEXTS = 20

_AT_ONCE = 2_000_000
"""All grams together are looked at in parts of their range, each of about so many."""
_WAITING_CHARACTERS = 300_000
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

    def add_grams(self, name: str, grams: Grams) -> None:
        """Take in a text that is cut into its sorted distinct grams already; ValueError where the name is taken."""
        if name in self._grams or name in self._waiting:
            raise ValueError(f"a text called {name!r} is given twice")
        self._cut()
        self._grams[name] = grams

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
        shingles = _Shingles(tuple(self._grams.values()))
        found = []
        for first, second in shingles.candidates(least_shared=least_shared):
            kept = shingles.kept(first), shingles.kept(second)
            shared = len(np.intersect1d(*kept, assume_unique=True))
            sizes = len(kept[0]), len(kept[1])
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


class _Shingles:
    """The grams of many texts, all sorted together, so that the texts that share one stand side by side.

    The low bits of a gram give way to the place of its text: so one sort does for all that is asked. Two grams
    that differ in these bits alone, which one in millions does, are taken for one until a pair is looked at.
    """

    def __init__(self, sets: Sequence[Grams]) -> None:
        self._sets = sets
        self._bits = np.uint64(max(1, len(sets).bit_length()))
        self._common = np.empty(0, dtype=np.uint64)
        """The grams of furniture, without their low bits, sorted; one as often as it stands in a text."""
        self._is_furniture = np.ones(len(sets), dtype=bool)
        """Which texts are more than half of furniture: these keep all their grams."""
        self._kept: dict[int, Grams] = {}

    def candidates(self, *, least_shared: int) -> list[tuple[int, int]]:
        """Give the pairs of texts that share enough grams, as places in the sets, sorted.

        A run of more than FURNITURE_TEXTS texts is walked only so far from each of them.
        """
        tally = _Tally(len(self._sets), self._bits)
        aside = [np.empty(0, dtype=np.uint64)]
        for part in self._parts():
            keys = self._of_several(part)
            is_common = _in_long_runs(keys >> self._bits)
            if is_common is not None:
                aside.append(keys[is_common])
                keys = keys[~is_common]
            tally.add(keys)
        common = np.concatenate(aside)
        owners = tally.owners(common)
        sizes = np.array([len(each) for each in self._sets], dtype=np.int64)
        self._is_furniture = 2 * np.bincount(owners, minlength=len(sizes)) > sizes
        self._common = common >> self._bits
        tally.add(common[self._is_furniture[owners]])
        return tally.pairs(least_shared=least_shared)

    def kept(self, place: int) -> Grams:
        """Give the grams of a text without furniture, once the candidates are known."""
        grams = self._sets[place]
        if not len(self._common) or self._is_furniture[place]:
            return grams
        if place not in self._kept:
            cut = grams >> self._bits
            places = np.minimum(np.searchsorted(self._common, cut), len(self._common) - 1)
            self._kept[place] = grams[self._common[places] != cut]
        return self._kept[place]

    def _parts(self) -> Iterator[Sequence[Grams]]:
        """Give the grams of all texts in parts of their range from below, each part text by text."""
        doublings = (sum(map(len, self._sets)) // _AT_ONCE).bit_length()
        if not doublings:
            yield from [self._sets] if self._sets else []
            return
        cuts = np.arange(1, 1 << doublings, dtype=np.uint64) << np.uint64(64 - doublings)
        bounds = [(0, *each.searchsorted(cuts).tolist(), len(each)) for each in self._sets]
        for part in range(1 << doublings):
            yield [each[places[part] : places[part + 1]] for each, places in zip(self._sets, bounds, strict=True)]

    def _of_several(self, part: Sequence[Grams]) -> Grams:
        """Give the grams of a part that stand in several texts, sorted, each with the place of its text in it."""
        keys = np.concatenate(part)
        keys >>= self._bits
        keys <<= self._bits
        keys |= np.repeat(np.arange(len(part), dtype=np.uint32), [len(each) for each in part])
        keys.sort()
        grams = keys >> self._bits
        is_followed = grams[1:] == grams[:-1]
        is_of_several = np.zeros(len(keys), dtype=bool)
        is_of_several[:-1] = is_followed
        is_of_several[1:] |= is_followed
        return keys[is_of_several]


def _in_long_runs(grams: Grams) -> NDArray[np.bool_] | None:
    """Tell which of these sorted grams are furniture: equal to more than FURNITURE_TEXTS in all; None where none is."""
    starts = np.flatnonzero(grams[FURNITURE_TEXTS:] == grams[:-FURNITURE_TEXTS])
    if not len(starts):
        return None
    steps = np.zeros(len(grams) + 1, dtype=np.int32)
    steps[starts] = 1
    steps[starts + FURNITURE_TEXTS + 1] -= 1
    covered: NDArray[np.bool_] = np.cumsum(steps[:-1]) > 0
    return covered


class _Tally:
    """How many grams each pair of texts shares."""

    def __init__(self, texts: int, bits: np.uint64) -> None:
        self._texts = texts
        self._bits = bits
        self._numbers = np.empty(0, dtype=np.int64)
        self._counts = np.empty(0, dtype=np.int64)

    def owners(self, keys: Grams) -> NDArray[np.int64]:
        """Give the places of the texts that keys are of."""
        owners: NDArray[np.int64] = (keys & ((np.uint64(1) << self._bits) - np.uint64(1))).view(np.int64)
        return owners

    def add(self, keys: Grams) -> None:
        """Take in sorted keys that hold all of each gram that they hold."""
        grams, owners = keys >> self._bits, self.owners(keys)
        found = []
        for distance in range(1, FURNITURE_TEXTS + 1):
            shared = np.flatnonzero(grams[distance:] == grams[:-distance])
            if not len(shared):
                break
            found.append(owners[shared] * self._texts + owners[shared + distance])
        if found:
            self._numbers, self._counts = _tallied(self._numbers, self._counts, more=np.concatenate(found))

    def pairs(self, *, least_shared: int) -> list[tuple[int, int]]:
        """Give the pairs that share so many, sorted."""
        return [divmod(number, self._texts) for number in self._numbers[self._counts >= least_shared].tolist()]


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
