# SPDX-License-Identifier: MIT
"""Reading a project that somebody else made: data, never program.

The one file is copied alone into a private folder and opened there read-only within limits; its
schema must be exactly ours before any table is read; then every text and every change is held
against its hash and its form. What comes back are plain values.
"""

import functools
import hashlib
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from annotator.domain import Change, FileId, KnownError, LockedOrDamaged, ProjectId, Refused
from annotator.domain.canonical import are_canonical, is_canonical
from annotator.domain.change import PAYLOAD_VERSION
from annotator.domain.fields import fault
from annotator.domain.identifiers import is_hash, is_uuid
from annotator.merging.wholeness import beginnings
from annotator.store import clock, connection, header, journal, schema
from annotator.store.limited_reading import harden, limited_reader, only_reading
from annotator.text.quotation import digest

_DEEPEST_JSON = 50
_LONGEST_WORD = 200
_BATCH = 100
"""So many changes are held against their canonical spelling at once: fewer cost calls, more cost memory."""
_SHORT = 64
_VERB = re.compile(r"[a-z][a-z_ ]{0,39}")


@dataclass(frozen=True, slots=True)
class ForeignProject:
    """What a project file from elsewhere brings: its journal in order of arrival, its texts by hash.

    ``beginnings`` is the first change of each entity, ``sender`` who codes in that copy, empty where
    nobody was named; ``digest`` is the SHA-256 of the file. ``coder_round`` is the round in which a
    coder's file opens; it is empty for any other file.
    """

    path: Path
    project: ProjectId
    file: FileId
    changes: tuple[Change, ...]
    texts: dict[str, str]
    beginnings: dict[str, Change]
    sender: str
    digest: str
    coder_round: str = ""


def read_project(path: Path) -> ForeignProject:
    """Read a project that is not open here; raises Refused or LockedOrDamaged with one sentence, touching nothing."""
    file_format = header.require_project_header(path)
    with tempfile.TemporaryDirectory(prefix="annotator-") as private:
        copy = Path(private) / "project.annotator"
        try:
            shutil.copyfile(path, copy)
        except OSError as error:
            raise Refused(f"The file cannot be read: {error.strerror}.", where=path.name) from error
        with _opened(copy, path.name, file_format=file_format) as reader:
            try:
                return _read(reader, path, digest_of_file(copy))
            except (*connection.UNREADABLE, TypeError) as error:
                raise LockedOrDamaged(
                    "The file is damaged or too large to be read; nothing in it was used.", where=path.name
                ) from error


def digest_of_file(path: Path) -> str:
    """Give the SHA-256 of a file's bytes; raises OSError where it cannot be read."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@contextmanager
def _opened(copy: Path, name: str, *, file_format: int = schema.FORMAT) -> Iterator[sqlite3.Connection]:
    with limited_reader(copy, name) as reader:
        try:
            harden(reader)
            schema.require_exact_schema(reader, name=name, file_format=file_format)
        except connection.UNREADABLE as error:
            raise LockedOrDamaged("The file is damaged; nothing in it was used.", where=name) from error
        reader.set_authorizer(only_reading)
        yield reader


def _read(reader: sqlite3.Connection, path: Path, file_digest: str) -> ForeignProject:
    if reader.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise LockedOrDamaged("The file is damaged; nothing in it was used.", where=path.name)
    project, file, sender, coder_round = _state(reader)
    if not (is_uuid(project) and is_uuid(file) and (sender == "" or is_uuid(sender))):
        raise Refused("The file does not say which project it is of.", where=path.name)
    texts: dict[str, str] = {}
    for sha256, body in reader.execute("SELECT sha256, body FROM text"):
        if digest(body) != sha256:
            raise LockedOrDamaged("A text in the file is not what was stored; nothing was used.", where=path.name)
        texts[sha256] = body
    changes = tuple(journal.all_changes(reader))
    wrong = first_fault(changes)
    begun: dict[str, Change] = {}
    try:
        begun = {} if wrong else beginnings(changes, texts)
    except ValueError as error:
        wrong = str(error)
    if wrong:
        raise Refused(
            f"A change in the file is not one that we could have written ({wrong}); nothing in it was used.",
            where=path.name,
        )
    _require_journal_of(reader, frozenset(begun), name=path.name)
    return ForeignProject(
        path, ProjectId(project), FileId(file), changes, texts, begun, sender, file_digest, coder_round
    )


def _require_journal_of(reader: sqlite3.Connection, entities: frozenset[str], *, name: str) -> None:
    """Raise LockedOrDamaged where a table shows a thing of which the journal knows nothing any more."""
    for table in ("annotation", "region", "completion", "document", "code", "coder"):
        if any(row[0] not in entities for row in reader.execute(f"SELECT id FROM {table}")):
            raise LockedOrDamaged(
                "Changes are missing in the file that its tables still show: it was altered or damaged; nothing in it "
                "was used. Ask for it again.",
                where=name,
            )


def _state(reader: sqlite3.Connection) -> tuple[str, str, str, str]:
    """Give the identities of project, file and coder; the round too where it is a coder's file. Format 1 knew none."""
    found = reader.execute("SELECT * FROM file_state")
    names = [column[0] for column in found.description]
    state = dict(zip(names, found.fetchone() or (), strict=False))
    project, file, coder = (str(state.get(name, "")) for name in ("project", "file", "active_coder"))
    return project, file, coder, str(state["active_round"]) if state.get("mode") == "coder" else ""


