# SPDX-License-Identifier: MIT
"""Which exchange format a file or folder is of, by what is in it; its name decides nothing."""

import json
import re
from enum import StrEnum
from pathlib import Path

from annotator.domain.errors import Refused
from annotator.exchange.codings.jsonl import JsonLinesForm, jsonl_form
from annotator.exchange.containers import opened_container
from annotator.exchange.incoming_files import opened, shown_name

_HEAD_BYTES = 65_536
_LARGEST = 4_000_000_000
_MARK = b"\xef\xbb\xbf"
_XML = re.compile(rb"<(?:\w+:)?(\w+)")


class CorpusKind(StrEnum):
    """The formats in which annotations come from elsewhere."""

    FLAT = "flat"
    """One annotation a line, about articles and codes that the project has."""
    JSONL = "jsonl"
    """Our own exchange form: a header, then an article a line."""
    LABELLED = "doccano"
    """A text with its labels a line, as doccano and spaCy have it."""
    QDPX = "qdpx"
    BRAT = "brat"
    CAS = "cas"
    W3C = "w3c"
    DNA = "dna"


_FORMS = {
    JsonLinesForm.EXCHANGE: CorpusKind.JSONL,
    JsonLinesForm.FLAT: CorpusKind.FLAT,
    JsonLinesForm.LABELLED: CorpusKind.LABELLED,
}


def kind_of_corpus(path: Path) -> CorpusKind:
    """Recognise a format; raises Refused where it is none of ours, naming what it seems to be."""
    if path.is_dir():
        return _by_members([each.name for each in sorted(path.rglob("*"))], shown_name(path))
    with opened(path, maximum_bytes=_LARGEST) as file:
        head = file.read(_HEAD_BYTES)
    if head.startswith(b"SQLite format 3\0"):
        return CorpusKind.DNA
    if head.startswith(b"PK"):
        with opened_container(path) as container:
            return _by_members([member.rsplit("/", 1)[-1] for member in container.members], container.name)
    return _by_words(head.removeprefix(_MARK).lstrip(), path)


def _by_members(names: list[str], where: str) -> CorpusKind:
    folded = [name.casefold() for name in names]
    if any(name.endswith(".qde") for name in folded):
        return CorpusKind.QDPX
    if any(name.endswith(".ann") for name in folded):
        return CorpusKind.BRAT
    if any(name.endswith((".xmi", ".xmi.gz")) or name == "typesystem.xml" for name in folded):
        return CorpusKind.CAS
    if any(name.endswith((".jsonld", ".jsonl")) for name in folded):
        return CorpusKind.W3C if any(name.endswith(".jsonld") for name in folded) else CorpusKind.LABELLED
    raise Refused(
        "There is nothing in it that we can read annotations from (no .qde, .ann, .xmi, .jsonld or .jsonl); nothing "
        "was taken from it: name the format with --format.",
        where=where,
    )


def _by_words(head: bytes, path: Path) -> CorpusKind:
    if head.startswith(b"<"):
        return _by_root(head, shown_name(path))
    if head.startswith((b"{", b"[")):
        if b'"%TYPES"' in head or b'"%FEATURE_STRUCTURES"' in head or b'"%HEADER"' in head:
            return CorpusKind.CAS
        if b'"@context"' in head or b"anno.jsonld" in head:
            return CorpusKind.W3C
        return _FORMS[jsonl_form(path)] if _is_line(head) or not _spans_lines(head) else CorpusKind.W3C
    raise Refused(
        "This is none of the forms that annotations come in (JSON lines, REFI-QDA, brat, UIMA CAS, W3C, DNA); nothing "
        "was taken from it: name the format with --format.",
        where=shown_name(path),
    )


def _is_line(head: bytes) -> bool:
    """Whether the first line is an object of its own."""
    try:
        return isinstance(json.loads(head.split(b"\n", 1)[0]), dict)
    except (ValueError, RecursionError):
        return False


def _spans_lines(head: bytes) -> bool:
    return head.rstrip() in (b"{", b"[") or head.split(b"\n", 1)[0].strip() in (b"{", b"[")


def _by_root(head: bytes, where: str) -> CorpusKind:
    root = _XML.search(re.sub(rb"<[?!][^>]*>", b"", head))
    word = root[1] if root else b""
    if word == b"XMI":
        return CorpusKind.CAS
    if word == b"CodeBook":
        raise Refused("This is a codebook without annotations: take it in with the command for codebooks.", where=where)
    if word == b"Project":
        raise Refused("This is the inside of a REFI-QDA project: name the .qdpx it came in.", where=where)
    raise Refused("This XML is of no form that we read annotations from; nothing was taken from it.", where=where)
