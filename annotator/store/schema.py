# SPDX-License-Identifier: MIT
"""The tables of format 3, and the exact match that a file must pass before anything in it is read.

Format history:

* 1: texts, journal, projection, local tables, readable views.
* 2: what a team needs beside annotations: rounds, assignments, aliases, annotations carried over to
  another text, decisions and groupings of the judge, messages; the view ``v_decisions``. A copy knows
  in which round it is coded, and whether it is the lead's or was handed out to a coder.
* 3: what a project keeps of its articles: their address, fields of the project's own and which articles
  the lead holds to be copies of one another; the table ``metadata_field``. ``v_decisions`` leaves out
  what was extracted of decisions for coders.
"""

import functools
import re
import sqlite3

from annotator.domain import Refused
from annotator.store import schema_of_format_1, schema_of_format_2

APPLICATION_ID = 0x414E4F54  # "ANOT"
FORMAT = 3
_LEDGER = "_sqlite_migrations"
_LEDGER_COLUMNS = {"id", "migration_set", "name", "applied_at"}

TABLES = (
    """CREATE TABLE text (
        sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
        body TEXT NOT NULL CHECK (instr(CAST(body AS BLOB), x'00') = 0)
    ) STRICT""",
    """CREATE TABLE change (
        arrival INTEGER NOT NULL PRIMARY KEY,
        id TEXT NOT NULL UNIQUE CHECK (length(id) = 64),
        replica TEXT NOT NULL,
        seq INTEGER NOT NULL CHECK (seq > 0),
        time TEXT NOT NULL,
        author TEXT NOT NULL,
        action TEXT NOT NULL,
        verb TEXT NOT NULL,
        entity TEXT NOT NULL,
        payload TEXT NOT NULL,
        prev TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE project (
        id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, lead TEXT NOT NULL, created TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE coder (
        id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, machine_made INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE code (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        short_name TEXT NOT NULL,
        shortcut TEXT NOT NULL,
        definition TEXT NOT NULL,
        counts TEXT NOT NULL,
        does_not TEXT NOT NULL,
        examples TEXT NOT NULL,
        colour TEXT NOT NULL,
        colour_dark TEXT NOT NULL,
        pattern TEXT NOT NULL,
        category TEXT NOT NULL,
        attributes TEXT NOT NULL,
        position INTEGER NOT NULL,
        retired INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE document (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        text_sha256 TEXT NOT NULL REFERENCES text (sha256),
        length INTEGER NOT NULL,
        title TEXT NOT NULL,
        outlet TEXT NOT NULL,
        author TEXT NOT NULL,
        date TEXT NOT NULL,
        url TEXT NOT NULL,
        metadata TEXT NOT NULL,
        duplicate_group TEXT NOT NULL,
        raw_sha256 TEXT NOT NULL,
        encoding TEXT NOT NULL,
        position INTEGER NOT NULL,
        other_names TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE metadata_field (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        label TEXT NOT NULL,
        kind TEXT NOT NULL,
        choices TEXT NOT NULL,
        position INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE annotation (
        document TEXT NOT NULL,
        start INTEGER NOT NULL CHECK (start >= 0),
        end INTEGER NOT NULL CHECK (end > start),
        id TEXT NOT NULL,
        coder TEXT NOT NULL,
        code TEXT NOT NULL,
        round TEXT NOT NULL,
        quote TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        attributes TEXT NOT NULL,
        memo TEXT NOT NULL,
        certainty TEXT NOT NULL,
        ask_lead INTEGER NOT NULL,
        codebook_revision TEXT NOT NULL,
        PRIMARY KEY (document, start, id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE region (
        document TEXT NOT NULL,
        start INTEGER NOT NULL CHECK (start >= 0),
        end INTEGER NOT NULL CHECK (end > start),
        id TEXT NOT NULL,
        coder TEXT NOT NULL,
        quote TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        memo TEXT NOT NULL,
        certainty TEXT NOT NULL,
        state TEXT NOT NULL,
        PRIMARY KEY (document, start, id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE completion (
        document TEXT NOT NULL,
        coder TEXT NOT NULL,
        round TEXT NOT NULL,
        id TEXT NOT NULL,
        state TEXT NOT NULL,
        reason TEXT NOT NULL,
        reopened_at TEXT NOT NULL,
        codebook_revision TEXT NOT NULL,
        codes TEXT NOT NULL,
        PRIMARY KEY (document, coder, round)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE round (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        purpose TEXT NOT NULL,
        position INTEGER NOT NULL,
        coders_needed INTEGER NOT NULL,
        released INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE assignment (
        coder TEXT NOT NULL,
        document TEXT NOT NULL,
        round TEXT NOT NULL,
        id TEXT NOT NULL,
        assigned INTEGER NOT NULL,
        PRIMARY KEY (coder, document, round)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE alias (
        of TEXT NOT NULL,
        source TEXT NOT NULL,
        target TEXT NOT NULL,
        id TEXT NOT NULL,
        PRIMARY KEY (of, source)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE carried_over (
        document TEXT NOT NULL,
        start INTEGER NOT NULL CHECK (start >= 0),
        end INTEGER NOT NULL CHECK (end > start),
        id TEXT NOT NULL,
        annotation TEXT NOT NULL,
        quote TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        score INTEGER NOT NULL,
        PRIMARY KEY (document, start, id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE decision (
        document TEXT NOT NULL,
        round TEXT NOT NULL,
        code TEXT NOT NULL,
        id TEXT NOT NULL,
        members TEXT NOT NULL,
        basis TEXT NOT NULL,
        verdict TEXT NOT NULL,
        taken TEXT NOT NULL,
        result TEXT NOT NULL,
        spans TEXT NOT NULL,
        reason TEXT NOT NULL,
        note TEXT NOT NULL,
        certainty TEXT NOT NULL,
        judge TEXT NOT NULL,
        judged TEXT NOT NULL,
        blind INTEGER NOT NULL,
        source TEXT NOT NULL,
        parameters TEXT NOT NULL,
        codebook_revision TEXT NOT NULL,
        PRIMARY KEY (document, round, code, id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE grouping (
        document TEXT NOT NULL,
        round TEXT NOT NULL,
        code TEXT NOT NULL,
        id TEXT NOT NULL,
        members TEXT NOT NULL,
        PRIMARY KEY (document, round, code, id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE message (
        annotation TEXT NOT NULL,
        written TEXT NOT NULL,
        id TEXT NOT NULL,
        document TEXT NOT NULL,
        author TEXT NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (annotation, written, id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE conflict (
        entity TEXT NOT NULL,
        field TEXT NOT NULL,
        change TEXT NOT NULL,
        shown INTEGER NOT NULL,
        PRIMARY KEY (entity, field, change)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE file_state (
        one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
        project TEXT NOT NULL,
        file TEXT NOT NULL,
        clean INTEGER NOT NULL,
        clock TEXT NOT NULL,
        active_coder TEXT NOT NULL,
        shown TEXT NOT NULL,
        holder TEXT NOT NULL,
        active_round TEXT NOT NULL,
        mode TEXT NOT NULL CHECK (mode IN ('lead', 'coder'))
    ) STRICT""",
    """CREATE TABLE event (
        number INTEGER NOT NULL PRIMARY KEY, time TEXT NOT NULL, kind TEXT NOT NULL, detail TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE action_here (
        number INTEGER NOT NULL PRIMARY KEY,
        author TEXT NOT NULL,
        action TEXT NOT NULL,
        verb TEXT NOT NULL,
        undoes TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE withdrawn (change TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID""",
    """CREATE TABLE reading (
        coder TEXT NOT NULL,
        document TEXT NOT NULL,
        furthest INTEGER NOT NULL,
        PRIMARY KEY (coder, document)
    ) STRICT, WITHOUT ROWID""",
)

