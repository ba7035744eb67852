# SPDX-License-Identifier: MIT
"""How a coder's own passages were decided, for rounds that the lead has released.

A coder's file holds no decisions, only extracts made for that coder: entities of their own, derived
from decision and coder, which name the coder's own annotations and nobody else's. They lie in the
lead's file too, where nothing counts them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.domain import (
    Annotation,
    AnnotationId,
    CodeId,
    CoderId,
    Decision,
    DecisionId,
    DecisionReason,
    DocumentId,
    Json,
    Span,
    Verdict,
    canonical_json,
)
from annotator.domain.identifiers import derived_uuid
from annotator.merging.clusters import Mark, basis_of
from annotator.operations.coding_rounds import rounds
from annotator.operations.decisions import RELEASED, is_extract
from annotator.operations.passages import passage, text_of
from annotator.operations.projects import Project
from annotator.store import identities, queries, team_queries


@dataclass(frozen=True, slots=True)
class OwnDecision:
    """What became of some of a coder's own annotations. ``was_followed``: the result is exactly what they marked."""

    document: DocumentId
    round: str
    code: CodeId
    annotations: tuple[AnnotationId, ...]
    verdict: Verdict
    result: CodeId
    spans: tuple[Span, ...]
    was_followed: bool
    reason: DecisionReason
    note: str
    judged: str


def own_decisions(project: Project, *, coder: CoderId) -> tuple[OwnDecision, ...]:
    """Give the decisions on a coder's own annotations in released rounds, by document and place.

    In a file that was handed out these are the extracts that came with it.
    """
    own = _own_annotations(project, coder)
    wanted = _extracts(project) if project.state().is_handed_out else _released(project)
    found = [(each, _members(each, own)) for each in wanted]
    order = {document.id: place for place, document in enumerate(queries.documents(project.live))}
    rows = [_own(decision, members) for decision, members in found if members]
    starts = {each.id: each.span.start for each in own.values()}
    return tuple(sorted(rows, key=lambda row: (order.get(row.document, 0), starts[row.annotations[0]], row.code)))


def released_fields(project: Project, *, coder: CoderId) -> list[tuple[DecisionId, dict[str, Json]]]:
    """Give the extracts that a coder's file shall hold: identity and fields of each.

    Neither an annotation of anybody else's is in them, nor whose version was taken unless it is the
    coder's, nor the identity of the decision itself.
    """
    own = _own_annotations(project, coder)
    people = identities.load(project.live)
    found = []
    for each in _released(project):
        members = _members(each, own)
        if members:
            taken = each.taken if each.taken and people.coder(each.taken) == people.coder(coder) else ""
            fields = _extract(project, each, members, coder=coder) | {"taken": taken}
            found.append((_extract_id(each.id, coder), fields))
    return found


def _extract_id(decision: DecisionId, coder: CoderId) -> DecisionId:
    return DecisionId(derived_uuid("released decision", decision, coder))


def _released(project: Project) -> Iterator[Decision]:
    """Go through the settled decisions of released rounds, as they were written."""
    names = {each.name for each in rounds(project) if each.released}
    for each in team_queries.decisions(project.live):
        if each.round in names and each.settles and not is_extract(each):
            yield each


def _extracts(project: Project) -> list[Decision]:
    return [each for each in team_queries.decisions(project.live) if is_extract(each)]


def _own_annotations(project: Project, coder: CoderId) -> dict[AnnotationId, Annotation]:
    person = identities.load(project.live).coder(coder)
    return {each.id: each for each in queries.annotations(project.live) if each.coder == person}


def _members(decision: Decision, own: dict[AnnotationId, Annotation]) -> list[Annotation]:
    found = [own[each] for each in decision.members if each in own]
    return sorted(found, key=lambda each: (each.span, each.id))


def _own(decision: Decision, members: list[Annotation]) -> OwnDecision:
    spans = tuple(sorted({each.span for each in members}))
    return OwnDecision(
        document=decision.document, round=decision.round, code=decision.code,
        annotations=tuple(each.id for each in members), verdict=decision.verdict, result=decision.result,
        spans=decision.spans, was_followed=decision.spans == spans and decision.result == decision.code,
        reason=decision.reason, note=decision.note, judged=decision.judged,
    )  # fmt: skip


def _extract(project: Project, decision: Decision, members: list[Annotation], *, coder: CoderId) -> dict[str, Json]:
    text = text_of(project, decision.document)
    parameters: dict[str, Json] = {RELEASED: coder}
    return {
        "document": decision.document, "round": decision.round, "code": decision.code,
        "members": sorted(each.id for each in members),
        "basis": basis_of(Mark(each.id, each.coder, each.code, each.span) for each in members),
        "verdict": decision.verdict.value, "result": decision.result,
        "spans": [passage(text, span) for span in decision.spans], "reason": decision.reason.value,
        "note": decision.note, "certainty": decision.certainty.value, "judge": decision.judge,
        "judged": decision.judged, "blind": decision.blind, "source": decision.source.value,
        "parameters": canonical_json(parameters), "codebook_revision": decision.codebook_revision,
    }  # fmt: skip
