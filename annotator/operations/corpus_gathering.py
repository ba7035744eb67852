# SPDX-License-Identifier: MIT
"""A project as a corpus that any exchange format can write: read lazily, one document at a time."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Generic, TypeVar

from annotator.domain import (
    Annotation,
    AnnotationId,
    Codebook,
    CodeId,
    Coder,
    CoderId,
    Completion,
    CompletionState,
    Document,
    DocumentId,
    Region,
    RegionId,
    RegionState,
    UsageError,
)
from annotator.domain.identifiers import derived_uuid
from annotator.exchange.corpus import Corpus
from annotator.exchange.findings import Finding, FindingKind
from annotator.operations.agreement_gathering import chosen_codes
from annotator.operations.consensus_as_coder import Consensus, consensus_coder, gather_consensus
from annotator.operations.corpus_choice import EVERYTHING_CODED, CorpusChoice
from annotator.operations.known_texts import documents_by_word
from annotator.operations.people import person_named
from annotator.operations.projects import Project
from annotator.operations.pseudonyms import pseudonyms
from annotator.store import corpus_queries, metadata_queries, queries, team_queries

Key = TypeVar("Key")
Value = TypeVar("Value")
InArticle = TypeVar("InArticle", Region, Completion)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is to be written, and what there is to say about what is not."""

    corpus: Corpus
    findings: tuple[Finding, ...]


class Lazy(Mapping[Key, Value], Generic[Key, Value]):
    """A mapping whose values are made anew each time one is asked for: nothing is kept of them."""

    def __init__(self, keys: Iterable[Key], made: Callable[[Key], Value]) -> None:
        self._keys = dict.fromkeys(keys)
        self._made = made

    def __getitem__(self, key: Key) -> Value:
        """Make the value of a key; KeyError for one that is not there."""
        if key not in self._keys:
            raise KeyError(key)
        return self._made(key)

    def __iter__(self) -> Iterator[Key]:
        """Go through the keys in their order."""
        return iter(self._keys)

    def __len__(self) -> int:
        """Count the keys."""
        return len(self._keys)


class _CreationTimes(Mapping[AnnotationId, str]):
    """When annotations were made; the journal is gone through at the first question."""

    def __init__(self, project: Project) -> None:
        self._project = project

    @cached_property
    def _found(self) -> Mapping[AnnotationId, str]:
        return corpus_queries.creation_times(self._project.live)

    def __getitem__(self, key: AnnotationId) -> str:
        return self._found[key]

    def __iter__(self) -> Iterator[AnnotationId]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def gather_corpus(project: Project, *, choice: CorpusChoice = EVERYTHING_CODED) -> Gathered:
    """Give a project as a corpus. It belongs to the thread of the project and may be used while that is open.

    Coders are people and codes are those that count as themselves: an annotation of a second identity,
    or under a mapped code, comes as what it counts as. Raises UsageError for a word that names nothing.
    """
    return _Gathering(project, choice).gathered()


