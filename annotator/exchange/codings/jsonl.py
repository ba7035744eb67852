# SPDX-License-Identifier: MIT
"""The exchange form in JSON lines: a header, then one document a line with all that was coded in it; nothing is lost.

The header names the format, its version, the unit of offsets, the codebook and the coders. A line has
a document (title, metadata, text and the SHA-256 of the text), its annotations, each with quote, context,
code and coder by name and by identity, its excluded regions and the completions. Not set is left out. What
is off in form is refused by line; a quote that does not stand is not placed.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from annotator.domain import Certainty, Code, Codebook, Document, DocumentId, Refused
from annotator.domain.identifiers import CodeId, CoderId
from annotator.domain.model import MAIN_ROUND
from annotator.exchange.codings.corpus_header import FORMAT, header_as_json, take_header
from annotator.exchange.codings.corpus_json import (
    Given,
    JsonObject,
    annotation_as_json,
    as_json_list,
    completion_as_json,
    completion_from_json,
    document_as_json,
    document_from_json,
    json_line,
    listed,
    region_as_json,
    region_from_json,
)
from annotator.exchange.codings.gathering import Claim, Gathering
from annotator.exchange.corpus import Corpus, CorpusRead
from annotator.exchange.findings import Finding, FindingKind, Findings
from annotator.exchange.incoming_files import opened, shown_name
from annotator.exchange.json_objects import Fault, parsed_object
from annotator.exchange.outgoing_files import replacing
from annotator.text import context, digest, stands
from annotator.text.blanks import visible_start

MAXIMUM_FILE_BYTES = 4_000_000_000
MAXIMUM_LINE_BYTES = 200_000_000
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class JsonLinesForm(StrEnum):
    """Which of the three forms of JSON lines a file has."""

    EXCHANGE = "exchange"
    FLAT = "flat"
    LABELLED = "labelled"


def jsonl_form(path: Path) -> JsonLinesForm:
    """Tell by the first line: a header is the exchange form, a text with labels doccano's, all else the flat one."""
    with opened(path, maximum_bytes=MAXIMUM_FILE_BYTES) as file:
        _, data = next(json_lines(file), (0, b""))
    if data.lstrip().startswith(b"["):
        return JsonLinesForm.LABELLED
    try:
        value = parsed_object(data)
    except Fault:
        return JsonLinesForm.FLAT
    if "format" in value:
        return JsonLinesForm.EXCHANGE
    has_text = "text" in value or "data" in value
    return JsonLinesForm.LABELLED if has_text and "quote" not in value else JsonLinesForm.FLAT


def write_jsonl(corpus: Corpus, path: Path) -> tuple[Finding, ...]:
    """Write a corpus to one file, whole or not at all; raises NotSaved where the disk refuses."""
    findings = Findings()
    regions, completions = defaultdict(list), defaultdict(list)
    for region in corpus.regions:
        regions[region.document].append(region_as_json(region))
    for completion in corpus.completions:
        completions[completion.document].append(completion_as_json(completion))
    with replacing(path) as file:
        file.write(json_line(header_as_json(corpus)))
        for document in corpus.documents:
            line = _document_line(corpus, document)
            if document.id in regions:
                line["regions"] = as_json_list(regions[document.id])
            if document.id in completions:
                line["completions"] = as_json_list(completions[document.id])
            file.write(json_line(line))
    known = {document.id for document in corpus.documents}
    lost = sum(each.document not in known for each in corpus.regions)
    lost += sum(each.document not in known for each in corpus.completions)
    if lost:
        findings.add(
            FindingKind.DROPPED, "A region or a completion belongs to an article that is not written.", count=lost
        )
    return tuple(findings)


def _document_line(corpus: Corpus, document: Document) -> JsonObject:
    names = {coder.id: coder.name for coder in corpus.coders}
    annotations = [
        annotation_as_json(
            each,
            coder=names.get(each.coder, ""),
            code=code.short_name if (code := corpus.codebook.by_id(each.code)) else "",
            created=corpus.created.get(each.id, ""),
        )
        for each in corpus.annotations.get(document.id, ())
    ]
    return {
        **document_as_json(document),
        "text": corpus.texts[document.id],
        "annotations": as_json_list(annotations),
    }


def read_jsonl(path: Path) -> CorpusRead:
    """Read the exchange form; raises Refused with file and line for the first thing that is off in form.

    A code, an attribute or a choice that the codebook in the header does not have is refused; attributes
    of an annotation made under another revision of the codebook are taken as they are.
    """
    name = shown_name(path)
    gathering = Gathering(path.stem)
    reader = _Reader(gathering)
    with opened(path, maximum_bytes=MAXIMUM_FILE_BYTES) as file:
        for number, data in json_lines(file):
            try:
                if len(data) > MAXIMUM_LINE_BYTES:
                    raise Fault(f"The line is longer than {MAXIMUM_LINE_BYTES // 1_000_000} MB")
                reader.line(parsed_object(data), number)
            except Fault as fault:
                raise Refused(
                    f"{fault}; nothing was imported from this file: correct the line and import the file again.",
                    where=f"{name}, line {number}",
                ) from fault
    if not reader.has_header:
        raise Refused("There is nothing in this file, so nothing was imported.", where=name)
    return gathering.read()


