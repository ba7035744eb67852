# SPDX-License-Identifier: MIT
"""The judge's verbs on one cluster: decide, defer, reject, change or withdraw a decision, split, join.

Coders' annotations are never touched. Each verb is one action that undo reaches; a decision that is
changed keeps its identity, and the journal what it was.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise

from annotator.domain import (
    AnnotationId,
    Certainty,
    CodeId,
    CoderId,
    Decision,
    DecisionId,
    DecisionReason,
    DecisionSource,
    DocumentId,
    Json,
    Refused,
    Span,
    Verdict,
    new_uuid,
)
from annotator.domain.fields import IDENTITY
from annotator.merging.adjudication_queue import ClusterRef, Entry, Queue
from annotator.merging.clusters import ClusterKind, shared_characters
from annotator.merging.decision_matching import DRAWN, ClusterState
from annotator.operations.adjudication_reading import adjudication, result_spans
from annotator.operations.blind_judging import blind_seed
from annotator.operations.coding_rounds import chosen_round
from annotator.operations.decisions import decisions_of
from annotator.operations.outcome import Outcome, Touched
from annotator.operations.passages import checked_memo, passage, require_lead, text_of, usable_code
from annotator.operations.projects import Project
from annotator.store import queries, team_queries
from annotator.store.project_file import Action

_CHANGED = (
    "The annotations here, or the decision on them, have changed since they were shown; nothing was written: "
    "look at them again."
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the judge says of a cluster.

    ``taken``: whose version, for TAKEN. ``spans``: for OWN. ``result``: the code that it carries, None
    for that of the cluster.
    """

    verdict: Verdict
    taken: CoderId | None = None
    spans: tuple[Span, ...] = ()
    result: CodeId | None = None
    reason: DecisionReason = DecisionReason.NOT_SET
    note: str = ""
    certainty: Certainty = Certainty.NOT_SET


def decide(project: Project, *, judge: CoderId, ref: ClusterRef, judgement: Judgement) -> Outcome[Decision]:
    """Write a decision on a cluster, or change the one that is there.

    Raises Refused where the cluster is not what ``ref`` says any more, where nothing is left to take,
    where a note is needed, and for anybody but the lead in the lead's file.
    """
    require_judge(project, judge)
    queue = adjudication(project, round_name=ref.round, documents=[ref.document])
    entry = entry_of(queue, ref)
    _require_nobody(queue, entry, judgement)
    if needs_note(queue, entry=entry, judgement=judgement) and not judgement.note.strip():
        raise Refused("This goes against every coder: say why in a note. Nothing was written.")
    fields = decision_fields(project, entry=entry, judgement=judgement)
    fields |= {
        "judge": judge, "judged": judged_now(), "blind": blind_seed(project, round_name=ref.round) is not None,
        "source": DecisionSource.PERSON.value, "parameters": "",
    }  # fmt: skip
    verb = "decide" if ref.decision is None else "change decision"
    verb = {Verdict.REJECTED: "reject", Verdict.DEFERRED: "defer"}.get(judgement.verdict, verb)
    with project.action(author=judge, verb=verb) as action:
        written = write_decision(action, entry, fields)
    return Outcome(_stored(project, written), Touched(documents=frozenset([ref.document])), verb)


def defer(project: Project, *, judge: CoderId, ref: ClusterRef, note: str = "") -> Outcome[Decision]:
    """Put a cluster off until later. Raises as :func:`decide` does."""
    return decide(project, judge=judge, ref=ref, judgement=Judgement(Verdict.DEFERRED, note=note))


def reject(
    project: Project,
    *,
    judge: CoderId,
    ref: ClusterRef,
    reason: DecisionReason = DecisionReason.NOT_SET,
    note: str = "",
) -> Outcome[Decision]:
    """Decide that nothing of this is in the consensus. Raises as :func:`decide` does."""
    return decide(project, judge=judge, ref=ref, judgement=Judgement(Verdict.REJECTED, reason=reason, note=note))


