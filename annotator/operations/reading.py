# SPDX-License-Identifier: MIT
"""What a window or a command shows of a project, as plain values."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from annotator.domain import (
    MAIN_ROUND,
    Annotation,
    AnnotationId,
    Codebook,
    CodeId,
    CodePoint,
    Coder,
    CoderId,
    Completion,
    CompletionState,
    Document,
    DocumentId,
    FileId,
    ProjectId,
    Refused,
    Region,
    RegionState,
)
from annotator.operations.history import labels
from annotator.operations.passages import round_of, text_of
from annotator.operations.projects import Project
from annotator.store import identities, journal, queries, team_queries

LONGEST_QUOTE = 400
"""How many characters of a passage are read where only its beginning is shown."""


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """One row of the list of articles, from the view of the active coder, in the round in which this file is coded.

    ``counts`` are the active coder's annotations by code; ``finished_by`` everybody who finished it;
    ``furthest`` how far the active coder has read in this copy, in code points.
    """

    document: Document
    state: CompletionState
    reason: str
    counts: Mapping[CodeId, int]
    finished_by: tuple[CoderId, ...]
    furthest: CodePoint


@dataclass(frozen=True, slots=True)
class Overview:
    """A project at a glance. ``round`` is the one in which this file is coded, and whose work ``documents`` show.

    ``annotations`` counts those of all rounds. ``undo`` and ``redo`` name what would be undone, or are empty.
    ``coders`` holds each person once; ``second_identities`` are those that count as one of them.
    """

    name: str
    path: Path
    project: ProjectId
    file: FileId
    lead: CoderId
    active_coder: Coder | None
    coders: tuple[Coder, ...]
    codebook: Codebook
    documents: tuple[DocumentSummary, ...]
    annotations: int
    shown: tuple[CoderId, ...]
    undo: str
    redo: str
    round: str = MAIN_ROUND
    is_handed_out: bool = False
    second_identities: tuple[Coder, ...] = ()

    def coder(self, wanted: CoderId) -> Coder:
        """Give the coder of this identity; one whom the project does not name is called unknown."""
        known = (*self.coders, *self.second_identities)
        return next((coder for coder in known if coder.id == wanted), Coder(wanted, "unknown coder"))


@dataclass(frozen=True, slots=True)
class Article:
    """One document with its text and what the chosen coders did in it, by start and id."""

    document: Document
    text: str
    annotations: tuple[Annotation, ...]
    regions: tuple[Region, ...]
    completions: tuple[Completion, ...]


@dataclass(frozen=True, slots=True)
class CountRow:
    """How often one coder used one code in one document."""

    document: Document
    coder: Coder
    code: CodeId
    short_name: str
    annotations: int


@dataclass(frozen=True, slots=True)
class Info:
    """The counts of a project; ``journal_digest`` is equal for equal sets of changes."""

    name: str
    path: Path
    project: ProjectId
    file: FileId
    lead: str
    documents: tuple[Document, ...]
    coders: tuple[Coder, ...]
    codebook: Codebook
    rows: tuple[CountRow, ...]
    completions: tuple[Completion, ...]
    regions: Mapping[RegionState, int]
    changes: int
    journal_digest: str

    @property
    def annotations(self) -> int:
        """The number of annotations in all."""
        return sum(row.annotations for row in self.rows)


def overview(project: Project) -> Overview:
    """Read a project at a glance; no text is read."""
    live, state = project.live, project.state()
    name, lead = queries.project_name_and_lead(live, project.project_id)
    known, everybody = identities.load(live), queries.coders(live)
    coders = tuple(coder for coder in everybody if not coder.counts_as)
    active = next((coder for coder in coders if coder.id == known.coder(state.active_coder)), None)
    undo, redo = labels(project, coder=active.id) if active else ("", "")
    return Overview(
        name=name, path=project.path, project=project.project_id, file=project.file_id, lead=lead,
        active_coder=active, coders=coders, codebook=queries.codebook(live),
        documents=_summaries(project, active, state.active_round), annotations=queries.number_of_annotations(live),
        shown=tuple(dict.fromkeys(map(known.coder, state.shown))), undo=undo, redo=redo, round=state.active_round,
        is_handed_out=state.is_handed_out,
        second_identities=tuple(coder for coder in everybody if coder.counts_as),
    )  # fmt: skip


def _summaries(project: Project, active: Coder | None, round_name: str) -> tuple[DocumentSummary, ...]:
    own = active.id if active else CoderId("")
    counts: dict[DocumentId, dict[CodeId, int]] = {}
    for (_, code, document), number in queries.counts(project.live, (own,), round_name=round_name).items():
        counts.setdefault(document, {})[code] = number
    finished: dict[DocumentId, list[CoderId]] = {}
    mine: dict[DocumentId, Completion] = {}
    for completion in queries.completions(project.live):
        if completion.round != round_name:
            continue
        if completion.state is CompletionState.FINISHED:
            finished.setdefault(completion.document, []).append(completion.coder)
        if completion.coder == own:
            mine[completion.document] = completion
    furthest = queries.furthest_read(project.live, own)
    not_begun = _states_of_the_not_begun(project, own, round_name)
    return tuple(
        DocumentSummary(
            document=document,
            state=mine[document.id].state if document.id in mine else not_begun(document.id),
            reason=mine[document.id].reason if document.id in mine else "",
            counts=counts.get(document.id, {}),
            finished_by=tuple(finished.get(document.id, ())),
            furthest=CodePoint(furthest.get(document.id, 0)),
        )
        for document in queries.documents(project.live)
    )


def _states_of_the_not_begun(
    project: Project, coder: CoderId, round_name: str
) -> Callable[[DocumentId], CompletionState]:
    """Say how far a coder is with an article that was never begun: not assigned, or not started."""
    own = team_queries.assigned_to(project.live, coder, round_name)
    if own is None:
        return lambda _: CompletionState.NOT_STARTED
    return lambda document: CompletionState.NOT_STARTED if document in own else CompletionState.NOT_ASSIGNED


def article(
    project: Project,
    *,
    document: DocumentId,
    coders: Collection[CoderId] | None = None,
    round_name: str | None = None,
) -> Article:
    """Read one document, verified against its hash, with what these coders (None: all) did in a round.

    None stands for the round in which this file is coded.

    Of other coders' regions only accepted ones are given: a proposal is seen by its coder alone,
    unless all coders are asked for. Raises Refused where the document is not in the project.
    """
    found = next((each for each in queries.documents(project.live) if each.id == document), None)
    if found is None:
        raise Refused("This article is not in the project.", where=document)
    shown = round_of(project, round_name)
    annotations = tuple(
        each
        for each in queries.annotations(project.live, document)
        if each.round == shown and (coders is None or each.coder in coders)
    )
    regions = tuple(
        each
        for each in queries.regions(project.live, document)
        if coders is None or each.coder in coders or each.state is RegionState.ACCEPTED
    )
    return Article(
        found, project.texts.body(found.text_sha256), annotations, regions,
        tuple(each for each in queries.completions(project.live, document) if each.round == shown),
    )  # fmt: skip


def quotes(
    project: Project, *, places: Sequence[tuple[str, int, int]], longest: int = LONGEST_QUOTE
) -> dict[tuple[str, int, int], str]:
    """Give the words at (document, start, end) places, each cut to its beginning; each text is read once.

    Raises Refused where a document is not in the project.
    """
    found: dict[tuple[str, int, int], str] = {}
    for document, here in groupby(sorted(places), key=itemgetter(0)):
        text = text_of(project, DocumentId(document))
        found |= {(document, start, end): text[start : min(end, start + longest)] for _, start, end in here}
    return found


def annotation(project: Project, *, annotation: AnnotationId) -> Annotation | None:
    """Give one annotation, or None where it is not there or deleted."""
    return queries.annotation(project.live, annotation)


def annotations(project: Project) -> Iterator[Annotation]:
    """Give every annotation, document by document; no cursor stays open between two documents."""
    for document in queries.documents(project.live):
        yield from tuple(queries.annotations(project.live, document.id))


def info(project: Project) -> Info:
    """Count a project by document, coder and code."""
    live = project.live
    name, lead = queries.project_name_and_lead(live, project.project_id)
    documents, coders, codebook = queries.documents(live), queries.people(live), queries.codebook(live)
    people = {coder.id: coder for coder in coders}
    words = {code.id: code.short_name for code in codebook.codes}
    texts = {document.id: document for document in documents}
    rows = [
        CountRow(texts[document], people.get(coder, Coder(coder, "unknown coder")), code, words.get(code, code), number)
        for (coder, code, document), number in queries.counts(live).items()
        if document in texts
    ]
    rows.sort(key=lambda row: (row.document.position, row.document.name, row.coder.name, row.short_name))
    changes = journal.ids(live)
    return Info(
        name=name, path=project.path, project=project.project_id, file=project.file_id,
        lead=people[lead].name if lead in people else "", documents=documents, coders=coders, codebook=codebook,
        rows=tuple(rows), completions=queries.completions(live),
        regions=Counter(region.state for region in queries.regions(live)), changes=len(changes),
        journal_digest=journal.digest(changes),
    )  # fmt: skip
