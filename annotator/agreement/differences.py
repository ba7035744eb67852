# SPDX-License-Identifier: MIT
"""Where coders differ: the observed disagreement of each code taken apart into passages and kinds.

A passage is a connected component of spans of one code in one document: spans of all chosen coders
that overlap, directly or through others (touching spans do not). Its place is that of the stored
text; lengths leave excluded regions out, and a span wholly inside one does not exist. Only documents
in which two or more of the coders give values for the code have passages. Overlapping spans of one
coder count as what they cover together. If all who give values cover the same characters, the
passage is agreed on; else two coders differ on those characters that just one of them covers, and

* their difference is ``boundary`` where both have a span in the passage;
* else one of them marked nothing here. A character counts as ``other_code`` where that coder has put
  another of the chosen codes on it which the one who marked has not put there, else as ``missed``.
  The pair's difference is other_code where at least half of its characters are, else missed.

A passage is of the kind boundary where everyone who gives a value has a span in it, other_code
where any pair's difference is, else missed (one or more marked nothing). On each character with m
values of which r say "coded" r(m - r) pairs differ, so that over all passages the characters sum to

    missed + boundary + other_code = sum over characters of r(m - r),

the disagreement observed between pairs, which alpha weighs by 2 / (m - 1) for each character. Counts
are characters times pairs of coders.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.axis import Integers
from annotator.agreement.data import DocumentCodings
from annotator.agreement.disagreement import Decomposition, Difference, Differences, Kind, KindCounts, PairDifference
from annotator.agreement.stretches import Stretches, Truths
from annotator.agreement.sweep import Placed

KINDS = tuple(Kind)
MISSED, BOUNDARY, OTHER_CODE = range(3)
WORD = 64


def differences(documents: Sequence[DocumentCodings], *, coders: Sequence[str], codes: Sequence[str]) -> Differences:
    """Find every passage on which the coders differ; ValueError for positions outside their document."""
    stretches = Stretches.of(documents, coders=coders, codes=codes)
    sets = _code_sets(stretches)
    found = [_Passages.of(stretches, code=code, sets=sets) for code in codes]
    return Differences(
        passages=tuple(chain.from_iterable(each.differences() for each in found)),
        by_code={each.code: each.decomposition() for each in found},
    )


@dataclass(frozen=True, slots=True)
class _Clusters:
    """Passages of one code: where, whose spans, and which stretches belong to which.

    ``spans`` are sorted by passage, coder, start, end; those of passage ``p`` begin at ``first[p]``.
    ``marked`` has a line per passage and a column per coder. ``inside`` are the stretches within
    passages that hold text which counts; ``of_stretch`` says whose they are.
    """

    starts: Integers
    ends: Integers
    homes: Integers
    spans: Placed
    first: Integers
    marked: Truths
    inside: Integers
    of_stretch: Integers

    @classmethod
    def of(cls, stretches: Stretches, *, code: str) -> "_Clusters":
        counts = stretches.gives[code].sum(axis=1) >= 2
        placed = stretches.spans[code]
        homes = np.searchsorted(stretches.offsets, placed.spans[:, 0], side="right") - 1
        order = np.argsort(placed.spans[:, 0], kind="stable")
        order = order[counts[homes[order]]]
        spans, owners = placed.spans[order], placed.coders[order]
        reach = np.maximum.accumulate(spans[:, 1])
        opens = np.ones(len(spans), dtype=bool)
        opens[1:] = spans[1:, 0] >= reach[:-1]
        first = np.flatnonzero(opens)
        cluster = np.cumsum(opens) - 1
        starts, ends = spans[first, 0], reach[np.append(first[1:], len(spans)) - 1] if len(spans) else spans[:, 1]
        marked = np.zeros((len(first), len(stretches.coders)), dtype=bool)
        marked[cluster, owners] = True
        by_coder = np.lexsort((spans[:, 1], spans[:, 0], owners, cluster))
        within = np.searchsorted(starts, stretches.starts, side="right") - 1
        belongs = (within >= 0) & (stretches.weights > 0)
        belongs[belongs] = stretches.starts[belongs] < ends[within[belongs]]
        return cls(
            starts=starts,
            ends=ends,
            homes=homes[order][first],
            spans=Placed(spans=spans[by_coder], coders=owners[by_coder]),
            first=np.append(first, len(spans)),
            marked=marked,
            inside=np.flatnonzero(belongs),
            of_stretch=within[belongs],
        )


@dataclass(frozen=True, slots=True)
class _Passages:
    """The passages of one code measured: an array per quantity, a column per passage.

    ``pairs`` counts the characters on which each pair differs and ``kinds`` says of which kind the
    pair's difference is, a row per pair; ``characters`` adds them up by kind, a row per kind. ``others`` has
    the characters of other codes by the place of the coder and the code.
    """

    stretches: Stretches
    code: str
    clusters: _Clusters
    pairs: Integers
    kinds: Integers
    characters: Integers
    others: dict[tuple[int, str], Integers]

    @classmethod
    def of(cls, stretches: Stretches, *, code: str, sets: NDArray[np.uint64]) -> "_Passages":
        clusters = _Clusters.of(stretches, code=code)
        shape = (len(stretches.pairs()), len(clusters.starts))
        pairs, kinds = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
        characters = np.zeros((len(KINDS), shape[1]), dtype=np.int64)
        apart = _Apart(stretches, code=code, clusters=clusters, sets=sets)
        for row, (one, two) in enumerate(stretches.pairs()):
            all_of_them, with_other = apart.of_pair(one, two)
            both = clusters.marked[:, one] & clusters.marked[:, two]
            pairs[row] = all_of_them
            kinds[row] = np.where(both, BOUNDARY, np.where(2 * with_other >= all_of_them, OTHER_CODE, MISSED))
            characters[BOUNDARY] += np.where(both, all_of_them, 0)
            characters[OTHER_CODE] += np.where(both, 0, with_other)
            characters[MISSED] += np.where(both, 0, all_of_them - with_other)
        return cls(
            stretches=stretches,
            code=code,
            clusters=clusters,
            pairs=pairs,
            kinds=kinds,
            characters=characters,
            others=apart.other_codes(),
        )

    def kind_of_each(self) -> Integers:
        """Give the kind of each passage, whether or not the coders agree on it."""
        gives = self.stretches.gives[self.code][self.clusters.homes]
        everyone = (self.clusters.marked | ~gives).all(axis=1)
        other = ((self.kinds == OTHER_CODE) & (self.pairs > 0)).any(axis=0)
        return np.where(everyone, BOUNDARY, np.where(other, OTHER_CODE, MISSED))

    def decomposition(self) -> Decomposition:
        """Add everything up."""
        differing = self.characters.sum(axis=0) > 0
        passages = np.bincount(self.kind_of_each()[differing], minlength=len(KINDS))
        return Decomposition(
            code=self.code,
            passages=KindCounts(*passages.tolist()),
            agreed=int(np.sum(~differing)),
            characters=KindCounts(*self.characters.sum(axis=1).tolist()),
        )

    def differences(self) -> Iterator[Difference]:
        """Go through the passages that are not agreed on, in the order of the text."""
        clusters, coders = self.clusters, self.stretches.coders
        differing = np.flatnonzero(self.characters.sum(axis=0) > 0)
        homes = clusters.homes[differing]
        places = self.stretches.in_document(
            np.stack((clusters.starts[differing], clusters.ends[differing])), homes=homes
        )
        silent = self.stretches.gives[self.code][homes] & ~clusters.marked[differing]
        pairs = self._pairs(differing)
        spans = self._spans(differing)
        others = self._other_codes(differing)
        rows = zip(
            homes.tolist(),
            self.kind_of_each()[differing].tolist(),
            *places.tolist(),
            _names(clusters.marked[differing], coders),
            _names(silent, coders),
            self.characters[:, differing].T.tolist(),
            strict=True,
        )
        for place, (home, kind, start, end, marked, unmarked, characters) in zip(differing.tolist(), rows, strict=True):
            yield Difference(
                document=self.stretches.documents[home],
                code=self.code,
                kind=KINDS[kind],
                start=start,
                end=end,
                marked=marked,
                unmarked=unmarked,
                spans=tuple(next(spans)),
                other_codes=tuple(others.get(place, ())),
                characters=KindCounts(*characters),
                pairs=tuple(next(pairs)),
            )

    def _pairs(self, chosen: Integers) -> Iterator[list[PairDifference]]:
        coders = self.stretches.coders
        names = [(coders[one], coders[two]) for one, two in self.stretches.pairs()]
        for counts, kinds in zip(self.pairs[:, chosen].T.tolist(), self.kinds[:, chosen].T.tolist(), strict=True):
            yield [
                PairDifference(*pair, KINDS[kind], count)
                for pair, count, kind in zip(names, counts, kinds, strict=True)
                if count
            ]

    def _spans(self, chosen: Integers) -> Iterator[list[tuple[str, int, int]]]:
        placed, first = self.clusters.spans, self.clusters.first.tolist()
        homes = np.repeat(self.clusters.homes, np.diff(self.clusters.first))
        starts, ends = self.stretches.in_document(placed.spans.T, homes=homes).tolist()
        coders = [self.stretches.coders[owner] for owner in placed.coders.tolist()]
        bounds = list(pairwise(first))
        for place in chosen.tolist():
            begin, stop = bounds[place]
            yield list(zip(coders[begin:stop], starts[begin:stop], ends[begin:stop], strict=True))

    def _other_codes(self, chosen: Integers) -> dict[int, list[tuple[str, str, int]]]:
        found: dict[int, list[tuple[str, str, int]]] = {}
        for (coder, code), counts in self.others.items():
            some = chosen[counts[chosen] > 0]
            for place, count in zip(some.tolist(), counts[some].tolist(), strict=True):
                found.setdefault(place, []).append((self.stretches.coders[coder], code, count))
        return found


class _Apart:
    """The stretches inside the passages of one code, and who covers them."""

    def __init__(self, stretches: Stretches, *, code: str, clusters: _Clusters, sets: NDArray[np.uint64]) -> None:
        self._stretches, self._code, self._clusters = stretches, code, clusters
        self._weights = stretches.weights[clusters.inside]
        self._covered = stretches.covered[code][:, clusters.inside]
        self._gives = stretches.gives[code][stretches.homes[clusters.inside]].T
        self._sets = sets[:, clusters.inside]

    def of_pair(self, one: int, two: int) -> tuple[Integers, Integers]:
        """Count per passage the characters on which two differ, and those with another code instead."""
        differ = self._gives[one] & self._gives[two] & (self._covered[one] ^ self._covered[two])
        here = np.flatnonzero(differ)
        first_holds = self._covered[one, here, np.newaxis]
        mine, yours = self._sets[one, here], self._sets[two, here]
        instead = np.where(first_holds, yours & ~mine, mine & ~yours).any(axis=1)
        return self._count(here), self._count(here[instead])

    def other_codes(self) -> dict[tuple[int, str], Integers]:
        """Count per passage, by unmarked coder and code, the characters of codes put there instead."""
        found = {}
        for other in self._stretches.codes:
            if other == self._code:
                continue
            covered = self._stretches.covered[other][:, self._clusters.inside]
            lacking = (self._covered & self._gives & ~covered).any(axis=0)
            for coder in range(len(covered)):
                unmarked = ~self._clusters.marked[self._clusters.of_stretch, coder]
                here = np.flatnonzero(covered[coder] & self._gives[coder] & unmarked & lacking)
                if len(here):
                    found[coder, other] = self._count(here)
        return found

    def _count(self, here: Integers) -> Integers:
        size = len(self._clusters.starts)
        # Sums of whole numbers far below 2**53, so float64 holds them exactly.
        return np.bincount(self._clusters.of_stretch[here], self._weights[here], size).astype(np.int64)


def _code_sets(stretches: Stretches) -> NDArray[np.uint64]:
    """Give for each coder and stretch the set of codes, a bit per code, in words of 64 bits."""
    words = -(-max(len(stretches.codes), 1) // WORD)
    sets = np.zeros((len(stretches.coders), len(stretches.starts), words), dtype=np.uint64)
    for place, covered in enumerate(stretches.covered.values()):
        sets[:, :, place // WORD] |= covered.astype(np.uint64) << np.uint64(place % WORD)
    return sets


def _names(table: Truths, coders: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Give for each line the coders whose column is true."""
    known: dict[tuple[bool, ...], tuple[str, ...]] = {}
    for line in map(tuple, table.tolist()):
        if line not in known:
            known[line] = tuple(coder for coder, holds in zip(coders, line, strict=True) if holds)
        yield known[line]
