# SPDX-License-Identifier: MIT
"""What a corpus says once for all its documents: codebook, coders, fields, unit of offsets; as one JSON object.

It is the first line of the exchange form, and lies as ``corpus.json`` beside files of formats that
have no place for a codebook. There it also lists the documents, each with the name of its files.
"""

from collections.abc import Callable, Mapping, Sequence

from annotator.domain.canonical import Json
from annotator.domain.errors import Refused
from annotator.domain.identifiers import DocumentId
from annotator.domain.model import Document
from annotator.exchange.codings.corpus_json import (
    Given,
    JsonObject,
    as_json_list,
    code_with_mapping,
    codebook_from_json,
    coder_as_json,
    coder_from_json,
    document_as_json,
    document_from_json,
    field_as_json,
    field_from_json,
    json_document,
    listed,
    round_as_json,
    round_from_json,
)
from annotator.exchange.codings.gathering import Gathering
from annotator.exchange.corpus import OFFSET_UNIT, Corpus
from annotator.exchange.findings import FindingKind
from annotator.exchange.json_objects import Fault, parsed_object

FORMAT = "annotator-corpus"
VERSION = 1
SIDECAR = "corpus.json"


def header_as_json(corpus: Corpus) -> JsonObject:
    """Give the header of a corpus."""
    header: JsonObject = {
        "format": FORMAT,
        "version": VERSION,
        "offset_unit": OFFSET_UNIT,
        "name": corpus.name,
        "modified": corpus.modified,
        "journal_digest": corpus.digest,
        "codebook": as_json_list(map(code_with_mapping, corpus.codebook.codes)),
        "coders": as_json_list(map(coder_as_json, corpus.coders)),
        "fields": as_json_list(map(field_as_json, corpus.fields)),
    }
    if corpus.rounds:
        header["rounds"] = as_json_list(map(round_as_json, corpus.rounds))
    return header


def take_header(value: Mapping[str, object], gathering: Gathering) -> None:
    """Take codebook, coders, fields and rounds of a header; raises Fault for none, or one newer than this program."""
    given = Given(value, "The header")
    if given.text("format") != FORMAT:
        raise Fault(f"The format {given.text('format')[:40]!a} is not {FORMAT}")
    if given.number("version") > VERSION:
        raise Fault(f"The file is of version {given.number('version')} of its form, made by a newer program than this")
    if given.text("offset_unit", needed=False) not in ("", OFFSET_UNIT):
        raise Fault(f"The offsets are counted in {given.text('offset_unit')[:40]!a} where this form has {OFFSET_UNIT}")
    gathering.name = given.text("name", needed=False) or gathering.name
    gathering.modified = given.text("modified", needed=False)
    gathering.digest = given.text("journal_digest", needed=False)
    for code in codebook_from_json(given.fields.get("codebook")).codes:
        gathering.known_code(code)
    for coder in listed(given.fields.get("coders"), "coders"):
        gathering.known_coder(coder_from_json(coder))
    gathering.fields.extend(field_from_json(field) for field in listed(given.fields.get("fields"), "fields"))
    gathering.rounds.extend(round_from_json(each) for each in listed(given.fields.get("rounds"), "rounds"))


def sidecar(corpus: Corpus, *, files: Mapping[DocumentId, str], more: Mapping[str, Json]) -> bytes:
    """Give ``corpus.json``: the header, the documents with the name of their files, and what a format adds."""
    documents: list[Json] = [{**document_as_json(each), "file": files[each.id]} for each in corpus.documents]
    return json_document({**header_as_json(corpus), "documents": documents, **more})


class Sidecar:
    """What ``corpus.json`` says, or nothing where there is none or it is damaged: then the rest is read without it."""

    def __init__(self, value: Mapping[str, object]) -> None:
        self._value = value
        self._documents: dict[str, Document] = {}
        for each in listed(value.get("documents"), "documents"):
            given = Given(each, "A document")
            self._documents[given.text("file")] = document_from_json(given)
        self._places = {file: place for place, file in enumerate(self._documents)}

    @property
    def is_there(self) -> bool:
        """Whether there is any."""
        return bool(self._value)

    def document(self, file: str) -> Document | None:
        """Give what is known of the document with this name of files, None where it is another's."""
        return self._documents.get(file)

    def position(self, file: str) -> int:
        """Give the place of a document in the order of the corpus; one that is not in it comes after all others."""
        return self._places.get(file, len(self._places))

    def more(self, name: str) -> Mapping[str, Json]:
        """Give what the format added under a name; empty for what is not there or no object."""
        value = self._value.get(name)
        return value if isinstance(value, dict) else {}


def read_sidecar(members: Sequence[str], read: Callable[[str], bytes], *, folder: str, gathering: Gathering) -> Sidecar:
    """Read ``corpus.json`` of a folder if it is there, and take its header; a damaged one is left out and noted."""
    name = f"{folder}{SIDECAR}"
    if name not in members:
        return Sidecar({})
    trial = Gathering(gathering.name)
    try:
        value = parsed_object(read(name), what="The file", maximum_depth=50)
        found = Sidecar(value)
        take_header(value, trial)
        take_header(value, gathering)
    except (Fault, Refused) as fault:
        gathering.findings.add(
            FindingKind.GUESSED,
            f"{SIDECAR} cannot be used ({fault}), so codes and coders have no more than their names.",
            place=name,
        )
        return Sidecar({})
    return found
