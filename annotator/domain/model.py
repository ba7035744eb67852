# SPDX-License-Identifier: MIT
"""What a project holds: documents, coders, annotations, regions, completions. Values only, no behaviour."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from annotator.domain.identifiers import AnnotationId, CodeId, CoderId, DocumentId, RegionId
from annotator.domain.span import Span

MAIN_ROUND = "main"
_NO_CODER, _NO_CODE = CoderId(""), CodeId("")
CONTEXT_LENGTH = 32
"""How many code points of context are kept on each side of a quote."""

NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})


class Certainty(StrEnum):
    """How sure a coder is of one annotation; NOT_SET where the coder did not say."""

    NOT_SET = ""
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class CompletionState(StrEnum):
    """How far one coder is with one document in one round. Only FINISHED gives values to agreement."""

    NOT_ASSIGNED = "not_assigned"
    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    FINISHED = "finished"


class RegionState(StrEnum):
    """Whether the lead has taken a proposed excluded region. Only ACCEPTED ones leave the count."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Coder:
    """A person (or, where ``machine_made``, a program) whose annotations are kept apart from all others'.

    ``counts_as`` is the person whom a second identity stands for; empty for one who stands for themselves.
    """

    id: CoderId
    name: str
    machine_made: bool = False
    counts_as: CoderId = _NO_CODER


@dataclass(frozen=True, slots=True)
class Document:
    """One article. Its text is immutable and lies beside it, found by its SHA-256; ``length`` counts code points.

    ``name`` is the file name it came with, ``other_names`` the further names under which the same
    text came; title, outlet, author and date are as the text gives them (empty: not given).
    """

    id: DocumentId
    name: str
    text_sha256: str
    length: int
    title: str = ""
    outlet: str = ""
    author: str = ""
    date: str = ""
    raw_sha256: str = ""
    encoding: str = ""
    position: int = 0
    other_names: tuple[str, ...] = ()
    url: str = ""
    metadata: Mapping[str, str] = field(default_factory=lambda: NO_ATTRIBUTES)
    duplicate_group: str = ""

    @property
    def heading(self) -> str:
        """What to call it on screen: its title, else its name."""
        return self.title or self.name


@dataclass(frozen=True, slots=True)
class Annotation:
    """One coder's application of one code to one span of one document.

    ``quote`` is ``text[start:end]``; ``before`` and ``after`` are up to 32 code points of context.
    ``attributes`` holds only what is set. ``codebook_revision`` is the codebook it was made under.
    Where the lead has mapped codes or identities, ``coder`` and ``code`` are what the annotation counts
    as; ``original_coder`` and ``original_code`` then hold what was written, else they are empty.
    """

    id: AnnotationId
    document: DocumentId
    coder: CoderId
    code: CodeId
    span: Span
    quote: str
    before: str = ""
    after: str = ""
    attributes: Mapping[str, str] = field(default_factory=lambda: NO_ATTRIBUTES)
    memo: str = ""
    certainty: Certainty = Certainty.NOT_SET
    ask_lead: bool = False
    round: str = MAIN_ROUND
    codebook_revision: str = ""
    original_coder: CoderId = _NO_CODER
    original_code: CodeId = _NO_CODE

    @property
    def coder_as_made(self) -> CoderId:
        """The identity under which it was made."""
        return self.original_coder or self.coder

    @property
    def code_as_made(self) -> CodeId:
        """The code that its coder applied."""
        return self.original_code or self.code


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch that does not belong to the article (web furniture): never a code, proposed by a coder."""

    id: RegionId
    document: DocumentId
    coder: CoderId
    span: Span
    quote: str
    before: str = ""
    after: str = ""
    memo: str = ""
    certainty: Certainty = Certainty.NOT_SET
    state: RegionState = RegionState.PROPOSED


@dataclass(frozen=True, slots=True)
class Completion:
    """How far one coder is with one document in one round, and under which codebook it was finished.

    ``codes`` are the codes that stood in that codebook: only these give values to agreement.
    """

    coder: CoderId
    document: DocumentId
    round: str = MAIN_ROUND
    state: CompletionState = CompletionState.NOT_STARTED
    reason: str = ""
    reopened_at: str = ""
    codebook_revision: str = ""
    codes: tuple[CodeId, ...] = ()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A state of the journal: how many changes had arrived, the hash of their ids, and when it was looked at.

    ``taken`` and ``latest``, the time of the latest change, are ISO-8601 in UTC; the latter is "" in an
    empty journal. Equal digests mean equal sets of changes, whatever file they lie in.
    """

    position: int
    digest: str
    taken: str = ""
    latest: str = ""