GUARDS = tuple(
    f"""CREATE TRIGGER {table}_{verb.lower()} BEFORE {verb} ON {table}
    BEGIN SELECT RAISE(ABORT, 'the {table} table only grows'); END"""
    for table in ("text", "change")
    for verb in ("UPDATE", "DELETE")
)

VIEWS = (
    """CREATE VIEW v_documents AS
    SELECT document.position + 1 AS number, document.name, document.title, document.outlet, document.author,
        document.date, document.url, document.metadata, document.duplicate_group, document.length AS characters,
        document.text_sha256, text.body AS text, document.id
    FROM document JOIN text ON text.sha256 = document.text_sha256""",
    """CREATE VIEW v_codebook AS
    SELECT code.position + 1 AS number, code.short_name, code.name, code.shortcut, code.definition, code.counts,
        code.does_not, code.category, code.retired, code.id
    FROM code""",
    """CREATE VIEW v_annotations AS
    SELECT coder.name AS coder, coder.machine_made, code.short_name AS code, document.name AS document,
        document.title, annotation.start, annotation.end, annotation.quote, annotation.certainty, annotation.memo,
        annotation.ask_lead, annotation.attributes, annotation.round, annotation.id
    FROM annotation
    JOIN coder ON coder.id = annotation.coder
    JOIN code ON code.id = annotation.code
    JOIN document ON document.id = annotation.document""",
    """CREATE VIEW v_decisions AS
    SELECT document.name AS document, document.title, decision.round, code.short_name AS code, decision.verdict,
        decision.reason, decision.note, decision.certainty, coder.name AS judge, decision.judged, decision.source,
        decision.blind, decision.spans, decision.members, decision.id
    FROM decision
    JOIN coder ON coder.id = decision.judge
    JOIN code ON code.id = decision.code
    JOIN document ON document.id = decision.document
    WHERE substr(decision.parameters, 1, 12) <> '{"released":'""",  # an extract for a coder is no decision
)

