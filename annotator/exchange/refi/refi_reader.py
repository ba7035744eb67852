# SPDX-License-Identifier: MIT
"""A REFI-QDA project (.qdpx) of any program, read leniently into a corpus, with a finding for all that was assumed.

An annotation is a coding of a selection. A selection that bears a remark and no code (MAXQDA), or that a
link leads from to a note (NVivo), becomes an annotation with the code “Memo”. Names of selections are
held against the text where they are quotes; what does not stand there is unplaced.
"""

import hashlib
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from annotator.domain import Refused
from annotator.exchange.codebooks.codebook_read import CodebookRead
from annotator.exchange.containers import Container, opened_container
from annotator.exchange.corpus import CorpusRead
from annotator.exchange.findings import FindingKind
from annotator.exchange.incoming_files import shown_name
from annotator.exchange.json_objects import Fault
from annotator.exchange.refi.refi_codebook import said_of
from annotator.exchange.refi.refi_extras import Extras, extras_path, read_extras
from annotator.exchange.refi.refi_parts import Project, read_project
from annotator.exchange.refi.refi_placing import Placing
from annotator.exchange.refi.refi_texts import SourceTexts
from annotator.exchange.refi.refi_words import PROJECT_MEMBER

_CHUNK = 1 << 20
_MARK = b"\xef\xbb\xbf"


def read_refi(path: Path) -> CorpusRead:
    """Read a project and the extras beside it, if they are there; raises Refused for what is no such file.

    ``corpus.created`` lacks the annotations whose time the file does not say. Paths that lead out of
    the archive are never opened.
    """
    name = shown_name(path)
    with opened_container(path) as container, tempfile.TemporaryFile() as file:
        digest = _copied(container, file, name)
        file.seek(0)
        project = read_project(_after_mark(file), name=name)
        extras = _extras(path, project, digest)
        placing = Placing(project, extras, texts=SourceTexts(container), fallback_name=path.stem)
        project.sources.reverse()
        while project.sources:
            placing.source(project.sources.pop())  # what was placed need not stand in memory twice
    return placing.read()


def read_refi_codebook(path: Path) -> CodebookRead:
    """Read only the codes of a project; raises Refused for what is none, or has none."""
    name = shown_name(path)
    with opened_container(path) as container, container.stream(_project_member(container, name)) as file:
        project = read_project(file, name=name)
    codes = tuple(said_of(read) for read in project.codes if read.is_codable)
    if not codes:
        raise Refused("There is no code in this project; nothing was taken from it.", where=name)
    return CodebookRead(codes, tuple(each for each in project.findings if each.kind is not FindingKind.DROPPED))


def _copied(container: Container, file: IO[bytes], name: str) -> str:
    """Copy the XML out of the archive; gives its SHA-256."""
    digest = hashlib.sha256()
    with container.stream(_project_member(container, name)) as member:
        while piece := member.read(_CHUNK):
            digest.update(piece)
            file.write(piece)
    return digest.hexdigest()


def _project_member(container: Container, name: str) -> str:
    found = list(_project_members(container))
    if len(found) != 1:
        how = "several projects" if found else "no project"
        raise Refused(f"There is {how} of REFI-QDA in the archive; nothing was taken from it.", where=name)
    return found[0]


def _project_members(container: Container) -> Iterator[str]:
    exact = [member for member in container.members if member.casefold() == PROJECT_MEMBER]
    yield from exact or (member for member in container.members if member.casefold().endswith(".qde"))


def _after_mark(file: IO[bytes]) -> IO[bytes]:
    """Step over a byte order mark before the XML, and over a second one."""
    place = 0
    while file.read(len(_MARK)) == _MARK:
        place = file.tell()
    file.seek(place)
    return file


def _extras(path: Path, project: Project, digest: str) -> Extras | None:
    beside = extras_path(path)
    try:
        extras = read_extras(path, archive_sha256=digest)
    except (Fault, Refused) as error:
        said = error.sentence if isinstance(error, Refused) else str(error)
        sentence = f"The extras beside the archive cannot be used and were left out ({said.rstrip('.')})."
        project.findings.add(FindingKind.DROPPED, sentence, place=shown_name(beside))
        return None
    if extras is not None and not extras.is_of_archive:
        sentence = (
            "The extras beside the archive are of another state of it; they were used where it says nothing itself."
        )
        project.findings.add(FindingKind.GUESSED, sentence, place=shown_name(beside))
    return extras
