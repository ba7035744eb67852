# SPDX-License-Identifier: MIT
"""What is counted, one article at a time, and what is asked of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from annotator.counting.relations import Bounds
from annotator.counting.selection import EVERYTHING, Selection
from annotator.domain import Annotation, CodeId, CoderId, Document

Finished = Mapping[tuple[CoderId, str], frozenset[CodeId]]
_NOBODY: Finished = MappingProxyType({})


class Basis(StrEnum):
    """Whose figures: of each coder, their mean over the coders, or those of the consensus. Never their sum."""

    PER_CODER = "per_coder"
    MEAN = "mean"
    CONSENSUS = "consensus"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedArticle:
    """An article with those of its annotations that were selected, in the order of the text.

    ``excluded`` is the union of the accepted excluded regions. ``units`` are the sentences or paragraphs that do
    not lie wholly in those, where a relation asks for them. ``finished`` says who finished the article
    in which round, and which codes they could use: only there is silence a zero.
    """

    document: Document
    annotations: Sequence[Annotation] = ()
    excluded: Bounds = ()
    units: Bounds = ()
    finished: Finished = field(default_factory=lambda: _NOBODY)

    def silent(self, code: CodeId) -> Iterator[CoderId]:
        """Give those who finished the article in some round and could have used a code."""
        for (coder, _), codes in self.finished.items():
            if code in codes:
                yield coder


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The codes and coders whose cells there shall be, in their order, and the selection that all cells narrow.

    Where the basis is the consensus, its identity is the only coder.
    """

    codes: tuple[CodeId, ...]
    coders: tuple[CoderId, ...]
    basis: Basis = Basis.PER_CODER
    selection: Selection = EVERYTHING

    @property
    def voices(self) -> Iterable[tuple[CoderId, ...]]:
        """The coders behind each figure: one, or all of them for the mean."""
        return (self.coders,) if self.basis is Basis.MEAN else ((coder,) for coder in self.coders)

    def named(self, voice: tuple[CoderId, ...]) -> CoderId:
        """Give the coder whose figures these are; "" for the mean."""
        return CoderId("") if self.basis is Basis.MEAN else voice[0]
