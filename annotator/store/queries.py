# SPDX-License-Identifier: MIT
"""Reading the projection by concept: rows in, domain values out. Nothing here writes.

Annotations, regions, completions and counts come as what they count as: where the lead has mapped a
code or an identity, the code and the person that it stands for (:mod:`annotator.store.identities`).
"""

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from annotator.domain import (
    Annotation,
    AnnotationId,
    Certainty,
    Code,
    Codebook,
    CodeId,
    CodePoint,
    Coder,
    CoderId,
    Completion,
    CompletionState,
    Document,
    DocumentId,
    Region,
    RegionId,
    RegionState,
    Snapshot,
    Span,
)
from annotator.domain.codebook import code_from_json
from annotator.domain.identifiers import handed_out_region_id
from annotator.store import clock, identities, journal, metadata_queries

_ANNOTATION = (
    "id, document, coder, code, start, end, quote, before, after, attributes, memo, certainty, ask_lead, round, "
    "codebook_revision"
)
_CARRIED_AWAY = "SELECT annotation FROM carried_over WHERE document IN (SELECT id FROM document)"
_PLACE = ("document", "start", "end", "quote", "before", "after")
_CARRIED_HERE = (
    ", ".join(f"{'carried_over' if each in _PLACE else 'annotation'}.{each}" for each in _ANNOTATION.split(", "))
    + " FROM carried_over JOIN annotation ON annotation.id = carried_over.annotation"
)
_CARRIED = (
    "SELECT annotation.id, coder, code, annotation.document, carried_over.document FROM carried_over "
    "JOIN annotation ON annotation.id = carried_over.annotation "
    "WHERE carried_over.document IN (SELECT id FROM document)"
)
_CERTAINTIES = {each.value: each for each in Certainty}
_REGION = "id, document, coder, start, end, quote, before, after, memo, certainty, state"
_COMPLETION = "coder, document, round, state, reason, reopened_at, codebook_revision, codes"
_DOCUMENT = (
    "id, name, text_sha256, length, title, outlet, author, date, raw_sha256, encoding, position, other_names, url, "
    "metadata, duplicate_group"
)


def project_name_and_lead(live: sqlite3.Connection, project: str) -> tuple[str, CoderId]:
    """Give the project's name and its lead; empty where its first change is not here."""
    row = live.execute("SELECT name, lead FROM project WHERE id = ?", (project,)).fetchone()
    return (row[0], CoderId(row[1])) if row else ("", CoderId(""))


def coders(live: sqlite3.Connection) -> tuple[Coder, ...]:
    """Give all coders by name, second identities of one person too: these say whom they count as."""
    mapped = identities.load(live).coders
    rows = live.execute("SELECT id, name, machine_made FROM coder ORDER BY name, id")
    return tuple(Coder(CoderId(row[0]), row[1], bool(row[2]), CoderId(mapped.get(row[0], ""))) for row in rows)


def people(live: sqlite3.Connection) -> tuple[Coder, ...]:
    """Give the coders by name, each person once."""
    return tuple(coder for coder in coders(live) if not coder.counts_as)


def codebook(live: sqlite3.Connection) -> Codebook:
    """Give all codes in the order in which they are shown; a mapped one says what it counts as."""
    mapped = identities.load(live).codes
    cursor = live.execute("SELECT * FROM code ORDER BY position, name, id")
    columns = [column[0] for column in cursor.description]
    codes = tuple(_code(dict(zip(columns, row, strict=True))) for row in cursor)
    if mapped:
        codes = tuple(replace(code, counts_as=CodeId(mapped.get(code.id, ""))) for code in codes)
    return Codebook(codes)


def _code(cells: dict[str, str | int]) -> Code:
    return code_from_json(
        cells
        | {
            "examples": json.loads(str(cells["examples"])),
            "attributes": json.loads(str(cells["attributes"])),
            "retired": bool(cells["retired"]),
        }
    )


def documents(live: sqlite3.Connection) -> tuple[Document, ...]:
    """Give all documents in the order in which they are shown."""
    names = metadata_queries.spelled_names(live)
    rows = live.execute(f"SELECT {_DOCUMENT} FROM document ORDER BY position, name, id")
    return tuple(_document(row, names) for row in rows)


def _document(row: tuple[Any, ...], names: Mapping[str, str]) -> Document:
    return Document(
        id=DocumentId(row[0]), name=row[1], text_sha256=row[2], length=row[3], title=row[4], outlet=row[5],
        author=row[6], date=row[7], raw_sha256=row[8], encoding=row[9], position=row[10],
        other_names=tuple(json.loads(row[11])), url=row[12],
        metadata=metadata_queries.spelled(row[13], names), duplicate_group=row[14],
    )  # fmt: skip


