# SPDX-License-Identifier: MIT
"""Which texts of the files are nearly ones that are here, and what of their annotations could be carried over.

A text is offered where it is new here, or where others of its annotations are shown on another text
already; never where its own file holds both texts, for then their coder keeps them apart.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.domain import AnnotationId, CoderId, DocumentId
from annotator.merging.nearness import NamedText, Passage, carrying, nearest
from annotator.merging.plan import Moves
from annotator.merging.questions import Question
from annotator.operations.projects import Project
from annotator.store import queries, team_queries
from annotator.store.guard import ForeignProject


@dataclass(slots=True)
class _Source:
    """A text that may be carried over: its passages by annotation, its files, and the texts beside it in them."""

    text: NamedText
    passages: dict[str, Passage] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    beside: set[str] = field(default_factory=set)


def offers_of(project: Project, foreign: Sequence[ForeignProject], moves: Sequence[Moves]) -> list[Question]:
    """Ask about the passages on texts that are nearly ones that are here."""
    before = team_queries.carried_from(project.live)
    unknown = {entity for each in moves for entity, earlier, _ in each.of_kind("document") if earlier is None}
    sources: dict[DocumentId, _Source] = {}
    for read, each in zip(foreign, moves, strict=True):
        _gather(sources, read, each, unknown | before.keys())
    sources = {document: source for document, source in sources.items() if source.passages}
    if not sources:
        return []
    questions: list[Question] = []
    for document, target in _targets(project, sources, before).items():
        source = sources[document]
        questions += carrying(source.text, target, source.passages.values(), files=tuple(source.files))
    return questions


def _gather(sources: dict[DocumentId, _Source], read: ForeignProject, moves: Moves, wanted: Collection[str]) -> None:
    """Take the texts of one file that may be carried over, with the annotations that are new on them."""
    documents = moves.of_kind("document")
    coming = {DocumentId(entity): state for entity, _, state in documents if not state.deleted and entity in wanted}
    for document, state in coming.items():
        body = read.texts[str(state.values["text_sha256"])]
        source = sources.setdefault(document, _Source(NamedText(document, str(state.values["name"]), body)))
        source.files.append(read.path.name)
        source.beside.update(entity for entity, _, _ in documents)
    for entity, _, state in moves.of_kind("annotation") if coming else ():
        document, span = DocumentId(str(state.values["document"])), state.values["span"]
        if document in coming and entity in moves.moved and not state.deleted and isinstance(span, dict):
            coder = CoderId(str(state.values["coder"]))
            sources[document].passages[entity] = Passage(AnnotationId(entity), coder, span)


def _targets(
    project: Project, sources: Mapping[DocumentId, _Source], before: Mapping[DocumentId, DocumentId]
) -> dict[DocumentId, NamedText]:
    here = {
        each.id: NamedText(each.id, each.name, project.texts.body(each.text_sha256))
        for each in queries.documents(project.live)
        if each.id not in sources and each.id not in before
    }
    known = {document: here[before[document]] for document in sources if before.get(document) in here}
    fresh = [source.text for document, source in sources.items() if document not in before]
    near = nearest(fresh, here.values())
    return known | {
        document: target for document, target in near.items() if target.document not in sources[document].beside
    }
