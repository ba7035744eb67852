# SPDX-License-Identifier: MIT
"""NAME.extras.json beside a .qdpx: what the standard has no place for, readable by machines.

One JSON object that begins as every header of ours does. ``archive_sha256`` is of the ``project.qde`` it was
written with: while the archive is
that very one, the extras say what everything is, else they only add what the archive does not say.
Each document holds the hash of its text and what there is to add to its annotations, by identity.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotator.domain import NO_ATTRIBUTES, Annotation, Certainty, Code, Coder, Completion, Document, DocumentId, Region
from annotator.domain.canonical import Json
from annotator.domain.identifiers import CodeId, CoderId
from annotator.domain.metadata import MetadataField
from annotator.domain.model import MAIN_ROUND
from annotator.domain.team import Round
from annotator.exchange.codings.corpus_header import FORMAT, VERSION, header_as_json
from annotator.exchange.codings.corpus_json import (
    Given,
    JsonObject,
    codebook_from_json,
    coder_from_json,
    completion_as_json,
    completion_from_json,
    document_as_json,
    document_from_json,
    field_from_json,
    listed,
    region_as_json,
    region_from_json,
    round_from_json,
)
from annotator.exchange.corpus import Corpus
from annotator.exchange.incoming_files import opened
from annotator.exchange.json_objects import Fault, parsed_object
from annotator.exchange.refi.refi_words import is_writable, selection_name

MAXIMUM_BYTES = 500_000_000
_NO_CODER, _NO_CODE = CoderId(""), CodeId("")


def extras_path(path: Path) -> Path:
    """Give the name of the extras of an archive."""
    return path.with_name(f"{path.stem}.extras.json")


class ExtrasWritten:
    """The extras of one corpus, written document by document while the archive is."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._revisions: dict[str, int] = {}
        self._regions: dict[DocumentId, list[Region]] = {}
        self._completions: dict[DocumentId, list[Completion]] = {}
        for region in corpus.regions:
            self._regions.setdefault(region.document, []).append(region)
        for completion in corpus.completions:
            self._completions.setdefault(completion.document, []).append(completion)

    def head(self) -> Iterator[str]:
        """Give the beginning, up to the list of documents."""
        yield "{\n"
        for name, value in header_as_json(self._corpus).items():
            lines = ",\n ".join(_json(each) for each in value) if isinstance(value, list) else ""
            yield f"{_json(name)}: [{lines}],\n" if isinstance(value, list) else f"{_json(name)}: {_json(value)},\n"
        yield '"documents": ['

    def document(self, document: Document, annotations: Sequence[Annotation], *, is_first: bool) -> Iterator[str]:
        """Give one document with what its annotations, regions and completions add."""
        said: JsonObject = dict(document_as_json(document))
        said["regions"] = [dict(region_as_json(each)) for each in self._regions.get(document.id, ())]
        said["completions"] = [dict(completion_as_json(each)) for each in self._completions.get(document.id, ())]
        added = (added for each in annotations if len(added := self._added(each)) > 1)
        body = _json(said).removesuffix("}")
        yield ("\n" if is_first else ",\n") + body + ', "annotations": ['
        for place, each in enumerate(added):
            yield (",\n " if place else "\n ") + _json(each)
        yield "]}"

    def tail(self, archive_sha256: str) -> str:
        """Give the end: the list of codebook revisions, and which archive it is that this stands beside."""
        revisions = _json(list(self._revisions))
        return f'],\n"codebook_revisions": {revisions},\n"archive_sha256": {_json(archive_sha256)}\n}}\n'

    def _added(self, annotation: Annotation) -> JsonObject:
        added: JsonObject = {"id": annotation.id}
        if selection_name(annotation.quote) != annotation.quote:
            added["quote"] = annotation.quote
        if not is_writable(annotation.memo):
            added["memo"] = annotation.memo
        further: JsonObject = {
            "attributes": dict(sorted(annotation.attributes.items())),
            "certainty": annotation.certainty.value,
            "ask_lead": annotation.ask_lead,
            "round": "" if annotation.round == MAIN_ROUND else annotation.round,
            "original_coder": annotation.original_coder,
            "original_code": annotation.original_code,
        }
        added |= {name: value for name, value in further.items() if value}
        if not self._corpus.created.get(annotation.id):
            added["created"] = ""
        revision = annotation.codebook_revision
        if revision:
            added["codebook_revision"] = self._revisions.setdefault(revision, len(self._revisions))
        return added


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Added:
    """What the extras add to one annotation. ``quote`` and ``memo`` are None where the archive has them whole."""

    quote: str | None = None
    memo: str | None = None
    attributes: Mapping[str, str] = field(default_factory=lambda: NO_ATTRIBUTES)
    certainty: Certainty = Certainty.NOT_SET
    ask_lead: bool = False
    round: str = MAIN_ROUND
    codebook_revision: str = ""
    original_coder: CoderId = _NO_CODER
    original_code: CodeId = _NO_CODE
    has_no_time: bool = False


