# SPDX-License-Identifier: MIT
"""Writes UIMA CAS: one file per article and coder, the type system beside them, corpus.json with the codebook.

dkpro-cassis turns our code points into the UTF-16 units of UIMA. Sentences and tokens are ours, under
DKPro's type names. XMI is XML, which holds no control characters: an article that has any (or whose
codings have) is written as UIMA JSON instead, and the report says so.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.model import Annotation, Coder, Document
from annotator.exchange.codings.brat_standoff import StandoffNames
from annotator.exchange.codings.cas_names import (
    ANNOTATION,
    ATTRIBUTE_PREFIX,
    BOOLEAN,
    CODING,
    CODING_FEATURES,
    DOCUMENT_ANNOTATION,
    META_DATA,
    META_DATA_FEATURES,
    OFFSET_UNIT,
    SENTENCE,
    SOURCE,
    SOURCE_FEATURES,
    STRING,
    TOKEN,
    TOP,
    TYPE_SYSTEM_FILE,
)
from annotator.exchange.codings.coder_articles import CoderArticles
from annotator.exchange.codings.corpus_header import SIDECAR, sidecar
from annotator.exchange.codings.not_carried import tell_not_carried
from annotator.exchange.corpus import Corpus
from annotator.exchange.findings import Finding, FindingKind, Findings
from annotator.exchange.member_names import coder_names, document_names
from annotator.exchange.outgoing_members import write_members
from annotator.text import SEGMENTER_VERSION, Unit, boundaries

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

_CARRIED = (
    "certainty",
    "memo",
    "attribute",
    "question to the lead",
    "round other than the main one",
    "codebook revision",
)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_AS_JSON = "The article or its codings hold control characters, which XMI cannot; it was written as UIMA JSON."


def write_cas(
    corpus: Corpus, path: Path, *, as_json: bool = False, segmenter_version: str = SEGMENTER_VERSION
) -> tuple[Finding, ...]:
    """Write a folder, new or empty, or a ZIP if the path ends in .zip; XMI, or all as UIMA JSON."""
    writer = _Writer(corpus, segmenter_version)
    members: dict[str, bytes | Iterable[bytes]] = dict(writer.members(as_json=as_json))
    members[TYPE_SYSTEM_FILE] = str(writer.type_system.to_xml()).encode()
    members[SIDECAR] = sidecar(corpus, files=writer.files, more={"attribute_names": dict(writer.attributes)})
    write_members(path, members)
    tell_not_carried(writer.findings, corpus, carried=_CARRIED)
    return tuple(writer.findings)


class _Writer:
    """One export: the names of files and features, the type system, and the files one after the other."""

    def __init__(self, corpus: Corpus, segmenter_version: str) -> None:
        self.findings = Findings()
        self.files = document_names(corpus.documents)
        self._folders = coder_names(corpus.coders)
        self._corpus = corpus
        self._version = segmenter_version
        names = StandoffNames()
        known = [each.name for code in corpus.codebook.codes for each in code.attributes]
        borne = {name for found in corpus.annotations.values() for each in found for name in each.attributes}
        self.attributes = {
            name: ATTRIBUTE_PREFIX + names.name(name, fallback="x").replace("-", "_")
            for name in dict.fromkeys(known + sorted(borne))
        }
        self.type_system = _type_system(tuple(self.attributes.values()))

    def members(self, *, as_json: bool) -> Iterator[tuple[str, Iterator[bytes]]]:
        """Give names of all files of articles, and their contents, each made when it is asked for."""
        articles = CoderArticles(self._corpus)
        for document in self._corpus.documents:
            for coder, mine in articles.of(document, self._corpus.annotations.get(document.id, ())):
                name = f"{self._folders[coder.id]}/{self.files[document.id]}"
                in_json = as_json or self._needs_json(document, mine, coder)
                if in_json and not as_json:
                    self.findings.add(FindingKind.NOTED, _AS_JSON, place=name)
                yield f"{name}{'.json' if in_json else '.xmi'}", self._content(document, coder, in_json)

    def _content(self, document: Document, coder: Coder, in_json: bool) -> Iterator[bytes]:
        mine = [each for each in self._corpus.annotations.get(document.id, ()) if each.coder == coder.id]
        cas = self._cas(document, mine, coder)
        yield str(cas.to_json() if in_json else cas.to_xmi()).encode()

    def _needs_json(self, document: Document, annotations: Sequence[Annotation], coder: Coder) -> bool:
        words = [self._corpus.texts[document.id], coder.name, document.name, document.title, self._corpus.name]
        words.extend(code.name for code in self._corpus.codebook.codes)
        words.extend(code.short_name for code in self._corpus.codebook.codes)
        for each in annotations:
            words.extend((each.memo, each.round, *each.attributes.values()))
        return any(_NOT_XML.search(word) for word in words)

    def _cas(self, document: Document, annotations: Sequence[Annotation], coder: Coder) -> "Cas":
        from cassis import Cas

        text = self._corpus.texts[document.id]
        cas = Cas(typesystem=self.type_system)
        cas.sofa_string = text
        cas.sofa_mime = "text/plain"
        self._describe(cas, document, coder, text)
        for type_name, unit in ((SENTENCE, Unit.SENTENCE), (TOKEN, Unit.WORD)):
            make = self.type_system.get_type(type_name)
            cas.add_all(
                [make(begin=each.start, end=each.end) for each in boundaries(text, unit, version=self._version)]
            )
        make = self.type_system.get_type(CODING)
        cas.add_all(
            [make(begin=each.span.start, end=each.span.end, **self._features(each, coder)) for each in annotations]
        )
        return cas

    def _describe(self, cas: "Cas", document: Document, coder: Coder, text: str) -> None:
        cas.add(
            self.type_system.get_type(META_DATA)(
                begin=0,
                end=len(text),
                language="x-unspecified",
                documentTitle=document.title or document.name,
                documentId=document.id,
                documentUri=f"urn:sha256:{document.text_sha256}",
                collectionId=self._corpus.name,
            )
        )
        cas.add(
            self.type_system.get_type(SOURCE)(
                document=document.name,
                document_id=document.id,
                text_sha256=document.text_sha256,
                offset_unit=OFFSET_UNIT,
                coder=coder.name,
                coder_id=coder.id,
                segmenter_version=self._version,
            )
        )

    def _features(self, annotation: Annotation, coder: Coder) -> dict[str, str]:
        code = self._corpus.codebook.by_id(annotation.code)
        features = {
            "code": code.short_name if code else annotation.code,
            "code_name": code.name if code else "",
            "code_id": annotation.code,
            "coder": coder.name,
            "coder_id": annotation.coder,
            "annotation_id": annotation.id,
            "quote": annotation.quote,
            "certainty": annotation.certainty.value,
            "memo": annotation.memo,
            "ask_lead": "yes" if annotation.ask_lead else "",
            "round": annotation.round,
            "codebook_revision": annotation.codebook_revision,
            "created": self._corpus.created.get(annotation.id, ""),
        }
        features |= {self.attributes[name]: value for name, value in annotation.attributes.items()}
        return {name: value for name, value in features.items() if value}


def _type_system(attributes: Sequence[str]) -> "TypeSystem":
    from cassis import TypeSystem

    types = TypeSystem()
    for name, parent, features in (
        (META_DATA, DOCUMENT_ANNOTATION, META_DATA_FEATURES),
        (SENTENCE, ANNOTATION, ()),
        (TOKEN, ANNOTATION, ()),
        (SOURCE, TOP, SOURCE_FEATURES),
        (CODING, ANNOTATION, (*CODING_FEATURES, *attributes)),
    ):
        made = types.create_type(name, parent)
        for feature in features:
            types.create_feature(made, feature, STRING)
    types.create_feature(META_DATA, "isLastSegment", BOOLEAN)
    return types