_is_uuid = functools.lru_cache(maxsize=1000)(is_uuid)
_fault_of_word = functools.lru_cache(maxsize=10_000)(fault)
"""The same answers, for words that come again and again."""


def first_fault(changes: Sequence[Change]) -> str:
    """Say what is wrong with the first change from elsewhere that is wrong; the empty string where none is."""
    for start in range(0, len(changes), _BATCH):
        several = changes[start : start + _BATCH]
        wrong = next((found for change in several if (found := _fault_of_form(change))), "")
        if not wrong and not _are_canonical(several):
            wrong = next((found for change in several if (found := change_fault(change))), "")
        if wrong:
            return wrong
    return ""


def _are_canonical(changes: Sequence[Change]) -> bool:
    """Whether all payloads are in canonical form; False too where it takes a look at each of them to tell."""
    try:
        return are_canonical([change.payload_json for change in changes], [change.payload for change in changes])
    except (ValueError, RecursionError):
        return False


def change_fault(change: Change) -> str:
    """Say what is wrong with a change from elsewhere, or give the empty string where nothing is."""
    wrong = _fault_of_form(change)
    if wrong:
        return wrong
    try:
        return "" if is_canonical(change.payload_json, change.payload) else "it is not in canonical form"
    except (ValueError, RecursionError):
        return "it cannot be read"


def _fault_of_form(change: Change) -> str:
    """Say what is wrong with a change, but for the spelling of its payload."""
    if change.expected_id != change.id:
        return "its hash does not fit"
    repeated = _is_uuid(change.replica) and _is_uuid(change.author) and _is_uuid(change.action)
    if not repeated or not is_uuid(change.entity) or not _VERB.fullmatch(change.verb):
        return "its names have another form"
    try:
        clock.parse(change.time)
        return _payload_fault(change)
    except (ValueError, RecursionError, KnownError):
        return "it cannot be read"


def _payload_fault(change: Change) -> str:
    if max(change.payload_json.count("["), change.payload_json.count("{")) > _DEEPEST_JSON * _LONGEST_WORD:
        return "it is nested too deep"
    payload, prev = change.payload, change.prev
    if change.prev_json != "[]":
        if not isinstance(prev, list) or not all(is_hash(each) for each in prev):
            return "its predecessors are no hashes"
        if not is_canonical(change.prev_json, prev):
            return "it is not in canonical form"
    return _written_fault(payload, change.action)


def _written_fault(parsed: object, action: str) -> str:
    if not isinstance(parsed, dict) or not {"v", "kind", "set"} <= set(parsed) <= {"v", "kind", "set", "undoes"}:
        return "its payload has other parts"
    if type(parsed["v"]) is not int or parsed["v"] != PAYLOAD_VERSION or not is_uuid(parsed.get("undoes", action)):
        return "its payload is of an unknown version"
    kind, written = parsed["kind"], parsed["set"]
    if not isinstance(written, dict) or not isinstance(kind, str) or not written:
        return "it writes nothing"
    for name, value in written.items():
        is_short = type(value) is str and len(value) <= _SHORT
        wrong = _fault_of_word(kind, name, value) if is_short else fault(kind, name, value)
        if wrong:
            return wrong
    return ""