NOTHING_ADDED = Added()


@dataclass(frozen=True, slots=True)
class Extras:
    """The extras beside an archive. ``is_of_archive`` says whether the archive is the one they were written with."""

    is_of_archive: bool
    name: str = ""
    modified: str = ""
    digest: str = ""
    coders: Mapping[CoderId, Coder] = field(default_factory=dict)
    codes: Mapping[CodeId, Code] = field(default_factory=dict)
    fields: tuple[MetadataField, ...] = ()
    rounds: tuple[Round, ...] = ()
    documents: Mapping[DocumentId, Document] = field(default_factory=dict)
    regions: tuple[Region, ...] = ()
    completions: tuple[Completion, ...] = ()
    annotations: Mapping[str, Added] = field(default_factory=dict)


def read_extras(path: Path, *, archive_sha256: str) -> Extras | None:
    """Read the extras beside an archive; None where there are none. Raises Refused or Fault for what is not ours."""
    beside = extras_path(path)
    if not beside.exists():
        return None
    with opened(beside, maximum_bytes=MAXIMUM_BYTES) as file:
        given = Given(parsed_object(file.read(), what="The file"), "The file")
    if given.fields.get("format") != FORMAT or given.fields.get("version") != VERSION:
        raise Fault(f"The file is not of the format {FORMAT}, version {VERSION}")
    revisions = given.texts("codebook_revisions")
    documents = [Given(each, "A document") for each in listed(given.fields.get("documents"), "documents")]
    coders = [coder_from_json(each) for each in listed(given.fields.get("coders"), "coders")]
    described = [document_from_json(each) for each in documents]
    pairs = list(zip(documents, described, strict=True))
    return Extras(
        is_of_archive=given.text("archive_sha256") == archive_sha256,
        name=given.text("name", needed=False),
        modified=given.text("modified", needed=False),
        digest=given.text("journal_digest", needed=False),
        coders={coder.id: coder for coder in coders},
        codes={code.id: code for code in codebook_from_json(given.fields.get("codebook")).codes},
        fields=tuple(field_from_json(each) for each in listed(given.fields.get("fields"), "fields")),
        rounds=tuple(round_from_json(each) for each in listed(given.fields.get("rounds"), "rounds")),
        documents={document.id: document for document in described},
        regions=tuple(
            region_from_json(each, document.id)
            for said, document in pairs
            for each in listed(said.fields.get("regions"), "regions")
        ),
        completions=tuple(
            completion_from_json(each, document.id)
            for said, document in pairs
            for each in listed(said.fields.get("completions"), "completions")
        ),
        annotations=dict(
            _read_added(each, revisions)
            for said in documents
            for each in listed(said.fields.get("annotations"), "annotations")
        ),
    )


def _read_added(value: object, revisions: Sequence[str]) -> tuple[str, Added]:
    given = Given(value, "An annotation")
    number = given.fields.get("codebook_revision")
    if number is not None and not 0 <= given.number("codebook_revision") < len(revisions):
        raise Fault("An annotation names a revision of the codebook that is not listed")
    quote, memo = given.text("quote", needed=False), given.text("memo", needed=False)
    return given.uuid("id"), Added(
        quote=quote or None,
        memo=memo or None,
        attributes=given.words("attributes"),
        certainty=given.word("certainty", Certainty, Certainty.NOT_SET),
        ask_lead=given.yes("ask_lead"),
        round=given.text("round", needed=False) or MAIN_ROUND,
        codebook_revision="" if number is None else revisions[given.number("codebook_revision")],
        original_coder=CoderId(given.uuid("original_coder", needed=False)),
        original_code=CodeId(given.uuid("original_code", needed=False)),
        has_no_time="created" in given.fields,
    )
