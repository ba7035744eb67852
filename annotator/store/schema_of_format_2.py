# SPDX-License-Identifier: MIT
"""The statements of format 2, kept as they were: a file of it is read against them and then upgraded."""

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
        raw_sha256 TEXT NOT NULL,
        encoding TEXT NOT NULL,
        position INTEGER NOT NULL,
        other_names TEXT NOT NULL
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
        document.date, document.length AS characters, document.text_sha256, text.body AS text, document.id
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
    JOIN document ON document.id = decision.document""",
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