INDEXES = (
    "CREATE INDEX change_entity ON change (entity)",
    "CREATE INDEX change_action ON change (action)",
    "CREATE UNIQUE INDEX annotation_id ON annotation (id)",
    "CREATE INDEX annotation_count ON annotation (coder, code, document, round)",
    "CREATE UNIQUE INDEX region_id ON region (id)",
    "CREATE UNIQUE INDEX completion_id ON completion (id)",
    "CREATE UNIQUE INDEX assignment_id ON assignment (id)",
    "CREATE UNIQUE INDEX alias_id ON alias (id)",
    "CREATE UNIQUE INDEX carried_over_id ON carried_over (id)",
    "CREATE INDEX carried_over_annotation ON carried_over (annotation)",
    "CREATE UNIQUE INDEX decision_id ON decision (id)",
    "CREATE UNIQUE INDEX grouping_id ON grouping (id)",
    "CREATE UNIQUE INDEX message_id ON message (id)",
    "CREATE INDEX event_kind ON event (kind)",
)

STATEMENTS = TABLES + INDEXES + GUARDS + VIEWS

_STATEMENTS_BY_FORMAT = {1: schema_of_format_1.STATEMENTS, 2: schema_of_format_2.STATEMENTS, FORMAT: STATEMENTS}

PROJECTION = (
    "project", "coder", "code", "document", "metadata_field", "annotation", "region", "completion", "round",
    "assignment", "alias", "carried_over", "decision", "grouping", "message", "conflict",
)  # fmt: skip
"""The tables that are nothing but a fold of the journal."""


def require_exact_schema(connection: sqlite3.Connection, *, name: str, file_format: int = FORMAT) -> None:
    """Refuse a file whose schema is not exactly that of its format, before any of its tables is read.

    The ledger of migrations and its index are worded by the library that keeps it: only its columns are checked.
    """
    found = {
        _normalised(row[0])
        for row in connection.execute(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name <> ? LIMIT 500", (_LEDGER,)
        )
    }
    expected = _expected(file_format)
    strange = sorted(found - expected)
    if strange:
        what = " ".join(strange[0].split()[:3])[:80]
        raise Refused(
            f"The file holds something that no project of ours holds ({what}), so it was not read. "
            "Ask its sender for a fresh copy.",
            where=name,
        )
    if found != expected:
        raise Refused("The file lacks a part that every project has, so it was not read.", where=name)
    columns = {row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?)", (_LEDGER,))}
    ledger_objects = connection.execute(
        "SELECT count(*) FROM sqlite_schema WHERE tbl_name = ? AND type NOT IN ('table', 'index')", (_LEDGER,)
    ).fetchone()[0]
    if ledger_objects or not columns <= _LEDGER_COLUMNS:
        raise Refused("The file's list of migrations is not one that we wrote, so it was not read.", where=name)


@functools.cache
def _expected(file_format: int) -> frozenset[str]:
    return frozenset(_normalised(statement) for statement in _STATEMENTS_BY_FORMAT[file_format])


def _normalised(statement: str) -> str:
    return re.sub(r"\s+", " ", statement).strip()
