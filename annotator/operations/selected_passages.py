# SPDX-License-Identifier: MIT
"""The passages that a selection means, read one article at a time: what quotes and counts have in common."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property

from annotator.counting.duplicates import Duplicates, duplicates
from annotator.counting.relations import BY_UNIT, Bounds
from annotator.counting.selecting import is_wanted, selected
from annotator.counting.selection import Relation, Selection
from annotator.counting.stretches import length_outside, union
from annotator.domain import (
    Annotation,
    AnnotationId,
    Code,
    CodeId,
    Coder,
    CoderId,
    CompletionState,
    Document,
    DocumentId,
    RegionState,
)
from annotator.operations.consensus_as_coder import consensus_coder, gather_consensus
from annotator.operations.projects import Project
from annotator.operations.unit_bounds import unit_bounds
from annotator.store import queries

Progress = Callable[[float], None]
"""Is told the share that is done, and may raise to end the work."""

_CODE, _CODER = "unknown code", "unknown coder"


class SelectedPassages:
    """Belongs to the thread of the project and may be used while that is open and unchanged.

    What lies wholly in accepted excluded regions is never among the passages.
    """

    def __init__(self, project: Project, selection: Selection) -> None:
        self._project, self._live, self.selection = project, project.live, selection
        self.consensus = consensus_coder(project) if selection.consensus else None
        self.codes: Mapping[CodeId, Code] = {code.id: code for code in queries.codebook(self._live).codes}
        self.coders: Mapping[CoderId, Coder] = {coder.id: coder for coder in queries.coders(self._live)}
        if self.consensus:
            self.coders = {**self.coders, self.consensus.id: self.consensus}
        self.all_documents = queries.documents(self._live)
        self._code_ranks = {code: rank for rank, code in enumerate(self.codes)}
        self._coder_ranks = {coder: rank for rank, coder in enumerate(self.coders)}

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The articles in which there may be passages, in their order."""
        return tuple(each for each in self.all_documents if is_wanted(each, self.selection))

    def passages(self, document: Document) -> Sequence[Annotation]:
        """Give the passages of one of these articles by start, -end, code, coder and id."""
        counted = self._counted(document.id)
        if self._left_out:
            counted = [each for each in counted if each.id not in self._left_out]
        return selected(counted, self.selection, units=lambda: self.units(document))

    def all_passages(self, *, progress: Progress | None = None) -> Iterator[tuple[Document, Sequence[Annotation]]]:
        """Give the articles with their passages, those without any too."""
        for number, document in enumerate(self.documents, start=1):
            yield document, self.passages(document)
            if progress:
                progress(number / len(self.documents))

    def units(self, document: Document, relation: Relation | None = None) -> Bounds:
        """Give the sentences or paragraphs that a relation asks for, without those that are wholly excluded."""
        together = self.selection.together
        asked = relation or (together.relation if together else None)
        if asked not in BY_UNIT:
            return ()
        text = self._project.texts.body(document.text_sha256)
        bounds = unit_bounds(text, sha256=document.text_sha256, unit=str(asked))
        excluded = self.excluded.get(document.id)
        return [each for each in bounds if length_outside([each], excluded)] if excluded else bounds

    @cached_property
    def excluded(self) -> Mapping[DocumentId, Bounds]:
        """The union of the accepted excluded regions of the articles that have any."""
        found: dict[DocumentId, list[tuple[int, int]]] = {}
        for each in queries.regions(self._live):
            if each.state is RegionState.ACCEPTED:
                found.setdefault(each.document, []).append((int(each.span.start), int(each.span.end)))
        return {document: union(spans) for document, spans in found.items()}

    def having(self, *, codes: Collection[CodeId] = (), coders: Collection[CoderId] = ()) -> set[DocumentId] | None:
        """Give the articles in which somebody used one of these codes; None where nothing was asked or is known."""
        if self.consensus or not (codes or coders):
            return None
        counts = self._counts
        return {
            document
            for coder, code, document in counts
            if (not codes or code in codes) and (not coders or coder in coders)
        }

    @cached_property
    def _counts(self) -> Collection[tuple[CoderId, CodeId, DocumentId]]:
        return queries.counts(self._live).keys()

    @cached_property
    def used(self) -> tuple[list[CodeId], list[CoderId]]:
        """The codes and coders that there are, the used ones that the project does not know at the end."""
        keys = () if self.consensus else self._counts
        codes = dict.fromkeys((*self.codes, *sorted(code for _, code, _ in keys)))
        coders = dict.fromkeys((*self.coders, *sorted(coder for coder, _, _ in keys)))
        return list(codes), list(coders)

    @cached_property
    def states(self) -> Mapping[tuple[CoderId, DocumentId, str], CompletionState]:
        """How far everybody is who said so."""
        return {(each.coder, each.document, each.round): each.state for each in queries.completions(self._live)}

    @cached_property
    def _left_out(self) -> frozenset[AnnotationId]:
        policy = Duplicates(self.selection.duplicates)
        return duplicates(
            self.all_documents, annotations_of=self._counted, policy=policy, attributes=self.selection.same
        )

    @cached_property
    def _of_consensus(self) -> Mapping[DocumentId, Sequence[Annotation]]:
        return gather_consensus(self._project, round_names=self.selection.rounds).annotations

    def _counted(self, document: DocumentId) -> list[Annotation]:
        """Give what was coded in an article and counts, in order."""
        if self.consensus:
            found = list(self._of_consensus.get(document, ()))
        else:
            found = list(queries.annotations(self._live, document))
            if self.selection.states:
                found = [each for each in found if self._state(each) in self.selection.states]
        if excluded := self.excluded.get(document):
            found = [each for each in found if length_outside([(each.span.start, each.span.end)], excluded)]
        found.sort(key=self._order)
        return found

    def _state(self, annotation: Annotation) -> CompletionState:
        """Give how far its coder is; who has an annotation in an article has begun it."""
        state = self.states.get((annotation.coder, annotation.document, annotation.round))
        return CompletionState.FINISHED if state is CompletionState.FINISHED else CompletionState.IN_PROGRESS

    def _order(self, annotation: Annotation) -> tuple[int, int, int, int, str]:
        return (
            annotation.span.start, -annotation.span.end, self.code_rank(annotation.code),
            self.coder_rank(annotation.coder), annotation.id,
        )  # fmt: skip

    def code_rank(self, code: CodeId) -> int:
        """Give the place of a code in the codebook; one that is not there comes last."""
        return self._code_ranks.get(code, len(self._code_ranks))

    def coder_rank(self, coder: CoderId) -> int:
        """Give the place of a coder by name; one whom the project does not know comes last."""
        return self._coder_ranks.get(coder, len(self._coder_ranks))

    def code(self, code: CodeId) -> Code:
        """Give a code, also one that was used and that the project does not know."""
        return self.codes.get(code) or Code(code, name=_CODE, short_name=_CODE)

    def coder(self, coder: CoderId) -> Coder:
        """Give a coder, also one whom the project does not know."""
        return self.coders.get(coder) or Coder(coder, _CODER)

    def text(self, document: Document) -> str:
        """Give the text of an article."""
        return self._project.texts.body(document.text_sha256)
