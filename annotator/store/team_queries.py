# SPDX-License-Identifier: MIT
"""Reading what a team shares, by concept: rows in, domain values out. Nothing here writes."""

import json
import sqlite3
from collections.abc import Mapping

from annotator.domain import (
    Alias,
    AliasOf,
    AnnotationId,
    Assignment,
    CarriedOver,
    Certainty,
    CodeId,
    CoderId,
    Decision,
    DecisionId,
    DecisionReason,
    DecisionSource,
    DocumentId,
    Grouping,
    Message,
    MessageId,
    MessageKind,
    Round,
    RoundPurpose,
    Span,
    Verdict,
)
from annotator.store import identities

_DECISION = (
    "id, document, round, code, members, basis, verdict, result, spans, judge, judged, taken, reason, note, "
    "certainty, blind, source, parameters, codebook_revision"
)


def rounds(live: sqlite3.Connection) -> tuple[Round, ...]:
    """Give the rounds that were made, in their order."""
    rows = live.execute("SELECT name, purpose, position, coders_needed, released FROM round ORDER BY position, name")
    return tuple(Round(row[0], RoundPurpose(row[1]), row[2], row[3], bool(row[4])) for row in rows)


def assignments(live: sqlite3.Connection, round_name: str | None = None) -> tuple[Assignment, ...]:
    """Give who is to code what, each person once; None means in every round."""
    known = identities.load(live)
    where, values = ("", ()) if round_name is None else ("AND round = ?", (round_name,))
    rows = live.execute(
        f"SELECT coder, document, round FROM assignment WHERE assigned = 1 {where} ORDER BY round, document, coder",
        values,
    )
    found = (Assignment(known.coder(CoderId(row[0])), DocumentId(row[1]), row[2]) for row in rows)
    return tuple(dict.fromkeys(found))


def assigned_to(live: sqlite3.Connection, coder: CoderId, round_name: str) -> frozenset[DocumentId] | None:
    """Give what a person is to code in a round; None where nobody is assigned anything in it."""
    anybody = live.execute("SELECT 1 FROM assignment WHERE assigned = 1 AND round = ? LIMIT 1", (round_name,))
    if anybody.fetchone() is None:
        return None
    own = identities.load(live).of_coder(coder)
    rows = live.execute(
        f"SELECT document FROM assignment WHERE coder IN ({', '.join('?' * len(own))}) AND assigned = 1 AND round = ?",
        (*own, round_name),
    )
    return frozenset(DocumentId(row[0]) for row in rows)


def assigned_as(live: sqlite3.Connection, assignment: Assignment) -> tuple[CoderId, ...]:
    """Give the identities of a person under which an assignment was written."""
    rows = live.execute(
        "SELECT coder FROM assignment WHERE assigned = 1 AND document = ? AND round = ?",
        (assignment.document, assignment.round),
    )
    written = {row[0] for row in rows}
    return tuple(each for each in identities.load(live).of_coder(assignment.coder) if each in written)


def aliases(live: sqlite3.Connection) -> tuple[Alias, ...]:
    """Give what counts as something else."""
    rows = live.execute("SELECT of, source, target FROM alias WHERE target <> '' ORDER BY of, source")
    return tuple(Alias(AliasOf(row[0]), row[1], row[2]) for row in rows)


def targets(live: sqlite3.Connection, of: AliasOf) -> Mapping[str, str]:
    """Give by source what it counts as in the end, through chains and circles."""
    return identities.resolved({alias.source: alias.target for alias in aliases(live) if alias.of is of})


def carried_over(live: sqlite3.Connection, document: DocumentId | None = None) -> tuple[CarriedOver, ...]:
    """Give the annotations that are shown on another text, on one or on all."""
    where, values = ("WHERE document = ?", (document,)) if document else ("", ())
    rows = live.execute(
        f"SELECT annotation, document, start, end, score FROM carried_over {where} ORDER BY document, start, id", values
    )
    return tuple(CarriedOver(AnnotationId(row[0]), DocumentId(row[1]), row[2], row[3], row[4]) for row in rows)


