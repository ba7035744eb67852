# SPDX-License-Identifier: MIT
"""What any exchange format can hold of a project, as values: the same for readers and for writers.

A writer is ``write_FORMAT(corpus, path, *, ...) -> tuple[Finding, ...]``, a reader
``read_FORMAT(path, *, ...) -> CorpusRead``; both know nothing of a project file. Offsets are half-open,
in Unicode code points, whatever unit the format itself counts in: readers and writers convert.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from annotator.domain.codebook import Codebook
from annotator.domain.identifiers import AnnotationId, DocumentId
from annotator.domain.metadata import MetadataField
from annotator.domain.model import Annotation, Coder, Completion, Document, Region
from annotator.domain.team import Round
from annotator.exchange.findings import Finding

_NOTHING: Mapping[AnnotationId, str] = MappingProxyType({})
OFFSET_UNIT = "unicode-codepoint"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents with their texts, a codebook, coders, and what these coded.

    ``texts`` has the exact text of each document, ``annotations`` the annotations of each document
    (none: absent or empty); both may read them only when they are asked for, so a writer goes through
    ``documents`` once and asks for one at a time. ``annotations`` come sorted by start, end, code
    order, coder and id. ``created`` is when an annotation was made (ISO 8601 in UTC), ``modified`` the
    time of the last change of the whole (ISO 8601 in UTC, "" where unknown): writers take no other
    clock. ``digest`` names the state of the project that was written, "" where there is none.

    ``rounds`` are those that somebody made, with what they are for; annotations may lie in others.

    A reader gives identities: a document's follows from its text (``domain.document_id``), a code's, a
    coder's or an annotation's is the foreign one where that is a UUID, else derived from what it says.
    """

    name: str
    documents: Sequence[Document]
    texts: Mapping[DocumentId, str]
    codebook: Codebook
    coders: Sequence[Coder]
    annotations: Mapping[DocumentId, Sequence[Annotation]]
    regions: Sequence[Region] = ()
    completions: Sequence[Completion] = ()
    fields: Sequence[MetadataField] = ()
    rounds: Sequence[Round] = ()
    created: Mapping[AnnotationId, str] = field(default_factory=lambda: _NOTHING)
    modified: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """An annotation whose quote does not stand where the file says, or that lies beyond its text.

    ``annotation`` has what the file says: its quote (and context, where the format carries it) and its
    span, which may reach beyond the text. ``where`` is the place in the file ("line 17", "T4").
    """

    annotation: Annotation
    where: str


@dataclass(frozen=True, slots=True)
class CorpusRead:
    """What a reader took from a file: the corpus, what could not be placed, and what there is to say.

    ``unsaid`` names the fields of annotations of which the file says nothing: "attributes", "certainty",
    "ask_lead", "memo", "round", and of excluded regions "region memo", "region certainty". What they are here
    says nothing against what is known of an annotation elsewhere. ``nameless`` are the annotations to which the
    file gives no identity; theirs follows from what it says of them.
    """

    corpus: Corpus
    unplaced: tuple[Unplaced, ...] = ()
    findings: tuple[Finding, ...] = ()
    unsaid: frozenset[str] = frozenset()
    nameless: frozenset[AnnotationId] = frozenset()