def withdraw_decision(project: Project, *, judge: CoderId, decision: DecisionId) -> Outcome[DocumentId]:
    """Take a decision back, so that its cluster is open again; undo restores it."""
    require_judge(project, judge)
    known = team_queries.decision(project.live, decision)
    if known is None:
        raise Refused("This decision is no longer there.")
    with project.action(author=judge, verb="withdraw decision") as action:
        action.write("decision", decision, {"deleted": True})
    return Outcome(known.document, Touched(documents=frozenset([known.document])), "withdraw decision")


def withdraw_decisions(
    project: Project, *, judge: CoderId, document: DocumentId, round_name: str | None = None
) -> Outcome[int]:
    """Take back all decisions and groupings of an article in a round, to judge it anew; the value counts the decisions.

    One action, which undo reverses. Raises Refused where there are none.
    """
    require_judge(project, judge)
    chosen = chosen_round(project, round_name).name
    made = decisions_of(project, chosen, document=document).get(document, [])
    groupings = [each for each in team_queries.groupings(project.live, document) if each.round == chosen]
    if not made and not groupings:
        raise Refused("Nothing of this article is decided, so there is nothing to take back.")
    with project.action(author=judge, verb="withdraw decisions") as action:
        for each in made:
            action.write("decision", each.id, {"deleted": True})
        for grouping in groupings:
            action.write("grouping", grouping.id, {"deleted": True})
    return Outcome(len(made), Touched(documents=frozenset([document])), "withdraw decisions")


def split_cluster(
    project: Project, *, judge: CoderId, ref: ClusterRef, parts: Sequence[Sequence[AnnotationId]]
) -> Outcome[int]:
    """Make each part of a cluster one of its own; together they hold each annotation once. The value counts them."""
    require_judge(project, judge)
    entry_of(adjudication(project, round_name=ref.round, documents=[ref.document]), ref)
    together = sorted(annotation for part in parts for annotation in part)
    if len(parts) < 2 or not all(parts) or together != sorted(ref.members):
        raise Refused("A cluster is split into two or more parts that hold each of its annotations once.")
    return _grouped(project, judge, ref, parts, verb="split cluster")


def join_clusters(project: Project, *, judge: CoderId, refs: Sequence[ClusterRef]) -> Outcome[int]:
    """Make one cluster of several of the same article, round and code; the value is 1."""
    require_judge(project, judge)
    if len({(ref.document, ref.round, ref.code) for ref in refs}) != 1 or len(set(refs)) < 2:
        raise Refused("Two or more clusters of one article and code can be joined.")
    queue = adjudication(project, round_name=refs[0].round, documents=[refs[0].document])
    if any(entry_of(queue, ref).cluster is None for ref in refs):
        raise Refused("Only what coders have marked can be joined.")
    members = [annotation for ref in refs for annotation in ref.members]
    return _grouped(project, judge, refs[0], [members], verb="join clusters")


def require_judge(project: Project, judge: CoderId) -> None:
    """Raise Refused for anybody but the lead, and in a file that was handed out for coding."""
    if project.state().is_handed_out:
        raise Refused("This file was handed out for coding; decisions are made in the lead's project.")
    require_lead(project, judge, what="decides between coders")


def entry_of(queue: Queue, ref: ClusterRef) -> Entry:
    """Give the entry that a reference means; raises Refused where it has changed since."""
    found = queue.entry(ref)
    if found is not None:
        return found
    if ref != ClusterRef.drawn(document=ref.document, round_name=ref.round, code=ref.code):
        raise Refused(_CHANGED)
    finished = queue.article(ref.document).finished
    return Entry(ref, 0, 0, ClusterKind.OMISSION, ClusterState.INCOMPLETE, "", silent=finished)


def needs_note(queue: Queue, *, entry: Entry, judgement: Judgement) -> bool:
    """Whether a judgement contradicts every coder, so that a note has to say why.

    So it is where all marked something and it is rejected, where an own span is nobody's, and where
    nobody used the resulting code on these words. ``queue`` holds the article's other codes.
    """
    if judgement.verdict is Verdict.DEFERRED:
        return False
    if judgement.verdict is Verdict.REJECTED:
        return bool(entry.versions) and not entry.silent
    if judgement.verdict is Verdict.OWN and all(
        version.spans != tuple(sorted(judgement.spans)) for version in entry.versions
    ):
        return True
    if judgement.result in (None, entry.code):
        return False
    spans = result_of(entry, judgement)
    others = (each for each in queue.of(entry.document) if each.code == judgement.result)
    return not any(shared_characters(version.spans, spans) for each in others for version in each.versions)


