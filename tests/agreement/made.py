# SPDX-License-Identifier: MIT
"""Small made-up projects for the tests of agreement, by hand and by hypothesis."""

import itertools
from collections.abc import Mapping, Sequence

from hypothesis import strategies

from annotator.agreement import DocumentCodings, Result
from annotator.agreement.measuring import measure

Spans = Mapping[tuple[str, str], Sequence[tuple[int, int]]]

CODERS = ("A", "B", "C", "D")
CODES = ("trust", "mistrust")


def document(
    spans: Spans,
    *,
    name: str = "d1",
    length: int = 300,
    finished: str = "AB",
    excluded: Sequence[tuple[int, int]] = (),
    units: Sequence[tuple[int, int]] | None = None,
    codes_known: Mapping[str, frozenset[str]] | None = None,
) -> DocumentCodings:
    """One document; ``finished`` names coders by one letter each."""
    return DocumentCodings(
        document=name,
        length=length,
        finished=frozenset(finished),
        spans=spans,
        excluded=excluded,
        units=units,
        codes_known=codes_known,
    )


def by_measure(
    documents: Sequence[DocumentCodings], *, coders: Sequence[str] = "AB", code: str = "trust", unit: str = "character"
) -> dict[str, Result]:
    """Measure one code; the results by the name of the measure."""
    return {found.measure: found for found in measure(documents, coders=coders, codes=[code], unit=unit)}


def stretches(length: int, *, most: int) -> strategies.SearchStrategy[list[tuple[int, int]]]:
    """Any spans of a text, in any order, overlapping and repeated."""
    if length == 0:
        return strategies.just([])
    places = strategies.integers(0, length)
    ends = strategies.tuples(places, places).filter(lambda pair: pair[0] != pair[1])
    return strategies.lists(ends.map(lambda pair: (min(pair), max(pair))), max_size=most)


@strategies.composite
def codings(draw: strategies.DrawFn, *, name: str, everyone: bool = False) -> DocumentCodings:
    """One document with random spans, exclusions, sentences with and without gaps, and completion."""
    length = draw(strategies.integers(0, 24))
    spans = {(coder, code): draw(stretches(length, most=4)) for coder in CODERS for code in CODES}
    cuts = sorted({0, length, *draw(strategies.lists(strategies.integers(0, length), max_size=5))})
    sentences = list(itertools.pairwise(cuts))
    kept = draw(strategies.lists(strategies.booleans(), min_size=len(sentences), max_size=len(sentences)))
    known = {coder: draw(strategies.sampled_from([frozenset(CODES), frozenset(CODES[:1])])) for coder in CODERS}
    return DocumentCodings(
        document=name,
        length=length,
        finished=frozenset(CODERS) if everyone else draw(strategies.frozensets(strategies.sampled_from(CODERS))),
        spans=spans,
        excluded=draw(stretches(length, most=3)),
        units=[sentence for sentence, keep in zip(sentences, kept, strict=True) if keep],
        codes_known=None if everyone else draw(strategies.sampled_from([None, known])),
    )


@strategies.composite
def projects(draw: strategies.DrawFn, *, everyone: bool = False) -> list[DocumentCodings]:
    """None to three documents."""
    number = draw(strategies.integers(0, 3))
    return [draw(codings(name=f"d{place}", everyone=everyone)) for place in range(number)]


chosen_coders = strategies.permutations(CODERS).flatmap(
    lambda order: strategies.integers(2, 4).map(lambda number: order[:number])
)
units = strategies.sampled_from(["character", "sentence", "document"])
