# SPDX-License-Identifier: MIT
"""A corpus as a REFI-QDA 1.5 project: NAME.qdpx, and NAME.extras.json beside it.

Positions are code points from 0, the end not included (section 10.2 of the standard, and the
example in it). The project is written piece by piece, held against the grammar of the standard, and
only then put into the archive: what would not be valid is not delivered.
"""

import hashlib
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from annotator.domain import Annotation, Coder, Document, DocumentId
from annotator.domain.model import MAIN_ROUND
from annotator.exchange.containers import write_container
from annotator.exchange.corpus import Corpus
from annotator.exchange.file_names import safe_file_name
from annotator.exchange.findings import Finding, FindingKind, Findings
from annotator.exchange.outgoing_files import replacing
from annotator.exchange.refi.refi_codebook import codes_as_xml, uncarried_by_codes
from annotator.exchange.refi.refi_extras import ExtrasWritten, extras_path
from annotator.exchange.refi.refi_sources_written import WrittenSources, member_of
from annotator.exchange.refi.refi_variables import WrittenVariables
from annotator.exchange.refi.refi_words import ORIGIN, PROJECT_MEMBER, PROJECT_SPACE, is_writable
from annotator.exchange.refi.refi_xml import (
    DECLARATION,
    PROJECT_GRAMMAR,
    closing,
    leaf,
    listed,
    opening,
    require_valid,
)

ABOUT = "Positions count Unicode code points from 0 in the text with LF as line ends; the end is not included."
_CHUNK = 1 << 20
_IN_MEMORY = 1 << 24


def write_refi(corpus: Corpus, path: Path, *, crlf: bool = False) -> tuple[Finding, ...]:
    """Write a project with all coders in it; says by number what only the extras carry.

    ``crlf`` writes the texts with CR LF as line ends; positions stay those of the text with LF. Raises
    NotSaved where the disk refuses; an older file is then as it was.
    """
    tally: Counter[str] = Counter()
    with ExitStack() as stack:
        project = stack.enter_context(tempfile.TemporaryFile())
        extras = stack.enter_context(replacing(extras_path(path)))
        _write_project(corpus, project, extras, tally)
        project.seek(0)
        require_valid(project, grammar=PROJECT_GRAMMAR)
        members = {PROJECT_MEMBER: _pieces(project)}
        members |= {member_of(document): _text(corpus, document, crlf=crlf) for document in corpus.documents}
        write_container(path, members)
    return tuple(_findings(corpus, tally))


def write_refi_per_coder(
    corpus: Corpus, folder: Path, *, crlf: bool = False
) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """Write one project for each coder into a folder, for programs that know one user only.

    Each has all articles, codes and fields, and of the rest what is this coder's. The files are
    ``PROJECT - CODER.qdpx``.
    """
    paths: list[Path] = []
    findings = Findings()
    for coder in corpus.coders:
        name = safe_file_name(f"{corpus.name} - {coder.name}")
        path = _free(folder, name, {each.name.casefold() for each in paths})
        for each in write_refi(of_coder(corpus, coder), path, crlf=crlf):
            findings.add(each.kind, each.sentence, place=path.name, count=each.count)
        paths.append(path)
    return tuple(paths), tuple(findings)


def _free(folder: Path, name: str, taken: set[str]) -> Path:
    """Give the path of this name; two coders may bear one name, or names that make one file name."""
    wanted, number = f"{name}.qdpx", 1
    while wanted.casefold() in taken:
        number += 1
        wanted = f"{name} {number}.qdpx"
    return folder / wanted


def of_coder(corpus: Corpus, coder: Coder) -> Corpus:
    """Give a corpus with what one coder did alone."""
    return replace(
        corpus,
        coders=(coder,),
        annotations=_OfCoder(corpus.annotations, coder),
        regions=tuple(each for each in corpus.regions if each.coder == coder.id),
        completions=tuple(each for each in corpus.completions if each.coder == coder.id),
    )


@dataclass(frozen=True, slots=True)
class _OfCoder(Mapping[DocumentId, Sequence[Annotation]]):
    """The annotations of one coder, filtered when they are asked for."""

    of_all: Mapping[DocumentId, Sequence[Annotation]]
    coder: Coder

    def __getitem__(self, document: DocumentId) -> Sequence[Annotation]:
        return tuple(each for each in self.of_all[document] if each.coder == self.coder.id)

    def __iter__(self) -> Iterator[DocumentId]:
        return iter(self.of_all)

    def __len__(self) -> int:
        return len(self.of_all)


