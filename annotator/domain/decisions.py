# SPDX-License-Identifier: MIT
"""What the lead settled: one decision per cluster of competing annotations, a layer of its own."""

from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.identifiers import AnnotationId, CodeId, CoderId, DecisionId, DocumentId
from annotator.domain.model import Certainty
from annotator.domain.span import Span


class Verdict(StrEnum):
    """What was made of a cluster. All but REJECTED and DEFERRED leave spans in the consensus."""

    TAKEN = "taken"
    UNION = "union"
    INTERSECTION = "intersection"
    MAJORITY = "majority"
    OWN = "own"
    REJECTED = "rejected"
    DEFERRED = "deferred"


class DecisionReason(StrEnum):
    """Why coders differed, as the judge sees it; NOT_SET where nothing was said."""

    NOT_SET = ""
    AMBIGUOUS_TEXT = "ambiguous_text"
    CODEBOOK_GAP = "codebook_gap"
    CODER_SLIP = "coder_slip"
    EDGE_CASE = "edge_case"
    OTHER_READING = "other_reading"
    BOUNDARY_ONLY = "boundary_only"
    WEB_FURNITURE = "web_furniture"


class DecisionSource(StrEnum):
    """Whether a person judged or a rule filled it in."""

    PERSON = "person"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: on which annotations, what came of it, who, why, how sure.

    ``members`` are the annotations of the cluster as it was judged, ``basis`` a hash of where and
    what they were then: a cluster whose members moved since has another one. ``taken`` is the coder
    whose version was taken, empty for other verdicts. ``spans`` are the consensus, under
    ``result``, the code they carry; none where it was rejected or deferred. ``parameters`` are those
    of a rule, as canonical JSON. ``judged`` is ISO-8601 in UTC.
    """

    id: DecisionId
    document: DocumentId
    round: str
    code: CodeId
    members: tuple[AnnotationId, ...]
    basis: str
    verdict: Verdict
    result: CodeId
    spans: tuple[Span, ...]
    judge: CoderId
    judged: str
    taken: CoderId | None = None
    reason: DecisionReason = DecisionReason.NOT_SET
    note: str = ""
    certainty: Certainty = Certainty.NOT_SET
    blind: bool = False
    source: DecisionSource = DecisionSource.PERSON
    parameters: str = ""
    codebook_revision: str = ""

    @property
    def settles(self) -> bool:
        """Whether the cluster is done with."""
        return self.verdict is not Verdict.DEFERRED


@dataclass(frozen=True, slots=True)
class Grouping:
    """The judge's word that these annotations make a cluster of their own, split off or joined."""

    id: str
    document: DocumentId
    round: str
    code: CodeId
    members: tuple[AnnotationId, ...]
