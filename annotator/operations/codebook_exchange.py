# SPDX-License-Identifier: MIT
"""Codebooks in and out: REFI-QDA (.qdc, .qdpx), CSV, Markdown, and the codebook of another project."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path

from annotator.domain import Change, Code, Codebook, CoderId, Json, LockedOrDamaged, Refused, UsageError
from annotator.domain.codebook import code_as_json, code_from_json
from annotator.domain.fields import DEFAULTS
from annotator.exchange.codebooks.codebook_csv import read_codebook_csv, write_codebook_csv
from annotator.exchange.codebooks.codebook_markdown import read_codebook_markdown, write_codebook_markdown
from annotator.exchange.codebooks.codebook_read import CODE_FIELDS, CodebookRead, CodeRead
from annotator.exchange.findings import Finding
from annotator.exchange.refi.refi_codebook import read_qdc, write_qdc
from annotator.exchange.refi.refi_reader import read_refi_codebook
from annotator.merging import resolve
from annotator.operations.codebook_matching import CodebookMatching, CodebookPreview
from annotator.operations.outcome import Outcome, Touched
from annotator.operations.passages import require_lead
from annotator.operations.projects import SUFFIX, Project
from annotator.store import guard, journal, queries

_VERB = "import codebook"
_FORMS = ".qdc, .qdpx, .csv, .md or a project file"


class CodebookMode(StrEnum):
    """What an import does with codes that are here already: leave them, or give them what the file says."""

    ADD = "add"
    UPDATE = "update"


def preview_codebook(project: Project, *, path: Path, mode: CodebookMode = CodebookMode.ADD) -> CodebookPreview:
    """Say what a codebook file would add here, where it differs, and what it cannot have; nothing is written.

    Raises Refused (one sentence, with the place) for what is no codebook or holds a code that cannot
    be one here; UsageError for a form that is not read.
    """
    codebook = queries.codebook(project.live)
    known = {code.id for code in codebook.codes}
    used = journal.entities(project.live) - known
    return CodebookMatching(codebook, used=used, updates=mode is CodebookMode.UPDATE).preview(_read(path))


def import_codebook(
    project: Project, *, author: CoderId, path: Path, mode: CodebookMode = CodebookMode.ADD
) -> Outcome[CodebookPreview]:
    """Take in a codebook, all of it or nothing, as one action; the same file twice adds nothing.

    Nothing is removed and nothing that was coded moves: codes that the file does not name stay.
    """
    require_lead(project, author, what="edits the codebook")
    preview = preview_codebook(project, path=path, mode=mode)
    changed = preview.changed if mode is CodebookMode.UPDATE else ()
    if not preview.new and not changed:
        return Outcome(preview)
    with project.action(author=author, verb=_VERB) as action:
        for code in preview.new:
            action.write("code", code.id, {name: code_as_json(code)[name] for name in CODE_FIELDS})
        for each in changed:
            action.write("code", each.known.id, {field.field: field.there for field in each.fields})
    return Outcome(preview, Touched(codebook=True), _VERB)


def export_codebook(project: Project, *, path: Path) -> tuple[Finding, ...]:
    """Write the codebook in the form that the suffix names; says by number what that form cannot carry."""
    write = _WRITERS.get(path.suffix.casefold())
    if write is None:
        raise UsageError(f"A codebook is written as {', '.join(_WRITERS)}; nothing was written.", where=path.name)
    return write(queries.codebook(project.live), path)


_WRITERS: Mapping[str, Callable[[Codebook, Path], tuple[Finding, ...]]] = {
    ".qdc": write_qdc, ".csv": write_codebook_csv, ".md": write_codebook_markdown,
}  # fmt: skip
_READERS: Mapping[str, Callable[[Path], CodebookRead]] = {
    ".qdc": read_qdc,
    ".qde": read_qdc,
    ".qdpx": read_refi_codebook,
    ".csv": read_codebook_csv,
    ".tsv": read_codebook_csv,
    ".md": read_codebook_markdown,
    ".markdown": read_codebook_markdown,
}


def _read(path: Path) -> CodebookRead:
    suffix = path.suffix.casefold()
    if suffix == SUFFIX:
        return _of_project(path)
    read = _READERS.get(suffix)
    if read is None:
        raise UsageError(f"A codebook is read from {_FORMS}; nothing was taken from this file.", where=path.name)
    return read(path)


def _of_project(path: Path) -> CodebookRead:
    """Read the codebook of another project under the guard; mapped codes come as they are, without the mapping."""
    foreign = guard.read_project(path)
    of_codes = {entity for entity, first in foreign.beginnings.items() if first.payload["kind"] == "code"}
    changes: dict[str, list[Change]] = {}
    for change in foreign.changes:
        if change.entity in of_codes:
            changes.setdefault(change.entity, []).append(change)
    try:
        codes = [code for entity, several in changes.items() if (code := _code(entity, several)) is not None]
    except (KeyError, TypeError, ValueError) as error:
        raise LockedOrDamaged("A code in the file is damaged; nothing in it was used.", where=path.name) from error
    if not codes:
        raise Refused("There is no code in this project; nothing was taken from it.", where=path.name)
    codes.sort(key=lambda code: (code.position, code.id))
    said = frozenset(CODE_FIELDS)
    return CodebookRead(tuple(CodeRead(code, said, f"{path.name}, code “{code.name[:80]}”") for code in codes))


def _code(entity: str, changes: list[Change]) -> Code | None:
    resolved = resolve(changes)
    if resolved.deleted:
        return None
    values: dict[str, Json] = {**DEFAULTS["code"], **resolved.values, "id": entity}
    return code_from_json(values)
