# SPDX-License-Identifier: MIT
"""The consensus in the form of annotations, as if one more coder had made them: for formats that know no other."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.domain import (
    NO_ATTRIBUTES,
    Annotation,
    AnnotationId,
    Certainty,
    Coder,
    CoderId,
    Document,
    DocumentId,
    Verdict,
)
from annotator.domain.identifiers import derived_uuid
from annotator.merging.adjudication_order import QueueOrder, ordered
from annotator.merging.consensus import ConsensusPassage, Provenance, consensus
from annotator.operations.adjudication_reading import adjudication
from annotator.operations.coding_rounds import rounds
from annotator.operations.projects import Project
from annotator.store import queries
from annotator.text.quotation import context, quote

NAME = "Consensus"


@dataclass(frozen=True, slots=True)
class Consensus:
    """The settled passages of each document as annotations, and how many clusters are still open."""

    annotations: Mapping[DocumentId, Sequence[Annotation]]
    unresolved: int


def consensus_coder(project: Project) -> Coder:
    """Give the coder whose annotations the consensus is; its identity follows from the project's."""
    return Coder(CoderId(derived_uuid("consensus coder", project.project_id)), NAME)


def gather_consensus(project: Project, *, round_names: Sequence[str] = ()) -> Consensus:
    """Read the consensus of these rounds, none meaning all.

    An annotation of it has the decision's note as memo and its certainty; of attributes it has those in
    which the annotations behind it agree (where one coder's version was taken: that coder's).
    """
    gathering = _Gathering(project)
    unresolved = 0
    for each in rounds(project):
        if round_names and each.name not in round_names:
            continue
        queue = ordered(adjudication(project, round_name=each.name), by=QueueOrder.TEXT)
        for passage in consensus(queue):
            if passage.provenance is Provenance.UNRESOLVED:
                unresolved += 1
            else:
                gathering.take(passage)
    return Consensus(gathering.found, unresolved)


class _Gathering:
    """Makes annotations of passages, with their words from one document at a time."""

    def __init__(self, project: Project) -> None:
        self.found: dict[DocumentId, list[Annotation]] = {}
        self._project = project
        self._coder = consensus_coder(project)
        self._documents: dict[DocumentId, Document] = {each.id: each for each in queries.documents(project.live)}
        self._seen: Counter[tuple[str, ...]] = Counter()
        self._here: tuple[DocumentId, dict[AnnotationId, Annotation]] | None = None

    def take(self, passage: ConsensusPassage) -> None:
        entry, span = passage.entry, passage.span
        document = self._documents[entry.document]
        text = self._project.texts.body(document.text_sha256)
        key = (document.id, entry.ref.round, passage.code, str(span.start), str(span.end))
        self._seen[key] += 1
        before, after = context(text, span)
        decision = entry.decision
        made = Annotation(
            id=AnnotationId(derived_uuid("consensus", self._project.project_id, *key, str(self._seen[key]))),
            document=document.id, coder=self._coder.id, code=passage.code, span=span, quote=quote(text, span),
            before=before, after=after, attributes=self._attributes(passage), round=entry.ref.round,
            memo=decision.note if decision else "", certainty=decision.certainty if decision else Certainty.NOT_SET,
            codebook_revision=decision.codebook_revision if decision else "",
        )  # fmt: skip
        self.found.setdefault(document.id, []).append(made)

    def _attributes(self, passage: ConsensusPassage) -> Mapping[str, str]:
        """Give the attributes on which the annotations behind a passage agree, where they set them at all."""
        entry, decision = passage.entry, passage.entry.decision
        taken = decision.taken if decision is not None and decision.verdict is Verdict.TAKEN else None
        here = self._annotations(entry.document)
        behind = [here[each] for each in entry.ref.members if each in here]
        said: dict[str, set[str]] = {}
        for annotation in behind:
            if annotation.code == passage.code and taken in (None, annotation.coder):
                for name, value in annotation.attributes.items():
                    said.setdefault(name, set()).add(value)
        return {name: values.pop() for name, values in sorted(said.items()) if len(values) == 1} or NO_ATTRIBUTES

    def _annotations(self, document: DocumentId) -> dict[AnnotationId, Annotation]:
        if self._here is None or self._here[0] != document:
            self._here = document, {each.id: each for each in queries.annotations(self._project.live, document)}
        return self._here[1]
