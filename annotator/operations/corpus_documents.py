# SPDX-License-Identifier: MIT
"""The articles of a foreign corpus: which are new by their text, and what is written of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.domain import Document, DocumentId, Json, Refused, document_id
from annotator.domain.fields import ALIAS_PREFIX, METADATA_PREFIX, fault
from annotator.domain.metadata import MetadataField, metadata_field_id
from annotator.exchange.corpus import Corpus
from annotator.exchange.findings import FindingKind, Findings
from annotator.operations.importing import proposed_title
from annotator.operations.passages import is_unstorable
from annotator.operations.projects import Project
from annotator.store import metadata_queries, queries
from annotator.store.project_file import Action
from annotator.text.quotation import digest

LEFT_OUT = "A value of an article that cannot be kept as it is (too long, or not of its field's kind) is left out."
_PLAIN = ("title", "outlet", "author", "date", "url", "raw_sha256", "encoding")
_LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class DocumentMatch:
    """An article of the file; ``known`` is the project's with the very same text, None where it is new."""

    document: Document
    known: Document | None


def match_documents(project: Project, corpus: Corpus) -> tuple[DocumentMatch, ...]:
    """Find the articles of a file in the project by their texts. Raises Refused for a text that cannot be kept."""
    known = {each.id: each for each in queries.documents(project.live)}
    return tuple(DocumentMatch(each, known.get(_checked(corpus, each))) for each in corpus.documents)


def _checked(corpus: Corpus, document: Document) -> DocumentId:
    text = corpus.texts[document.id]
    if is_unstorable(text) or "\r" in text or not text.strip():
        raise Refused(
            "The text of an article is empty, or holds a NUL, half a character or a carriage return; nothing was "
            "written.",
            where=document.name[:80],
        )
    identity = document_id(digest(text))
    if identity != document.id:
        raise ValueError(f"the document {document.name!r} does not bear the identity of its text")
    return identity


class IncomingDocuments:
    """Writes the articles of a file into an action, new ones at the end of the project."""

    def __init__(self, project: Project, corpus: Corpus, *, findings: Findings) -> None:
        self._project = project
        self._corpus = corpus
        self._findings = findings
        self._fields = _fields(project, corpus)

    def write(self, action: Action, matches: Sequence[DocumentMatch]) -> None:
        """Write what is new, and further names of what is there."""
        for each in self._new_fields(matches):
            definition: dict[str, Json] = {"name": each.name, "kind": each.kind.value, "position": each.position}
            if each.label:
                definition["label"] = each.label
            if each.choices:
                definition["choices"] = list(each.choices)
            action.write("metadata_field", metadata_field_id(each.name), definition)
        position = 1 + max((each.position for each in queries.documents(self._project.live)), default=-1)
        for match in matches:
            if match.known is None:
                self._write(action, match.document, position)
                position += 1
            elif match.document.name not in ("", match.known.name, match.known.title, *match.known.other_names):
                action.write("document", match.known.id, {_alias(match.document.name): True})

    def _new_fields(self, matches: Sequence[DocumentMatch]) -> list[MetadataField]:
        """Give the fields that the project lacks; none where no article comes that could have them."""
        if all(match.known is not None for match in matches):
            return []
        known = {each.name.casefold() for each in metadata_queries.metadata_fields(self._project.live)}
        return [each for folded, each in self._fields.items() if folded not in known]

    def _write(self, action: Action, document: Document, position: int) -> None:
        text = self._corpus.texts[document.id]
        sha256 = self._project.texts.add(text)
        fields: dict[str, Json] = {
            "name": document.name[:_LONGEST_NAME] or "unnamed",
            "text_sha256": sha256,
            "length": len(text),
            "position": position,
        }
        offered: dict[str, Json] = {name: getattr(document, name) for name in _PLAIN}
        offered["title"] = document.title or proposed_title(text)
        offered |= {_alias(name): True for name in document.other_names}
        for name, value in offered.items():
            self._take(fields, name, value, document)
        for name, word in document.metadata.items():
            definition = self._fields.get(name.casefold())
            if word and (definition is None or not definition.accepts(word)):
                self._findings.add(FindingKind.DROPPED, LEFT_OUT, place=f"{document.name}: {name}"[:200])
            elif word and definition is not None:
                self._take(fields, METADATA_PREFIX + definition.name, word, document)
        action.write("document", document.id, fields)

    def _take(self, fields: dict[str, Json], name: str, value: Json, document: Document) -> None:
        if value in ("", None):
            return
        if fault("document", name, value) or (isinstance(value, str) and is_unstorable(value)):
            self._findings.add(FindingKind.DROPPED, LEFT_OUT, place=f"{document.name}: {name}"[:200])
        else:
            fields[name] = value


def _alias(name: str) -> str:
    return (ALIAS_PREFIX + name)[:_LONGEST_NAME]


def _fields(project: Project, corpus: Corpus) -> Mapping[str, MetadataField]:
    """Give by folded name the fields of the project and, beside them, those of the file that can be kept."""
    found = {each.name.casefold(): each for each in metadata_queries.metadata_fields(project.live)}
    position = 1 + max((each.position for each in found.values()), default=-1)
    for each in corpus.fields:
        key = each.name.casefold()
        if key not in found and not fault("metadata_field", "name", each.name) and each.name.strip():
            found[key] = MetadataField(each.name, each.label[:_LONGEST_NAME], each.kind, each.choices, position)
            position += 1
    return found
