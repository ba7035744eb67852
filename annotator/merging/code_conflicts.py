# SPDX-License-Identifier: MIT
"""Where one coder put a code and another put a different one instead: clusters with complementary coders.

Overlapping codes alone are no conflict, since a passage may carry several. Two clusters of different
codes are in conflict where a coder who is in the first alone and one who is in the second alone have
spans there that share a character.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.domain import CodeId, CoderId
from annotator.merging.clusters import Cluster


@dataclass(frozen=True, slots=True)
class CodeConflict:
    """The other code, who used it instead (``there``), and whom that contradicts (``here``); both sorted."""

    code: CodeId
    here: tuple[CoderId, ...]
    there: tuple[CoderId, ...]


def code_conflicts(clusters: Sequence[Cluster]) -> Mapping[int, tuple[CodeConflict, ...]]:
    """Give the conflicts of each cluster, by its place in the sequence; those without are not there.

    ``clusters`` are those of one article and round, in the order of the text.
    """
    found: dict[int, list[CodeConflict]] = {}
    reaching: list[int] = []
    for place, cluster in enumerate(clusters):
        reaching = [each for each in reaching if clusters[each].end > cluster.start]
        for other in reaching:
            if clusters[other].code != cluster.code:
                _compare(clusters, other, place, found)
        reaching.append(place)
    return {place: tuple(sorted(several, key=lambda each: each.code)) for place, several in found.items()}


def _compare(clusters: Sequence[Cluster], first: int, second: int, found: dict[int, list[CodeConflict]]) -> None:
    one, two = clusters[first], clusters[second]
    pairs = [
        (here, there)
        for here in one.versions.keys() - two.versions.keys()
        for there in two.versions.keys() - one.versions.keys()
        if any(mine.overlaps(yours) for mine in one.versions[here] for yours in two.versions[there])
    ]
    if pairs:
        here, there = (tuple(sorted(set(side))) for side in zip(*pairs, strict=True))
        found.setdefault(first, []).append(CodeConflict(two.code, here, there))
        found.setdefault(second, []).append(CodeConflict(one.code, there, here))
