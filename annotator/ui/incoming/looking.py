# SPDX-License-Identifier: MIT
"""Looking into a file of annotations on the thread of the project: its kind, what is open, what it would bring."""

from dataclasses import dataclass, replace
from pathlib import Path

from annotator import operations
from annotator.domain import Document, KnownError
from annotator.operations import CorpusImportChoice, CorpusKind, CorpusOffers, CorpusPreview, Project

AROUND = 60


@dataclass(frozen=True, slots=True)
class Offered:
    """One place where misplaced words may stand, with what stands around it."""

    start: int
    end: int
    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A misplaced annotation as it is shown: whose it is, the words of the file, and the places in the article."""

    key: str
    said: str
    before: str
    quote: str
    after: str
    places: tuple[Offered, ...]
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found; ``preview`` is None where ``error`` says why there is none yet."""

    path: Path
    kind: CorpusKind
    choice: CorpusImportChoice
    offers: CorpusOffers
    preview: CorpusPreview | None
    asked: tuple[Asked, ...]
    error: KnownError | None
    rounds: tuple[str, ...] = ()


def look(project: Project, *, path: Path, choice: CorpusImportChoice) -> Looked:
    """Look into a file. Raises what says that it is none of ours; a choice that is still missing is no failure."""
    kind = choice.kind or operations.kind_of_corpus(path)
    offers = operations.corpus_offers(path, kind=kind)
    rounds = tuple(each.name for each in operations.rounds(project))
    made = replace(choice, kind=kind)
    try:
        preview = operations.preview_corpus(project, path=path, choice=made)
    except KnownError as error:
        return Looked(path, kind, made, offers, None, (), error, rounds)
    return Looked(path, kind, made, offers, preview, _asked(preview), None, rounds)


def _asked(preview: CorpusPreview) -> tuple[Asked, ...]:
    corpus = preview.read.corpus
    documents: dict[str, Document] = {each.id: each for each in corpus.documents}
    coders = {each.id: each.name for each in corpus.coders}
    codes = {each.id: each.name for each in corpus.codebook.codes}
    found = []
    for each in preview.misplaced:
        made = each.annotation
        text = corpus.texts[made.document]
        heading = documents[made.document].heading if made.document in documents else ""
        said = ", ".join(part for part in (codes.get(made.code, ""), coders.get(made.coder, ""), heading) if part)
        places = tuple(_offered(text, place.start, place.end) for place in each.found.places)
        found.append(
            Asked(each.key, said, made.before[-AROUND:], made.quote, made.after[:AROUND], places, each.is_sure)
        )
    return tuple(found)


def _offered(text: str, start: int, end: int) -> Offered:
    return Offered(start, end, before(text, start), text[start:end], after(text, end))


def before(text: str, place: int) -> str:
    """Give some whole words before a place."""
    begin = max(0, place - AROUND)
    if begin == 0:
        return text[:place]
    return text[begin:place].partition(" ")[2] or text[begin:place]


def after(text: str, place: int) -> str:
    """Give some whole words after a place."""
    end = place + AROUND
    if end >= len(text):
        return text[place:]
    return text[place:end].rpartition(" ")[0] or text[place:end]
