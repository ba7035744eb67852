# SPDX-License-Identifier: MIT
"""What an import of a foreign corpus would do, before anything is written."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from annotator.domain import Annotation, Coder, Document, Refused, Region
from annotator.exchange.codings.corpus_kinds import CorpusKind
from annotator.exchange.corpus import Corpus, CorpusRead
from annotator.exchange.findings import Finding, FindingKind, Findings
from annotator.operations.consensus_as_coder import consensus_coder
from annotator.operations.corpus_documents import DocumentMatch, match_documents
from annotator.operations.corpus_entities import Entities, Matches
from annotator.operations.corpus_import_choice import AS_IT_COMES, Answers, CorpusImportChoice
from annotator.operations.corpus_matching import CodeMatch, CoderMatch, match_coders, match_codes
from annotator.operations.corpus_placing import Misplaced, misplaced, settle
from annotator.operations.corpus_reading import read_corpus
from annotator.operations.incoming_entities import IncomingEntity, standing_of, tell_emptied
from annotator.operations.projects import Project
from annotator.store import journal, queries

MOST_SAMPLES = 20
TIMES = "When an annotation was made is not kept: the journal says when it was taken in, and by whom."
NO_ANSWERS: Answers = {}


@dataclass(frozen=True, slots=True)
class Sample:
    """One annotation as it would come: for a person who is to see whether places and words are right."""

    document: str
    coder: str
    code: str
    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class CorpusPreview:
    """What a file holds and how it stands to the project. ``fault`` is why it cannot be taken as it is, else "".

    ``tally`` counts annotations and regions that are new ("annotation", "region"), "updated", "already
    there" and "left deleted". ``misplaced`` are those whose quote does not stand where the file says.
    """

    path: Path
    kind: CorpusKind
    choice: CorpusImportChoice
    read: CorpusRead
    documents: tuple[DocumentMatch, ...]
    codes: tuple[CodeMatch, ...]
    coders: tuple[CoderMatch, ...]
    misplaced: tuple[Misplaced, ...]
    tally: Mapping[str, int]
    findings: tuple[Finding, ...]
    samples: tuple[Sample, ...]
    fault: str = ""

    @property
    def new_documents(self) -> tuple[Document, ...]:
        """The articles that would be added."""
        return tuple(each.document for each in self.documents if each.known is None)


def preview_corpus(project: Project, *, path: Path, choice: CorpusImportChoice = AS_IT_COMES) -> CorpusPreview:
    """Read a file or folder of any form of annotations and say what taking it in would do; nothing is written.

    Raises Refused for what cannot be read at all, UsageError for a choice that does not fit.
    """
    kind, read = read_corpus(project, path=path, choice=choice)
    corpus = read.corpus
    documents = match_documents(project, corpus)
    codes = match_codes(
        corpus.codebook, codebook=queries.codebook(project.live), chosen=choice.codes,
        taken=_taken(project, "code", (each.id for each in corpus.codebook.codes)),
    )  # fmt: skip
    coders = match_coders(
        _coders_of(project, corpus), coders=queries.coders(project.live), chosen=choice.coders,
        taken=_taken(project, "coder", (each.id for each in corpus.coders)),
    )  # fmt: skip
    several = misplaced(read)
    placed = settle(read, several, answers=NO_ANSWERS, takes_sure=True)
    gathered = Incoming(project, read, Matches.of(codes, coders), choice)
    tally: Counter[str] = Counter()
    emptied = Findings()
    fault = ""
    try:
        for document in corpus.documents:
            for each in gathered.of(document, placed.annotations):
                standing = standing_of(project, each)
                tally[standing.word] += 1
                tell_emptied(emptied, standing)
    except Refused as error:
        fault = str(error)
    return CorpusPreview(
        path=path, kind=kind, choice=choice, read=read, documents=documents, codes=codes, coders=coders,
        misplaced=several, tally=tally,
        findings=(*read.findings, *gathered.findings(new=tally["annotation"]), *emptied),
        samples=tuple(islice(_samples(corpus), MOST_SAMPLES)), fault=fault,
    )  # fmt: skip


class Incoming:
    """The entities of a file, document by document, in the order in which they are written."""

    def __init__(self, project: Project, read: CorpusRead, matches: Matches, choice: CorpusImportChoice) -> None:
        self._corpus = read.corpus
        self._entities = Entities(project, matches, choice, unsaid=read.unsaid, nameless=read.nameless)
        self._regions: dict[str, list[Region]] = {}
        for each in read.corpus.regions:
            self._regions.setdefault(each.document, []).append(each)

    def of(self, document: Document, settled: tuple[Annotation, ...]) -> list[IncomingEntity]:
        """Give what a document brings; ``settled`` are annotations that found their place since. Raises Refused."""
        text = self._corpus.texts[document.id]
        placed = self._corpus.annotations.get(document.id, ())
        moved = (each for each in settled if each.document == document.id)
        return [
            *self._entities.annotations(document, text, (*placed, *moved)),
            *self._entities.regions(document, text, self._regions.get(document.id, ())),
        ]

    def findings(self, *, new: int) -> tuple[Finding, ...]:
        """Say what was not taken as it is, where ``new`` annotations were added."""
        about_times = (Finding(FindingKind.NOTED, TIMES, new),) if new and self._corpus.created else ()
        return (*self._entities.findings, *about_times)


def _coders_of(project: Project, corpus: Corpus) -> tuple[Coder, ...]:
    """Give the coders of a file, but for the consensus of this very project."""
    own = consensus_coder(project).id
    return tuple(each for each in corpus.coders if each.id != own)


def _taken(project: Project, kind: str, identities: Iterable[str]) -> set[str]:
    """Give those of these identities that mean something of another kind in the project."""
    found = set()
    for each in identities:
        beginning = journal.beginning_of(project.live, each)
        if beginning is not None and beginning.payload["kind"] != kind:
            found.add(each)
    return found


def _samples(corpus: Corpus) -> Iterator[Sample]:
    coders = {each.id: each.name for each in corpus.coders}
    codes = {each.id: each.name for each in corpus.codebook.codes}
    for document in corpus.documents:
        for each in corpus.annotations.get(document.id, ()):
            yield Sample(
                document.heading, coders.get(each.coder, ""), codes.get(each.code, ""), each.before,
                each.quote, each.after,
            )  # fmt: skip