metadata_fields = metadata_queries.metadata_fields


def document(live: sqlite3.Connection, wanted: DocumentId) -> Document | None:
    """Give one document, or None where it is not there."""
    row = live.execute(f"SELECT {_DOCUMENT} FROM document WHERE id = ?", (wanted,)).fetchone()
    return None if row is None else _document(row, metadata_queries.spelled_names(live))


def annotations_at(live: sqlite3.Connection, document: DocumentId, start: int) -> list[Annotation]:
    """Give the annotations of a document that begin at this code point."""
    known = identities.load(live)
    rows = live.execute(f"SELECT {_ANNOTATION} FROM annotation WHERE document = ? AND start = ?", (document, start))
    return [known.counted(_annotation(row)) for row in rows]


def annotations(live: sqlite3.Connection, document: DocumentId | None = None) -> Iterator[Annotation]:
    """Give the annotations of one document, or of all, by document, start and id.

    One that the lead has carried over to another text is given there, with its place and quote on
    that text; all else is as its coder made it. It counts where it is shown, and only there.
    """
    known = identities.load(live)
    here, there = ("AND document = ?", "AND carried_over.document = ?") if document else ("", "")
    rows = live.execute(
        f"SELECT {_ANNOTATION} FROM annotation WHERE id NOT IN ({_CARRIED_AWAY}) {here} "
        f"UNION ALL SELECT {_CARRIED_HERE} WHERE carried_over.document IN (SELECT id FROM document) {there} "
        "ORDER BY 2, 5, 1",
        (document, document) if document else (),
    )
    found = map(_annotation, rows)
    return found if known.is_empty else map(known.counted, found)


def annotation(live: sqlite3.Connection, wanted: AnnotationId) -> Annotation | None:
    """Give one annotation, or None where it is not there or deleted."""
    row = live.execute(f"SELECT {_ANNOTATION} FROM annotation WHERE id = ?", (wanted,)).fetchone()
    return None if row is None else identities.load(live).counted(_annotation(row))


def _annotation(
    row: tuple[
        AnnotationId, DocumentId, CoderId, CodeId, CodePoint, CodePoint, str, str, str, str, str, str, int, str, str
    ],
) -> Annotation:
    return Annotation(
        id=row[0], document=row[1], coder=row[2], code=row[3],
        span=Span(row[4], row[5]), quote=row[6], before=row[7], after=row[8],
        attributes=json.loads(row[9]) if row[9] != "{}" else {}, memo=row[10],
        certainty=_CERTAINTIES[row[11]], ask_lead=bool(row[12]),
        round=row[13], codebook_revision=row[14],
    )  # fmt: skip


def regions(live: sqlite3.Connection, document: DocumentId | None = None) -> tuple[Region, ...]:
    """Give the excluded regions of one document, or of all, by document, start and id.

    The copy of a region that the lead handed out is left out where the region itself is: that one counts.
    """
    known = identities.load(live)
    where, values = ("WHERE document = ?", (document,)) if document else ("", ())
    rows = live.execute(f"SELECT {_REGION} FROM region {where} ORDER BY document, start, id", values)
    found = [known.counted_region(_region(row)) for row in rows]
    copies = {handed_out_region_id(each.id) for each in found}
    return tuple(each for each in found if each.id not in copies)


def region(live: sqlite3.Connection, wanted: RegionId) -> Region | None:
    """Give one region, or None where it is not there or deleted."""
    row = live.execute(f"SELECT {_REGION} FROM region WHERE id = ?", (wanted,)).fetchone()
    return None if row is None else identities.load(live).counted_region(_region(row))


def _region(row: tuple[str, str, str, int, int, str, str, str, str, str, str]) -> Region:
    return Region(
        id=RegionId(row[0]), document=DocumentId(row[1]), coder=CoderId(row[2]), span=Span.of(row[3], row[4]),
        quote=row[5], before=row[6], after=row[7], memo=row[8], certainty=Certainty(row[9]),
        state=RegionState(row[10]),
    )  # fmt: skip


def completion(live: sqlite3.Connection, coder: CoderId, document: DocumentId, round_name: str) -> Completion | None:
    """Give how far a person is with a document in a round, or None where nothing was written of it."""
    known = identities.load(live)
    written = [
        _completion(row)
        for each in known.of_coder(coder)
        for row in live.execute(
            f"SELECT {_COMPLETION} FROM completion WHERE document = ? AND coder = ? AND round = ?",
            (document, each, round_name),
        )
    ]
    return next(iter(known.counted_completions(written)), None)


