# SPDX-License-Identifier: MIT
"""The chosen part of a project as the study that the tables of the statistics export are built of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import groupby
from operator import attrgetter

from annotator.agreement.question import CHARACTER, DOCUMENT, SENTENCE, Rule
from annotator.counting.duplicates import Duplicates, duplicates
from annotator.domain import (
    Annotation,
    AnnotationId,
    Coder,
    CoderId,
    Completion,
    CompletionState,
    Document,
    DocumentId,
    Region,
)
from annotator.operations.adjudication_reading import adjudication
from annotator.operations.agreement_gathering import chosen_coders, chosen_codes
from annotator.operations.coding_rounds import round_named, rounds
from annotator.operations.consensus_as_coder import consensus_coder, gather_consensus
from annotator.operations.corpus_choice import Layer
from annotator.operations.export_choice import ExportChoice
from annotator.operations.projects import Project
from annotator.operations.unit_bounds import unit_bounds
from annotator.reports.statistics.study import NOBODY, Bounds, Key, Mark, Study, accepted
from annotator.store import identities, metadata_queries, queries, statistics_queries, team_queries

_START = attrgetter("span.start")


def gather_study(project: Project, *, choice: ExportChoice) -> Study:
    """Read what was chosen; annotations and texts are read when they are asked for, one document at a time.

    It belongs to the thread of the project and may be used while that is open. Raises UsageError for
    a coder, code or round that does not exist.
    """
    gathering = _Gathering(project, choice)
    study = gathering.study()
    policy = Duplicates(choice.duplicates)
    left_out = duplicates(
        study.documents, annotations_of=study.annotations_of, policy=policy, attributes=choice.attributes
    )
    gathering.left_out = left_out
    return replace(study, left_out=left_out)


class _Gathering:
    """What all documents share, read once."""

    def __init__(self, project: Project, choice: ExportChoice) -> None:
        self._project, self._choice, self._live = project, choice, project.live
        self._layer = Layer(choice.layer)
        self._codebook = queries.codebook(self._live)
        self._codes = chosen_codes(self._codebook, choice.codes)
        self._places = {code.id: place for place, code in enumerate(self._codebook.codes)}
        chosen = [round_named(project, name=name) for name in choice.rounds] or rounds(project)
        self._rounds = tuple(each.name for each in chosen)
        self._states = self._known_states()
        self._coders = self._chosen_coders()
        self._consensus = consensus_coder(project) if self._layer.has_consensus else None
        self._coder_ids = frozenset(coder.id for coder in self._coders)
        self._code_ids = frozenset(code.id for code in self._codes)
        self._is_filtered = bool(choice.coders or choice.codes or choice.rounds or choice.states)
        self._marks: dict[DocumentId, tuple[Mark, ...]] = {}
        self.left_out: frozenset[AnnotationId] = frozenset()

    def study(self) -> Study:
        choice, consensus = self._choice, self._consensus
        people = {coder.id: coder for coder in queries.coders(self._live)}
        states = self._telling_states()
        if consensus is not None:
            people[consensus.id] = consensus
            states.update(self._settled(consensus))
        shown = self._coders if self._layer.has_coders else ()
        return Study(
            codebook=self._codebook,
            codes=self._codes,
            coders=(*shown, *((consensus,) if consensus else ())),
            people=people,
            rounds=self._rounds,
            documents=queries.documents(self._live),
            fields=metadata_queries.metadata_fields(self._live),
            states=states,
            regions=self._regions,
            attribute_values=statistics_queries.attribute_values(self._live),
            superseded=frozenset(team_queries.carried_from(self._live)),
            consensus=consensus.id if consensus else NOBODY,
            unit=choice.unit,
            rule=Rule.TOUCHED.value if choice.unit == DOCUMENT else choice.rule,
            annotations_of=self._annotations_of,
            marks_of=self._marks_of,
            created_of=lambda _: self._created,
            text_of=lambda document: self._project.texts.body(document.text_sha256),
            units_of=lambda document: self._bounds(document, choice.unit),
            sentences_of=lambda document: self._bounds(document, SENTENCE),
        )

    def _known_states(self) -> dict[Key, Completion]:
        """Give every completion that is known; what was begun or is not assigned has one too."""
        known = identities.load(self._live)
        states = {(each.coder, each.document, each.round): each for each in queries.completions(self._live)}
        for coder, document, name in sorted(statistics_queries.places_of_work(self._live)):
            key = known.coder(coder), document, name
            found = states.get(key)
            if found is None or found.state in (CompletionState.NOT_STARTED, CompletionState.NOT_ASSIGNED):
                states[key] = replace(found or Completion(*key), state=CompletionState.IN_PROGRESS)
        return states

    def _telling_states(self) -> dict[Key, Completion]:
        """Give the completions; where no annotation of a finished article was chosen, silence there says nothing."""
        if not self._choice.states or CompletionState.FINISHED.value in self._choice.states:
            return dict(self._states)
        return {key: replace(each, codes=()) for key, each in self._states.items()}

    def _chosen_coders(self) -> tuple[Coder, ...]:
        """Find the coders, and say of each what is not assigned; nobody named means everybody at work in the rounds."""
        assigned = [each for each in team_queries.assignments(self._live) if each.round in self._rounds]
        busy = {coder for coder, _, name in self._states if name in self._rounds} | {each.coder for each in assigned}
        coders = chosen_coders(self._project, self._choice.coders, busy)
        pairs = {(each.coder, each.document, each.round) for each in assigned}
        for name in {each.round for each in assigned}:
            for document in queries.documents(self._live):
                for coder in coders:
                    key = coder.id, document.id, name
                    if key not in pairs and key not in self._states:
                        self._states[key] = Completion(*key, CompletionState.NOT_ASSIGNED)
        return tuple(sorted(coders, key=lambda coder: (coder.name, coder.id)))

    def _settled(self, consensus: Coder) -> Iterator[tuple[Key, Completion]]:
        """Say how far the consensus is: finished where enough coders are and nothing is left to judge."""
        for name in self._rounds:
            for article in adjudication(self._project, round_name=name).articles:
                document = article.document.id
                finishers = [self._states[coder, document, name].codes for coder in article.finished]
                codes = tuple(code for code in self._places if all(code in each for each in finishers))
                if article.is_waiting:
                    state = CompletionState.NOT_STARTED
                else:
                    state = CompletionState.FINISHED if article.is_decided else CompletionState.IN_PROGRESS
                key = consensus.id, document, name
                yield key, Completion(*key, state, codes=codes)

    @cached_property
    def _regions(self) -> Mapping[DocumentId, Sequence[Region]]:
        found: dict[DocumentId, list[Region]] = {}
        for each in queries.regions(self._live):
            found.setdefault(each.document, []).append(each)
        return found

    @cached_property
    def _created(self) -> Mapping[str, str]:
        return statistics_queries.first_times(self._live)

    @cached_property
    def _of_consensus(self) -> Mapping[DocumentId, Sequence[Annotation]]:
        if self._consensus is None:
            return {}
        return gather_consensus(self._project, round_names=self._rounds).annotations

    def _annotations_of(self, document: DocumentId) -> Sequence[Annotation]:
        found: list[Annotation] = []
        if self._layer.has_coders:
            written = queries.annotations(self._live, document)
            found += filter(self._is_wanted, written) if self._is_filtered else written
        found += filter(self._has_code, self._of_consensus.get(document, ()))
        if document in self._regions:
            excluded = accepted(self._regions[document])
            found = [each for each in found if excluded.left_of(each.span.start, each.span.end)]
        return self._sorted(found)

    def _sorted(self, annotations: list[Annotation]) -> list[Annotation]:
        """Sort annotations. Those of coders come by their starts, so only what begins alike is looked at."""
        if self._consensus is not None:
            annotations.sort(key=_START)
        ordered: list[Annotation] = []
        for _, group in groupby(annotations, key=_START):
            alike = list(group)
            if len(alike) > 1:
                alike.sort(key=self._order)
            ordered += alike
        return ordered

    def _is_wanted(self, annotation: Annotation) -> bool:
        """Whether it was chosen. Where nobody is named, it may be of a coder or code that the project does not know."""
        choice = self._choice
        if (choice.coders and annotation.coder not in self._coder_ids) or not self._has_code(annotation):
            return False
        if annotation.round not in self._rounds:
            return False
        key = annotation.coder, annotation.document, annotation.round
        return not choice.states or self._states[key].state.value in choice.states

    def _has_code(self, annotation: Annotation) -> bool:
        return not self._choice.codes or annotation.code in self._code_ids

    @cached_property
    def _ranks(self) -> Mapping[CoderId, int]:
        return {coder.id: place for place, coder in enumerate(self._coders)}

    def _order(self, annotation: Annotation) -> tuple[int, int, int, int, str]:
        span = annotation.span
        rank = self._ranks.get(annotation.coder, len(self._coders))
        return span.start, -span.end, self._places.get(annotation.code, len(self._places)), rank, annotation.id

    def _marks_of(self, document: DocumentId) -> tuple[Mark, ...]:
        """Give the annotations in brief; they are small enough to be kept for the next table."""
        if document not in self._marks:
            self._marks[document] = tuple(
                Mark(each.coder, each.code, each.round, each.span.start, each.span.end, each.id not in self.left_out)
                for each in self._annotations_of(document)
            )
        return self._marks[document]

    def _bounds(self, document: Document, unit: str) -> Bounds:
        if unit == DOCUMENT:
            return [(0, document.length)] if document.length else []
        if unit == CHARACTER:
            return [(place, place + 1) for place in range(document.length)]
        text = self._project.texts.body(document.text_sha256)
        return unit_bounds(text, sha256=document.text_sha256, unit=unit)