def json_lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Give the lines that are not blank, with their numbers from 1; of one too long no more than shows it."""
    number = 0
    while line := file.readline(MAXIMUM_LINE_BYTES + 2):
        number += 1
        if number == 1:
            line = line.removeprefix(_BYTE_ORDER_MARK)
        if line.strip():
            yield number, line


class _Reader:
    """Takes line after line; the first is the header."""

    def __init__(self, gathering: Gathering) -> None:
        self.has_header = False
        self._gathering = gathering
        self._codebook = Codebook()
        self._codes: Mapping[str, Code] = {}
        self._coders: Mapping[str, CoderId] = {}
        self._revision = ""

    def line(self, value: Mapping[str, object], number: int) -> None:
        """Take one line; raises Fault."""
        if self.has_header:
            self._document(Given(value, "A document"), number)
            return
        if "format" not in value:
            raise Fault(f'The first line is no header: it has no "format" ({FORMAT})')
        take_header(value, self._gathering)
        corpus = self._gathering.read().corpus
        self._codebook = corpus.codebook
        self._codes = {code.id: code for code in corpus.codebook.codes}
        self._coders = {coder.id: coder.id for coder in corpus.coders}
        by_name = {coder.name: coder.id for coder in reversed(corpus.coders)}
        self._coders = {**by_name, **self._coders}
        self._revision = corpus.codebook.revision
        self.has_header = True

    def _document(self, given: Given, number: int) -> None:
        text = given.text("text")
        if "\r" in text or visible_start(text, 0, len(text)) == len(text):
            raise Fault("The text has CR in its line ends, which offsets do not count, or nothing to see")
        known = document_from_json(given)
        if known.text_sha256 and known.text_sha256 != digest(text):
            self._gathering.findings.add(
                FindingKind.MISMATCH,
                "The text is not the one that its SHA-256 names; it was changed after it was written.",
                place=f"line {number}",
            )
        document = self._gathering.document(text, name=known.name, known=known)
        for place, annotation in enumerate(listed(given.fields.get("annotations"), "annotations"), start=1):
            self._annotation(Given(annotation, "An annotation"), document, f"line {number}, annotation {place}")
        for value in listed(given.fields.get("regions"), "regions"):
            self._region(value, document, text, f"line {number}")
        completions = listed(given.fields.get("completions"), "completions")
        self._gathering.completions.extend(completion_from_json(value, document) for value in completions)

    def _annotation(self, given: Given, document: DocumentId, where: str) -> None:
        code = self._code(given)
        attributes = given.words("attributes")
        revision = given.text("codebook_revision", needed=False)
        span = given.span()
        if revision in ("", self._revision):
            _refuse_unknown(attributes, code)
        self._gathering.annotation(
            Claim(
                document=document,
                coder=self._coder(given),
                code=code.id,
                start=span.start,
                end=span.end,
                quote=given.text("quote"),
                where=where,
                identity=given.text("id", needed=False),
                before=given.text("before", needed=False),
                after=given.text("after", needed=False),
                attributes=attributes,
                memo=given.text("memo", needed=False),
                certainty=given.word("certainty", Certainty, Certainty.NOT_SET),
                ask_lead=given.yes("ask_lead"),
                round=given.text("round", needed=False) or MAIN_ROUND,
                codebook_revision=revision,
                created=given.text("created", needed=False),
                original_coder=CoderId(given.uuid("original_coder", needed=False)),
                original_code=CodeId(given.uuid("original_code", needed=False)),
            )
        )

    def _code(self, given: Given) -> Code:
        word = given.text("code_id", needed=False) or given.text("code")
        code = self._codes.get(word) or self._codebook.find(word)
        if code is None:
            raise Fault(f"The code {word[:40]!a} is not in the codebook of the header")
        return code

    def _coder(self, given: Given) -> CoderId:
        word = given.text("coder_id", needed=False) or given.text("coder")
        if word not in self._coders:
            raise Fault(f"The coder {word[:40]!a} is not among the coders of the header")
        return self._coders[word]

    def _region(self, value: object, document: DocumentId, text: str, where: str) -> None:
        region = region_from_json(value, document)
        if not stands(text, region.span, region.quote):
            self._gathering.findings.add(
                FindingKind.MISMATCH,
                "The quote of an excluded region does not stand; the region is dropped.",
                place=where,
            )
            return
        before, after = context(text, region.span)
        self._gathering.regions.append(replace(region, before=before, after=after))


def _refuse_unknown(attributes: Mapping[str, str], code: Code) -> None:
    for name, value in attributes.items():
        known = code.attribute(name)
        if known is None:
            raise Fault(f"The attribute {name[:40]!a} is not one of the code {code.short_name[:40]!a}")
        if not known.accepts(value):
            raise Fault(f"The attribute {name[:40]!a} cannot be {value[:40]!a}")
