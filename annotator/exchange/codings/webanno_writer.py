# SPDX-License-Identifier: MIT
"""Writes W3C Web Annotations (JSON-LD): a collection with one page per article, the texts and corpus.json beside them.

The target of an annotation is ``urn:uuid:DOCUMENT``, with the SHA-256 of its text, a
TextPositionSelector (half-open; the unit is stated, for readers of the specification differ in it) and
a TextQuoteSelector with 32 characters before and after. Bodies: purpose ``tagging`` with the URN and
the name of the code, ``classifying`` for each attribute, ``commenting`` for the memo. What the model
has no word for is under ``annotator:``.
"""

from collections.abc import Iterable, Iterator
from itertools import accumulate
from pathlib import Path
from urllib.parse import quote

from annotator.domain.canonical import Json
from annotator.domain.identifiers import derived_uuid
from annotator.domain.model import MAIN_ROUND, Annotation, Coder, Document
from annotator.exchange.codings.corpus_header import SIDECAR, sidecar
from annotator.exchange.codings.corpus_json import JsonObject, json_document
from annotator.exchange.codings.not_carried import PROPERTIES, tell_not_carried
from annotator.exchange.codings.webanno_terms import (
    ANNOTATION,
    ASK_LEAD,
    ATTRIBUTE,
    CERTAINTY,
    COLLECTION,
    COLLECTION_FILE,
    CONTEXT,
    GENERATOR,
    OFFSET_UNIT,
    ORIGINAL_CODE,
    ORIGINAL_CODER,
    PAGE,
    PAGES_FOLDER,
    POSITION,
    QUOTE,
    REVISION,
    ROUND,
    SHORT_NAME,
    TEXT_SHA256,
    TEXTS_FOLDER,
    urn,
)
from annotator.exchange.corpus import OFFSET_UNIT as CODE_POINTS
from annotator.exchange.corpus import Corpus
from annotator.exchange.findings import Finding, Findings
from annotator.exchange.member_names import document_names
from annotator.exchange.outgoing_members import write_members


def write_webanno(corpus: Corpus, path: Path) -> tuple[Finding, ...]:
    """Write a folder, new or empty, or a ZIP if the path ends in .zip; whole or not at all."""
    writer = _Writer(corpus)
    members: dict[str, bytes | Iterable[bytes]] = {COLLECTION_FILE: json_document(writer.collection())}
    for place, document in enumerate(corpus.documents):
        name = writer.files[document.id]
        members[f"{PAGES_FOLDER}/{name}.jsonld"] = writer.page_bytes(place, document)
        members[f"{TEXTS_FOLDER}/{name}.txt"] = writer.text_bytes(document)
    members[SIDECAR] = sidecar(corpus, files=writer.files, more={})
    write_members(path, members)
    findings = Findings()
    tell_not_carried(findings, corpus, carried=PROPERTIES)
    return tuple(findings)


class _Writer:
    """One collection: its identity, the names of its pages, and the pages one after the other."""

    def __init__(self, corpus: Corpus) -> None:
        self.files = document_names(corpus.documents)
        self._corpus = corpus
        self._coders = {coder.id: coder for coder in corpus.coders}
        self._id = urn(derived_uuid("annotation collection", corpus.name, *self.files))
        counts = [len(self._written(document)) for document in corpus.documents]
        self._before = [0, *accumulate(counts)]
        self._total = self._before[-1]

    def collection(self) -> JsonObject:
        """Give the collection, which names its first and its last page."""
        names = [f"{PAGES_FOLDER}/{quote(name)}.jsonld" for name in self.files.values()]
        value: JsonObject = {
            "@context": list(CONTEXT),
            "id": self._id,
            "type": COLLECTION,
            "label": self._corpus.name,
            "total": self._total,
            "generator": dict(GENERATOR),
            OFFSET_UNIT: CODE_POINTS,
        }
        if self._corpus.modified:
            value["modified"] = self._corpus.modified
        if names:
            value |= {"first": names[0], "last": names[-1]}
        return value

    def page_bytes(self, place: int, document: Document) -> Iterator[bytes]:
        """Give the page of one article as a file, made when it is asked for."""
        yield json_document(self.page(place, document))

    def text_bytes(self, document: Document) -> Iterator[bytes]:
        """Give the text of one article as a file, read when it is asked for."""
        yield self._corpus.texts[document.id].encode()

    def page(self, place: int, document: Document) -> JsonObject:
        """Give the page of one article."""
        value: JsonObject = {
            "@context": list(CONTEXT),
            "id": self._page_name(place),
            "type": PAGE,
            "partOf": {"id": self._id, "type": COLLECTION, "label": self._corpus.name, "total": self._total},
            "startIndex": self._before[place],
        }
        if place:
            value["prev"] = self._page_name(place - 1)
        if place + 1 < len(self._corpus.documents):
            value["next"] = self._page_name(place + 1)
        value["items"] = [self._annotation(each, document) for each in self._written(document)]
        return value

    def _page_name(self, place: int) -> str:
        return f"{quote(self.files[self._corpus.documents[place].id])}.jsonld"

    def _written(self, document: Document) -> list[Annotation]:
        return [each for each in self._corpus.annotations.get(document.id, ()) if each.coder in self._coders]

    def _annotation(self, annotation: Annotation, document: Document) -> JsonObject:
        value: JsonObject = {
            "id": urn(annotation.id),
            "type": ANNOTATION,
            "motivation": "tagging",
            "creator": _creator(self._coders[annotation.coder]),
            "generator": dict(GENERATOR),
            "body": self._bodies(annotation),
            "target": _target(annotation, document),
        }
        created = self._corpus.created.get(annotation.id, "")
        own: JsonObject = {
            "created": created,
            CERTAINTY: annotation.certainty.value,
            ASK_LEAD: annotation.ask_lead,
            ROUND: "" if annotation.round == MAIN_ROUND else annotation.round,
            REVISION: annotation.codebook_revision,
            ORIGINAL_CODER: annotation.original_coder,
            ORIGINAL_CODE: annotation.original_code,
        }
        return value | {name: word for name, word in own.items() if word}

    def _bodies(self, annotation: Annotation) -> list[Json]:
        code = self._corpus.codebook.by_id(annotation.code)
        tag: JsonObject = {
            "id": urn(annotation.code),
            "type": "TextualBody",
            "purpose": "tagging",
            "value": code.name if code else annotation.code,
            "format": "text/plain",
            SHORT_NAME: code.short_name if code else annotation.code,
        }
        bodies: list[Json] = [tag]
        for name, word in sorted(annotation.attributes.items()):
            bodies.append({"type": "TextualBody", "purpose": "classifying", "value": word, ATTRIBUTE: name})
        if annotation.memo:
            memo: JsonObject = {"type": "TextualBody", "purpose": "commenting", "value": annotation.memo}
            bodies.append(memo | {"format": "text/plain"})
        return bodies


def _creator(coder: Coder) -> JsonObject:
    return {"id": urn(coder.id), "type": "Software" if coder.machine_made else "Person", "name": coder.name}


def _target(annotation: Annotation, document: Document) -> JsonObject:
    return {
        "type": "SpecificResource",
        "source": urn(document.id),
        TEXT_SHA256: document.text_sha256,
        "selector": [
            {
                "type": POSITION,
                "start": annotation.span.start,
                "end": annotation.span.end,
                OFFSET_UNIT: CODE_POINTS,
            },
            {
                "type": QUOTE,
                "exact": annotation.quote,
                "prefix": annotation.before,
                "suffix": annotation.after,
            },
        ],
    }