def carried_from(live: sqlite3.Connection) -> dict[DocumentId, DocumentId]:
    """Give, for each text of which annotations are shown on another, that other one; it is not compared itself."""
    rows = live.execute(
        "SELECT DISTINCT annotation.document, carried_over.document FROM carried_over "
        "JOIN annotation ON annotation.id = carried_over.annotation "
        "JOIN document ON document.id = carried_over.document ORDER BY 1, 2"
    )
    return {DocumentId(source): DocumentId(target) for source, target in rows}


def decisions(live: sqlite3.Connection, document: DocumentId | None = None) -> tuple[Decision, ...]:
    """Give the decisions on one document, or all."""
    where, values = ("WHERE document = ?", (document,)) if document else ("", ())
    rows = live.execute(f"SELECT {_DECISION} FROM decision {where} ORDER BY document, round, code, id", values)
    return tuple(_decision(row) for row in rows)


def decision(live: sqlite3.Connection, wanted: DecisionId) -> Decision | None:
    """Find a decision by its identity."""
    row = live.execute(f"SELECT {_DECISION} FROM decision WHERE id = ?", (wanted,)).fetchone()
    return None if row is None else _decision(row)


def _decision(row: tuple[str, ...]) -> Decision:
    return Decision(
        id=DecisionId(row[0]),
        document=DocumentId(row[1]),
        round=row[2],
        code=CodeId(row[3]),
        members=tuple(AnnotationId(each) for each in json.loads(row[4])),
        basis=row[5],
        verdict=Verdict(row[6]),
        result=CodeId(row[7]),
        spans=tuple(Span.of(each["start"], each["end"]) for each in json.loads(row[8])),
        judge=CoderId(row[9]),
        judged=row[10],
        taken=CoderId(row[11]) if row[11] else None,
        reason=DecisionReason(row[12]),
        note=row[13],
        certainty=Certainty(row[14]),
        blind=bool(row[15]),
        source=DecisionSource(row[16]),
        parameters=row[17],
        codebook_revision=row[18],
    )


def groupings(live: sqlite3.Connection, document: DocumentId | None = None) -> tuple[Grouping, ...]:
    """Give the clusters that the judge made, on one document or all."""
    where, values = ("WHERE document = ?", (document,)) if document else ("", ())
    rows = live.execute(
        f"SELECT id, document, round, code, members FROM grouping {where} ORDER BY document, round, code, id", values
    )
    return tuple(
        Grouping(row[0], DocumentId(row[1]), row[2], CodeId(row[3]), tuple(map(AnnotationId, json.loads(row[4]))))
        for row in rows
    )


_MESSAGE = "id, author, annotation, document, kind, text, written"


def messages(live: sqlite3.Connection, annotation: AnnotationId | None = None) -> tuple[Message, ...]:
    """Give what was said on one annotation, or on all, in the order in which it was written."""
    where, values = ("WHERE annotation = ?", (annotation,)) if annotation else ("", ())
    rows = live.execute(f"SELECT {_MESSAGE} FROM message {where} ORDER BY annotation, written, id", values)
    return tuple(_message(row) for row in rows)


def message(live: sqlite3.Connection, wanted: MessageId) -> Message | None:
    """Find a message by its identity."""
    row = live.execute(f"SELECT {_MESSAGE} FROM message WHERE id = ?", (wanted,)).fetchone()
    return None if row is None else _message(row)


def _message(row: tuple[str, str, str, str, str, str, str]) -> Message:
    return Message(
        MessageId(row[0]), CoderId(row[1]), AnnotationId(row[2]), DocumentId(row[3]), MessageKind(row[4]), *row[5:]
    )


def asked_about(live: sqlite3.Connection) -> list[AnnotationId]:
    """Give the annotations about which their coders ask the lead, or about which the lead has answered."""
    rows = live.execute(
        "SELECT id FROM annotation WHERE ask_lead = 1 UNION SELECT annotation FROM message WHERE kind = ?",
        (MessageKind.ANSWER.value,),
    )
    return [AnnotationId(row[0]) for row in rows]