def finished_as(live: sqlite3.Connection, coder: CoderId, document: DocumentId, round_name: str) -> tuple[CoderId, ...]:
    """Give the identities of a person under which a document is finished in a round."""
    found = live.execute(
        "SELECT coder FROM completion WHERE document = ? AND round = ? AND state = ?",
        (document, round_name, CompletionState.FINISHED.value),
    )
    finished = {row[0] for row in found}
    return tuple(each for each in identities.load(live).of_coder(coder) if each in finished)


def completions(live: sqlite3.Connection, document: DocumentId | None = None) -> tuple[Completion, ...]:
    """Give the completions of one document, or of all; a coder and document without one has not started."""
    where, values = ("WHERE document = ?", (document,)) if document else ("", ())
    rows = live.execute(f"SELECT {_COMPLETION} FROM completion {where} ORDER BY document, coder, round", values)
    return identities.load(live).counted_completions(map(_completion, rows))


def finish_times(live: sqlite3.Connection, round_name: str) -> dict[tuple[DocumentId, CoderId], str]:
    """Give when each coder finished each document of a round, as ISO-8601 in UTC."""
    rows = live.execute(
        "SELECT document, coder, max(time) FROM completion JOIN change ON change.entity = completion.id "
        "WHERE round = ? AND state = ? GROUP BY document, coder",
        (round_name, CompletionState.FINISHED.value),
    )
    known = identities.load(live)
    latest: dict[tuple[DocumentId, CoderId], str] = {}
    for document, coder, moment in rows:
        key = DocumentId(document), known.coder(CoderId(coder))
        latest[key] = max(latest.get(key, ""), moment)
    return {key: clock.as_iso(moment) for key, moment in latest.items()}


def rounds(live: sqlite3.Connection) -> tuple[str, ...]:
    """Give the rounds in which anybody did anything."""
    rows = live.execute("SELECT round FROM completion UNION SELECT DISTINCT round FROM annotation ORDER BY 1")
    return tuple(row[0] for row in rows)


def snapshot(live: sqlite3.Connection) -> Snapshot:
    """Name the present state of the journal."""
    position, latest, ids = 0, "", []
    for arrival, change, time in live.execute("SELECT arrival, id, time FROM change"):
        position, latest = max(position, arrival), max(latest, time)
        ids.append(change)
    taken = clock.as_iso(clock.spell(clock.wall_milliseconds(), 0))
    return Snapshot(
        position=position, digest=journal.digest(ids), taken=taken, latest=clock.as_iso(latest) if latest else ""
    )


def _completion(row: tuple[str, str, str, str, str, str, str, str]) -> Completion:
    return Completion(
        coder=CoderId(row[0]), document=DocumentId(row[1]), round=row[2], state=CompletionState(row[3]),
        reason=row[4], reopened_at=row[5], codebook_revision=row[6],
        codes=tuple(CodeId(code) for code in json.loads(row[7])),
    )  # fmt: skip


def counts(
    live: sqlite3.Connection, coders_counted: Collection[CoderId] | None = None, *, round_name: str | None = None
) -> dict[tuple[CoderId, CodeId, DocumentId], int]:
    """Count the annotations per person, code and document, of one round or (None) of all; from the covering index.

    One that was carried over counts where it is shown.
    """
    known = identities.load(live)
    wanted = None if coders_counted is None else {one for each in coders_counted for one in known.of_coder(each)}
    found: dict[tuple[CoderId, CodeId, DocumentId], int] = {}
    for (coder, code, document), number in counts_as_made(live, wanted, round_name=round_name).items():
        key = known.coder(coder), known.code(code), document
        found[key] = found.get(key, 0) + number
    gone: set[str] = set()
    for each, coder, code, source, target in live.execute(f"{_CARRIED} AND ? IN ('', round)", (round_name or "",)):
        if wanted is None or coder in wanted:
            person, meant = known.coder(coder), known.code(code)
            found[person, meant, source] -= each not in gone
            gone.add(each)
            found[person, meant, target] = found.get((person, meant, target), 0) + 1
    return {key: number for key, number in found.items() if number}


def counts_as_made(
    live: sqlite3.Connection, coders_counted: Collection[CoderId] | None = None, *, round_name: str | None = None
) -> dict[tuple[CoderId, CodeId, DocumentId], int]:
    """Count as :func:`counts` does, but under the identities and codes that were written."""
    found: dict[tuple[CoderId, CodeId, DocumentId], int] = {}
    in_round, values = ("", ()) if round_name is None else ("AND round = ?", (round_name,))
    query = (
        f"SELECT coder, code, document, count(*) FROM annotation WHERE {{}} {in_round} GROUP BY coder, code, document"
    )
    if coders_counted is None:
        rows = live.execute(query.format("true"), values).fetchall()
    else:
        rows = [row for each in coders_counted for row in live.execute(query.format("coder = ?"), (each, *values))]
    for coder, code, document, number in rows:
        found[CoderId(coder), CodeId(code), DocumentId(document)] = number
    return found


