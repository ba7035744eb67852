# SPDX-License-Identifier: MIT
"""The random draw of the documents that several coders code, repeatable by anybody from a seed.

Every document gets the SHA-256 of "seed:document" (UTF-8) as its place, and the first ones in that
order are drawn. This needs no generator, so it is the same under every version of Python and on
every machine, and can be redone by other programs. It is also steady, which a shuffle is not: a
larger draw holds the smaller one with the same seed, and documents that are added later enter at
their own places and move no other. Different seeds give unrelated orders.

Stratified, each stratum gets its proportional share by the largest remainder (Hamilton), but one
document at least; within a stratum the order is the same. Of a group of near-identical documents
only the first in that order can be drawn: who codes both codes the same text twice.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Stratum:
    """One stratum of a draw: how many documents it has, and how many of them were drawn.

    ``size`` counts a group of near-identical documents once.
    """

    name: str
    size: int
    drawn: int


@dataclass(frozen=True, slots=True)
class Draw:
    """The drawn documents in the order of the draw, and the strata by name."""

    documents: tuple[str, ...]
    strata: tuple[Stratum, ...]
    seed: int


def draw(
    documents: Collection[str],
    *,
    number: int,
    seed: int,
    strata: Mapping[str, str] | None = None,
    near_identical: Iterable[Collection[str]] = (),
) -> Draw:
    """Draw ``number`` of the documents; their order does not matter.

    ``strata`` gives every document's stratum (None: all are of one); ``near_identical`` are groups of
    documents of which one at most is drawn, in the stratum of the one that can be.

    Raises ValueError for a repeated document, one without a stratum, one in two groups, and a number
    below one, above that of the documents that can be drawn, or below that of the strata.
    """
    if len(set(documents)) < len(documents):
        raise ValueError("a document is given twice")
    eligible = sorted(_eligible(documents, near_identical, seed=seed), key=lambda each: place(each, seed=seed))
    members: dict[str, list[str]] = {}
    for document in eligible:
        stratum = "" if strata is None else strata.get(document)
        if stratum is None:
            raise ValueError(f"document {document} has no stratum")
        members.setdefault(stratum, []).append(document)
    sizes = {name: len(members[name]) for name in sorted(members)}
    shares = allocated(sizes, number=number)
    drawn = {document for name, share in shares.items() for document in members[name][:share]}
    return Draw(
        documents=tuple(document for document in eligible if document in drawn),
        strata=tuple(Stratum(name, size, shares[name]) for name, size in sizes.items()),
        seed=seed,
    )


def place(document: str, *, seed: int) -> bytes:
    """Give the place of a document in the order of a seed."""
    return sha256(f"{seed}:{document}".encode("utf-8", "surrogatepass")).digest()


def allocated(sizes: Mapping[str, int], *, number: int) -> dict[str, int]:
    """Share a number of documents out among strata of these sizes; ties go to the first.

    By the largest remainder; a stratum that would get none gets one, from whoever is furthest above
    its share. Raises ValueError where the number cannot be shared out so.
    """
    total = sum(sizes.values())
    least = max(1, len(sizes))
    if not least <= number <= total:
        strata = f" of {least} strata" if least > 1 else ""
        raise ValueError(f"from {least} to {total} of the {total} documents{strata} can be drawn, not {number}")
    quotas = {name: Fraction(number * size, total) for name, size in sizes.items()}
    shares = {name: max(1, int(quota)) for name, quota in quotas.items()}
    while sum(shares.values()) < number:
        shares[max(shares, key=lambda name: quotas[name] - shares[name])] += 1
    while sum(shares.values()) > number:
        several = [name for name, share in shares.items() if share > 1]
        shares[min(several, key=lambda name: quotas[name] - shares[name])] -= 1
    return shares


def _eligible(documents: Collection[str], near_identical: Iterable[Collection[str]], *, seed: int) -> set[str]:
    """Leave of each group the document that comes first; those that are not asked for do not count."""
    eligible, grouped = set(documents), set[str]()
    for group in near_identical:
        if not grouped.isdisjoint(group):
            raise ValueError("a document is in two groups of near-identical ones")
        grouped.update(group)
        present = sorted(eligible.intersection(group), key=lambda each: place(each, seed=seed))
        eligible.difference_update(present[1:])
    return eligible
