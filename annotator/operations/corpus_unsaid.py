# SPDX-License-Identifier: MIT
"""Values of which a file says nothing at all: no memo anywhere says nothing against the memos of the project.

A file written without memos, or by a program that knows none, would else empty them where its annotations meet
those that are here already. What is set only in some annotations is said of all.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import TypeVar

from annotator.domain import Annotation, Region
from annotator.exchange.corpus import CorpusRead

Coded = TypeVar("Coded", Annotation, Region)

_OF_ANNOTATIONS: Mapping[str, Callable[[Annotation], bool]] = MappingProxyType({
    "memo": lambda each: bool(each.memo),
    "certainty": lambda each: bool(each.certainty.value),
    "attributes": lambda each: bool(each.attributes),
    "ask_lead": lambda each: each.ask_lead,
})  # fmt: skip
_OF_REGIONS: Mapping[str, Callable[[Region], bool]] = MappingProxyType({
    "region memo": lambda each: bool(each.memo),
    "region certainty": lambda each: bool(each.certainty.value),
})  # fmt: skip


def unsaid_values(read: CorpusRead) -> frozenset[str]:
    """Name the values that no annotation, or no excluded region, of what was read has."""
    said = {
        *_said(_OF_ANNOTATIONS, chain(*read.corpus.annotations.values(), (each.annotation for each in read.unplaced))),
        *_said(_OF_REGIONS, read.corpus.regions),
    }
    return frozenset({*_OF_ANNOTATIONS, *_OF_REGIONS} - said)


def _said(asked: Mapping[str, Callable[[Coded], bool]], several: Iterable[Coded]) -> Iterator[str]:
    for each in several:
        yield from (name for name, has in asked.items() if has(each))