def number_of_annotations(live: sqlite3.Connection) -> int:
    """Count the annotations of all coders, documents and rounds."""
    return int(live.execute("SELECT count(*) FROM annotation").fetchone()[0])


def duplicates(live: sqlite3.Connection) -> list[tuple[AnnotationId, AnnotationId]]:
    """List the exact duplicates: two annotations of one coder with the same code and span."""
    rows = live.execute(
        "SELECT min(id), max(id) FROM annotation GROUP BY document, start, end, coder, code, round HAVING count(*) > 1"
    )
    return [(AnnotationId(first), AnnotationId(last)) for first, last in rows]


def without_article(live: sqlite3.Connection) -> int:
    """Count the annotations whose article was taken out of the project where they were not known."""
    row = live.execute("SELECT count(*) FROM annotation WHERE document NOT IN (SELECT id FROM document)").fetchone()
    return int(row[0])


def furthest_read(live: sqlite3.Connection, coder: CoderId) -> dict[DocumentId, int]:
    """Give how far a coder has read in each document on this copy, in code points."""
    rows = live.execute("SELECT document, furthest FROM reading WHERE coder = ?", (coder,))
    return {DocumentId(document): furthest for document, furthest in rows}


def remember_furthest(live: sqlite3.Connection, coder: CoderId, document: DocumentId, furthest: int) -> None:
    """Keep how far a coder has read; never back."""
    live.execute(
        "INSERT INTO reading (coder, document, furthest) VALUES (?, ?, ?) "
        "ON CONFLICT (coder, document) DO UPDATE SET furthest = max(furthest, excluded.furthest)",
        (coder, document, furthest),
    )


def actions_here(live: sqlite3.Connection, authors: Collection[CoderId]) -> list[tuple[str, str, str]]:
    """Give (action, verb, undoes) of what these identities did in this copy, in order."""
    marks = ", ".join("?" * len(authors))
    rows = live.execute(
        f"SELECT action, verb, undoes FROM action_here WHERE author IN ({marks}) ORDER BY number", tuple(authors)
    )
    return [(action, verb, undoes) for action, verb, undoes in rows]


def conflicts(live: sqlite3.Connection) -> list[tuple[str, str, str, bool]]:
    """List (entity, field, change, shown) of fields that two people wrote without seeing each other."""
    rows = live.execute("SELECT entity, field, change, shown FROM conflict ORDER BY entity, field, change")
    return [(entity, field, change, bool(shown)) for entity, field, change, shown in rows]


def latest_merge(live: sqlite3.Connection) -> tuple[int, dict[str, Any]] | None:
    """Give number and note of the latest merge that was not taken back, or None."""
    taken_back = {
        json.loads(detail)["merge"]
        for (detail,) in live.execute("SELECT detail FROM event WHERE kind = 'withdrawn merge'")
    }
    for number, detail in live.execute("SELECT number, detail FROM event WHERE kind = 'merge' ORDER BY number DESC"):
        if number not in taken_back:
            return number, json.loads(detail)
    return None


def events(live: sqlite3.Connection, kind: str) -> list[tuple[int, str, dict[str, Any]]]:
    """Give number, time and note of the local records of a kind, the oldest first."""
    rows = live.execute("SELECT number, time, detail FROM event WHERE kind = ? ORDER BY number", (kind,))
    return [(number, moment, json.loads(detail)) for number, moment, detail in rows]


def withdrawn(live: sqlite3.Connection) -> set[str]:
    """Give the ids of the changes that this copy hides."""
    return {row[0] for row in live.execute("SELECT change FROM withdrawn")}


_USES = {
    "document": ("annotation", "region", "completion", "assignment", "carried_over", "decision", "message"),
    "coder": ("annotation", "region", "completion", "assignment"),
    "code": ("annotation", "decision"),
    "round": ("annotation", "completion", "assignment", "decision"),
}


def is_used(live: sqlite3.Connection, kind: str, entity: str, *, leaving_out: Collection[str]) -> bool:
    """Whether any living entity but these refers to this document, coder, code or round (by its name)."""
    return any(
        row[0] not in leaving_out
        for table in _USES[kind]
        for row in live.execute(f"SELECT id FROM {table} WHERE {kind} = ?", (entity,))
    )