def result_of(entry: Entry, judgement: Judgement) -> tuple[Span, ...]:
    """Give the spans of a judgement; raises Refused where there are none, or where own ones overlap."""
    if judgement.verdict is Verdict.OWN:
        spans = tuple(sorted(judgement.spans))
        if any(one.overlaps(two) for one, two in pairwise(spans)):
            raise Refused("The spans overlap; join them or draw them apart.")
    elif judgement.verdict is Verdict.TAKEN and (judgement.taken is None or entry.version(judgement.taken) is None):
        raise Refused("This coder marked nothing here; take somebody else's version, or reject it.")
    else:
        spans = result_spans(entry, verdict=judgement.verdict, taken=judgement.taken)
    if not spans and judgement.verdict not in (Verdict.REJECTED, Verdict.DEFERRED):
        raise Refused("No characters are left by this; choose another way, draw the span, or reject it.")
    return spans


def decision_fields(project: Project, *, entry: Entry, judgement: Judgement) -> dict[str, Json]:
    """Give what a judgement writes, but for who judged, when and how; raises Refused for what cannot be stored."""
    codebook = queries.codebook(project.live)
    spans = result_of(entry, judgement)
    result = judgement.result or entry.code
    if result != entry.code:
        usable_code(codebook, result)
    text = text_of(project, entry.document)
    return {
        "document": entry.document, "round": entry.ref.round, "code": entry.code,
        "members": list(entry.ref.members) if entry.cluster else [],
        "basis": entry.cluster.basis if entry.cluster else DRAWN,
        "verdict": judgement.verdict.value, "taken": judgement.taken or "", "result": result,
        "spans": [passage(text, span) for span in spans], "reason": judgement.reason.value,
        "note": checked_memo(judgement.note), "certainty": judgement.certainty.value,
        "codebook_revision": codebook.revision,
    }  # fmt: skip


def write_decision(action: Action, entry: Entry, fields: Mapping[str, Json]) -> DecisionId:
    """Write a decision into an action: over the one that the entry has, in place of those that it supersedes."""
    for each in entry.superseded:
        action.write("decision", each.id, {"deleted": True})
    if entry.decision is None:
        made = DecisionId(new_uuid())
        action.write("decision", made, fields)
        return made
    # What a decision is on never changes once written.
    action.write("decision", entry.decision.id, {n: v for n, v in fields.items() if n not in IDENTITY["decision"]})
    return entry.decision.id


def judged_now() -> str:
    """Give the time of a decision as ISO-8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _require_nobody(queue: Queue, entry: Entry, judgement: Judgement) -> None:
    """Raise Refused where a span that the judge draws lies on what coders have marked with the same code."""
    if entry.cluster is not None:
        return
    if judgement.verdict is not Verdict.OWN and entry.decision is None:
        raise Refused("Nobody has marked anything here: draw the span.")
    marked = (each for each in queue.of(entry.document) if each.code == entry.code and each.cluster is not None)
    if any(shared_characters(version.spans, judgement.spans) for each in marked for version in each.versions):
        raise Refused("Coders have marked some of these characters with this code; decide on what they marked.")


def _grouped(
    project: Project, judge: CoderId, ref: ClusterRef, parts: Sequence[Sequence[AnnotationId]], *, verb: str
) -> Outcome[int]:
    with project.action(author=judge, verb=verb) as action:
        for part in parts:
            fields: dict[str, Json] = {
                "document": ref.document, "round": ref.round, "code": ref.code, "members": sorted(part),
            }  # fmt: skip
            action.write("grouping", new_uuid(), fields)
    return Outcome(len(parts), Touched(documents=frozenset([ref.document])), verb)


def _stored(project: Project, decision: DecisionId) -> Decision:
    stored = team_queries.decision(project.live, decision)
    if stored is None:
        raise RuntimeError(f"decision {decision} was written and is not there")
    return stored
