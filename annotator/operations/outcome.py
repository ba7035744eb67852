# SPDX-License-Identifier: MIT
"""What a verb gives back: what it made, and what it touched, so that views know whether they are stale."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from annotator.domain import Annotation, AnnotationId, DocumentId, RegionId

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Touched:
    """What a verb changed. ``everything`` says: read it all anew."""

    documents: frozenset[DocumentId] = frozenset()
    annotations: frozenset[AnnotationId] = frozenset()
    regions: frozenset[RegionId] = frozenset()
    codebook: bool = False
    coders: bool = False
    everything: bool = False

    @classmethod
    def passages(cls, annotations: Iterable[Annotation]) -> "Touched":
        """Say that these annotations, and with them their documents, changed."""
        kept = tuple(annotations)
        return cls(documents=frozenset(each.document for each in kept), annotations=frozenset(each.id for each in kept))


NOTHING = Touched()
EVERYTHING = Touched(everything=True, codebook=True, coders=True)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Made]):
    """The value a verb made, what it touched, and the verb's name in the journal."""

    value: Made
    touched: Touched = field(default=NOTHING)
    verb: str = ""
