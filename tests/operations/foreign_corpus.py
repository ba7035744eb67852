# SPDX-License-Identifier: MIT
"""A foreign corpus in few words, written in our own exchange form and taken in."""

from dataclasses import replace

from operations.replicas import MARA

from annotator import operations
from annotator.domain import Annotation, Code, Codebook, Coder, Document, Span, document_id
from annotator.domain.identifiers import derived_uuid
from annotator.exchange.codings.jsonl import write_jsonl
from annotator.exchange.corpus import Corpus
from annotator.operations import CorpusImportChoice
from annotator.store import journal
from annotator.text.quotation import context, digest

TEXT = "Tōkyō trusts Seoul. \U0001f600 So it says, twice: so it says."
EVE = Coder("01900000-0000-7000-8000-0000000000e0", "Eve")
PRAISE = Code("01900000-0000-7000-8000-0000000000c0", "Praise", "praise")


def document(text=TEXT, name="foreign.txt", **further):
    sha256 = digest(text)
    return Document(document_id(sha256), name, sha256, len(text), **further)


def annotation(start, end, *, text=TEXT, coder=EVE, code=PRAISE, identity="", **further):
    span, where = Span.of(start, end), document_id(digest(text))
    before, after = context(text, span)
    found = identity or derived_uuid("test", where, coder.id, code.id, str(start), str(end))
    return Annotation(found, where, coder.id, code.id, span, text[start:end], before, after, **further)


def corpus(*annotations, text=TEXT, coders=(EVE,), codes=(PRAISE,), documents=None, **further):
    several = documents or (document(text),)
    placed = {}
    for each in annotations:
        placed.setdefault(each.document, []).append(each)
    placed = {where: sorted(found, key=lambda each: (each.span, each.id)) for where, found in placed.items()}
    texts = {each.id: text for each in several}
    return Corpus("foreign", several, texts, Codebook(tuple(codes)), tuple(coders), placed, **further)


def written(path, value):
    write_jsonl(value, path)
    return path


def taken_in(project, path, *, author=MARA, answers=None, **choice):
    preview = operations.preview_corpus(project, path=path, choice=CorpusImportChoice(**choice))
    return operations.import_corpus(project, author=author.id, preview=preview, answers=answers or {}).value


def number_of_changes(project):
    return len(journal.ids(project.live))


def renamed(code, **further):
    return replace(code, **further)