class _Gathering:
    """What all documents share, read once."""

    def __init__(self, project: Project, choice: CorpusChoice) -> None:
        self._project = project
        self._choice = choice
        self._codebook = _chosen_codebook(project, choice)
        self._codes = {code.id: place for place, code in enumerate(self._codebook.codes)}
        self._coders = _chosen_coders(project, choice)
        self._rounds = _chosen_rounds(project, choice)
        self._settled = consensus_coder(project)
        self._documents = _chosen_documents(project, choice)
        self._states = self._states_of_work() if choice.states else {}
        self._pseudonyms = pseudonyms(project) if choice.pseudonyms else None
        self._consensus = (
            gather_consensus(project, round_names=self._rounds) if choice.layer.has_consensus else Consensus({}, 0)
        )

    def gathered(self) -> Gathered:
        choice = self._choice
        people = self._coders if choice.layer.has_coders else ()
        settled = (self._settled,) if choice.layer.has_consensus else ()
        named = queries.project_name_and_lead(self._project.live, self._project.project_id)[0]
        state = queries.snapshot(self._project.live)
        corpus = Corpus(
            name=(named or self._project.path.stem) if self._pseudonyms is None else "",
            documents=self._documents,
            texts=Lazy((each.id for each in self._documents), self._text_of),
            codebook=self._codebook,
            coders=(*self._people(people), *settled),
            annotations=Lazy((each.id for each in self._documents), self._annotations_of),
            regions=tuple(self._regions()),
            completions=tuple(self._completions()),
            fields=metadata_queries.metadata_fields(self._project.live),
            rounds=tuple(
                each
                for each in team_queries.rounds(self._project.live)
                if not self._rounds or each.name in self._rounds
            ),
            created={} if choice.pseudonyms else _CreationTimes(self._project),
            modified=state.latest if self._pseudonyms is None else "",
            digest=state.digest,
        )
        return Gathered(corpus, tuple(self._findings()))

    @cached_property
    def _hashes(self) -> dict[DocumentId, str]:
        return {each.id: each.text_sha256 for each in self._documents}

    def _text_of(self, document: DocumentId) -> str:
        return self._project.texts.body(self._hashes[document])

    def _annotations_of(self, document: DocumentId) -> Sequence[Annotation]:
        found: list[Annotation] = []
        if self._choice.layer.has_coders:
            found += filter(self._is_wanted, queries.annotations(self._project.live, document))
        found += (each for each in self._consensus.annotations.get(document, ()) if each.code in self._codes)
        return tuple(sorted(map(self._as_it_leaves, found), key=self._order))

    def _is_wanted(self, annotation: Annotation) -> bool:
        if annotation.code not in self._codes or not self._has_coder(annotation.coder):
            return False
        if self._rounds and annotation.round not in self._rounds:
            return False
        key = annotation.coder, annotation.document, annotation.round
        return not self._choice.states or self._states.get(key, CompletionState.IN_PROGRESS) in self._choice.states

    def _has_coder(self, coder: CoderId) -> bool:
        return any(coder == each.id for each in self._coders)

    def _as_it_leaves(self, annotation: Annotation) -> Annotation:
        made = replace(annotation, original_coder=CoderId(""), original_code=CodeId(""))
        if not self._has_words:
            made = replace(made, memo="")
        if self._pseudonyms is None:
            return made
        identity = AnnotationId(derived_uuid("pseudonym", self._pseudonyms.annotation(annotation.id)))
        return replace(made, id=identity, coder=self._leaving(annotation.coder))

    @property
    def _has_words(self) -> bool:
        """Whether memos and reasons leave: free words would tell who wrote them."""
        return self._choice.memos and self._pseudonyms is None

    def _leaving(self, coder: CoderId) -> CoderId:
        if self._pseudonyms is None or coder == self._settled.id:
            return coder
        return CoderId(derived_uuid("pseudonym", self._pseudonyms.coder(coder)))

    def _people(self, people: Sequence[Coder]) -> Sequence[Coder]:
        """Give the coders as they leave; pseudonyms in an order of their own, for that of the names would tell some."""
        hidden = self._pseudonyms
        if hidden is None:
            return people
        found = (replace(each, id=self._leaving(each.id), name=hidden.coder(each.id)) for each in people)
        return sorted(found, key=lambda each: each.name)

    def _order(self, annotation: Annotation) -> tuple[int, int, int, str, str]:
        place = self._codes[annotation.code]
        return annotation.span.start, annotation.span.end, place, annotation.coder, annotation.id

    def _regions(self) -> Iterator[Region]:
        """Give the regions of the chosen coders; beside the consensus alone, those that the lead accepted."""
        for each in sorted(self._inside(queries.regions(self._project.live)), key=self._place_of):
            is_theirs = self._choice.layer.has_coders and self._has_coder(each.coder)
            if is_theirs or each.state is RegionState.ACCEPTED:
                yield self._region(each)

    def _region(self, region: Region) -> Region:
        made = region if self._has_words else replace(region, memo="")
        if self._pseudonyms is None:
            return made
        identity = RegionId(derived_uuid("pseudonym", self._pseudonyms.region(region.id)))
        return replace(made, id=identity, coder=self._leaving(region.coder))

    @cached_property
    def _places(self) -> dict[DocumentId, int]:
        return {each.id: place for place, each in enumerate(self._documents)}

    def _place_of(self, each: Region | Completion) -> int:
        return self._places.get(each.document, len(self._places))

    def _inside(self, several: Iterable[InArticle]) -> Iterable[InArticle]:
        """Leave out what belongs to articles that were not chosen."""
        return (each for each in several if each.document in self._places) if self._choice.documents else several

    def _completions(self) -> Iterator[Completion]:
        if not self._choice.layer.has_coders:
            return
        written = self._inside(queries.completions(self._project.live))
        for each in sorted(written, key=lambda each: (self._place_of(each), self._leaving(each.coder), each.round)):
            if self._has_coder(each.coder) and (not self._rounds or each.round in self._rounds):
                reason = each.reason if self._has_words else ""
                reopened = each.reopened_at if self._pseudonyms is None else ""
                yield replace(each, coder=self._leaving(each.coder), reason=reason, reopened_at=reopened)

    def _states_of_work(self) -> dict[tuple[CoderId, DocumentId, str], CompletionState]:
        written = queries.completions(self._project.live)
        return {(each.coder, each.document, each.round): each.state for each in written}

    def _findings(self) -> Iterator[Finding]:
        if self._consensus.unresolved:
            sentence = "Passages that are still to be judged are not in the consensus."
            yield Finding(FindingKind.DROPPED, sentence, self._consensus.unresolved)
        names = Counter(each.name for each in self._documents)
        twice = tuple(name for name, number in names.items() if number > 1)
        if twice:
            yield Finding(FindingKind.NOTED, "Several articles bear the same file name.", len(twice), twice[:20])


def _chosen_codebook(project: Project, choice: CorpusChoice) -> Codebook:
    return Codebook(chosen_codes(queries.codebook(project.live), choice.codes))


def _chosen_coders(project: Project, choice: CorpusChoice) -> tuple[Coder, ...]:
    """Find people by name or identity; none means everybody. Raises UsageError."""
    if not choice.coders:
        return queries.people(project.live)
    found = (person_named(project, name=word) for word in choice.coders)
    return tuple({coder.id: coder for coder in found}.values())


def _chosen_documents(project: Project, choice: CorpusChoice) -> tuple[Document, ...]:
    """Find articles by file name, hash or identity, in the order of the project; none means all. Raises UsageError."""
    every = queries.documents(project.live)
    if not choice.documents:
        return every
    by_word = documents_by_word(project)
    wanted = set()
    for word in choice.documents:
        found = by_word.get(word, [])
        if len(found) != 1:
            what = f"{len(found)} articles are called" if found else "There is no article"
            raise UsageError(f"{what} “{word[:80]}” in the project.")
        wanted.add(found[0].id)
    return tuple(each for each in every if each.id in wanted)


def _chosen_rounds(project: Project, choice: CorpusChoice) -> tuple[str, ...]:
    known = queries.rounds(project.live)
    for word in choice.rounds:
        if word not in known:
            names = ", ".join(known) or "none yet"
            raise UsageError(f"Nobody worked in a round called “{word[:80]}”. The rounds are: {names}.")
    return tuple(choice.rounds)