class _Hashed:
    """A file that is written to, and the SHA-256 of what was written."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.hash = hashlib.sha256()

    def write(self, text: str) -> None:
        self.write_bytes(text.encode())

    def write_bytes(self, data: bytes) -> None:
        self.hash.update(data)
        self._file.write(data)


def _write_project(corpus: Corpus, project: IO[bytes], extras: IO[bytes], tally: Counter[str]) -> None:
    out = _Hashed(project)
    variables = WrittenVariables(corpus.documents, corpus.fields)
    sources, added = WrittenSources(corpus, variables), ExtrasWritten(corpus)
    out.write(_head(corpus) + variables.definitions())
    extras.writelines(piece.encode() for piece in added.head())
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as notes:
        out.write(opening("Sources") if corpus.documents else "")
        for number, document in enumerate(corpus.documents):
            annotations = corpus.annotations.get(document.id, ())
            out.write("".join(sources.source(document, annotations)))
            notes.writelines(sources.note(each).encode() for each in annotations if each.memo)
            extras.write("".join(added.document(document, annotations, is_first=not number)).encode())
            _count(annotations, tally)
        out.write(closing("Sources") if corpus.documents else "")
        has_notes = notes.tell() > 0
        notes.seek(0)
        out.write(opening("Notes") if has_notes else "")
        for piece in _pieces(notes):
            out.write_bytes(piece)
        out.write(closing("Notes") if has_notes else "")
    out.write(leaf("Description", text=_about(corpus)) + closing("Project"))
    extras.write(added.tail(out.hash.hexdigest()).encode())


def _head(corpus: Corpus) -> str:
    attributes = {"xmlns": PROJECT_SPACE, "name": corpus.name, "origin": ORIGIN}
    if corpus.modified:
        attributes["modifiedDateTime"] = corpus.modified
    users = listed("Users", (leaf("User", {"guid": coder.id, "name": coder.name}) for coder in corpus.coders))
    codes = codes_as_xml(corpus.codebook)
    codebook = f"{opening('CodeBook')}{codes}{closing('CodeBook')}" if codes else ""
    return f"{DECLARATION}{opening('Project', attributes)}{users}{codebook}"


def _about(corpus: Corpus) -> str:
    return f"{ABOUT} State of the project: {corpus.digest}." if corpus.digest else ABOUT


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    while piece := file.read(_CHUNK):
        yield piece


def _text(corpus: Corpus, document: Document, *, crlf: bool) -> Iterator[bytes]:
    """Give the text of a document when it is asked for. A mark at its beginning that is text needs one before it."""
    text = corpus.texts[document.id]
    marked = f"\ufeff{text}" if text.startswith("\ufeff") else text
    yield (marked.replace("\n", "\r\n") if crlf else marked).encode()


def _count(annotations: Sequence[Annotation], tally: Counter[str]) -> None:
    for each in annotations:
        tally["annotations with a certainty"] += bool(each.certainty)
        tally["annotations with attributes"] += bool(each.attributes)
        tally["annotations that ask the lead"] += each.ask_lead
        tally["annotations of a round"] += each.round != MAIN_ROUND
        tally["annotations whose coder or code counts as another"] += bool(each.original_coder or each.original_code)
        tally["memos with characters that XML cannot hold"] += not is_writable(each.memo)


def _findings(corpus: Corpus, tally: Counter[str]) -> Findings:
    findings = Findings()
    whole = {
        **tally,
        **dict(uncarried_by_codes(corpus.codebook)),
        "short names of codes": sum(code.short_name != code.name for code in corpus.codebook.codes),
        "excluded regions": len(corpus.regions),
        "states of completion": len(corpus.completions),
        "coders who are programs": sum(coder.machine_made for coder in corpus.coders),
    }
    for what, number in whole.items():
        if number:
            sentence = f"REFI-QDA has no place for {what}; NAME.extras.json beside the archive keeps them."
            findings.add(FindingKind.DROPPED, sentence, count=number)
    return findings
