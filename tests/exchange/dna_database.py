# SPDX-License-Identifier: MIT
"""Small databases in the form of DNA 3.0: its tables and columns, written by SQLite itself."""

import sqlite3

TABLES = (
    "SETTINGS (Property TEXT PRIMARY KEY, Value TEXT NOT NULL)",
    "CODERS (ID INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL CHECK (LENGTH(Name) < 191), "
    "Red INTEGER NOT NULL DEFAULT 0, Green INTEGER NOT NULL DEFAULT 0, Blue INTEGER NOT NULL DEFAULT 0, "
    "Password TEXT NOT NULL DEFAULT '', PermissionAddStatements INTEGER NOT NULL DEFAULT 1)",
    "DOCUMENTS (ID INTEGER NOT NULL PRIMARY KEY, Title TEXT NOT NULL, Text TEXT NOT NULL, "
    "Coder INTEGER REFERENCES CODERS (ID) ON DELETE CASCADE, Author TEXT NOT NULL DEFAULT '', "
    "Source TEXT NOT NULL DEFAULT '', Section TEXT NOT NULL DEFAULT '', Notes TEXT NOT NULL DEFAULT '', "
    "Type TEXT NOT NULL DEFAULT '', Date INTEGER NOT NULL)",
    "STATEMENTTYPES (ID INTEGER NOT NULL PRIMARY KEY, Label TEXT NOT NULL, Red INTEGER NOT NULL DEFAULT 0, "
    "Green INTEGER NOT NULL DEFAULT 0, Blue INTEGER NOT NULL DEFAULT 0)",
    "VARIABLES (ID INTEGER NOT NULL PRIMARY KEY, Variable TEXT NOT NULL, DataType TEXT NOT NULL DEFAULT 'short text' "
    "CHECK (DataType IN ('boolean', 'integer', 'long text', 'short text')), StatementTypeId INTEGER, "
    "UNIQUE (Variable, StatementTypeId))",
    "STATEMENTS (ID INTEGER NOT NULL PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER, "
    "Start INTEGER NOT NULL CHECK (Start >= 0), Stop INTEGER NOT NULL CHECK (Stop >= 0), Coder INTEGER, "
    "CHECK (Start < Stop))",
    "DATABOOLEAN (ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL, "
    "Value INTEGER NOT NULL DEFAULT 1, UNIQUE (StatementId, VariableId))",
    "DATAINTEGER (ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL, "
    "Value INTEGER NOT NULL DEFAULT 0, UNIQUE (StatementId, VariableId))",
    "ENTITIES (ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL, Value TEXT NOT NULL DEFAULT '', "
    "Red INTEGER, Green INTEGER, Blue INTEGER, ChildOf INTEGER CHECK (ChildOf > 0), UNIQUE (VariableId, Value))",
    "DATASHORTTEXT (ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL, "
    "Entity INTEGER NOT NULL, UNIQUE (StatementId, VariableId))",
    "DATALONGTEXT (ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL, "
    "Value TEXT DEFAULT '', UNIQUE (StatementId, VariableId))",
    "ATTRIBUTEVARIABLES (ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL, "
    "AttributeVariable TEXT NOT NULL)",
    "ATTRIBUTEVALUES (ID INTEGER PRIMARY KEY NOT NULL, EntityId INTEGER NOT NULL, "
    "AttributeVariableId INTEGER NOT NULL, "
    "AttributeValue TEXT NOT NULL DEFAULT '')",
)
TEXT = "\U0001f600 Mr. A said:\r\n“We trust B.”\r\nC denied it."
KEPT = TEXT.replace("\r\n", "\n")


def utf16(words, text=KEPT):
    """Where these words stand, as DNA counts."""
    start = text.index(words)
    return tuple(len(text[:place].encode("utf-16-le")) // 2 for place in (start, start + len(words)))


def sample(path, *further):
    """Make a database of one document with two statements by two coders; ``further`` are statements of SQL."""
    database = sqlite3.connect(path)
    for table in TABLES:
        database.execute(f"CREATE TABLE IF NOT EXISTS {table}")
    database.executemany("INSERT INTO CODERS (ID, Name) VALUES (?, ?)", [(1, "Admin"), (2, "Ben")])
    database.execute(
        "INSERT INTO DOCUMENTS VALUES (1, 'A title', ?, 1, 'An author', 'The Times', 'World', '', '', 1772582400)",
        (TEXT,),
    )
    database.execute("INSERT INTO STATEMENTTYPES VALUES (1, 'DNA Statement', 255, 153, 0)")
    database.executemany(
        "INSERT INTO VARIABLES VALUES (?, ?, ?, 1)",
        [(1, "person", "short text"), (2, "concept", "short text"), (3, "agreement", "boolean"),
         (4, "strength of it", "integer"), (5, "note", "long text")],
    )  # fmt: skip
    database.executemany(
        "INSERT INTO ENTITIES (ID, VariableId, Value, ChildOf) VALUES (?, ?, ?, ?)",
        [(1, 1, "", None), (2, 1, "A", None), (3, 1, "C", None), (4, 2, "", None), (5, 2, "B is to be trusted", 6),
         (6, 2, "Relations", None)],
    )  # fmt: skip
    for number, words, coder in ((1, "We trust B.", 1), (2, "C denied it", 2)):
        database.execute("INSERT INTO STATEMENTS VALUES (?, 1, 1, ?, ?, ?)", (number, *utf16(words), coder))
    database.executemany(
        "INSERT INTO DATASHORTTEXT (StatementId, VariableId, Entity) VALUES (?, ?, ?)",
        [(1, 1, 2), (2, 1, 3), (1, 2, 5), (2, 2, 5)],
    )
    database.executemany(
        "INSERT INTO DATABOOLEAN (StatementId, VariableId, Value) VALUES (?, ?, ?)", [(1, 3, 1), (2, 3, 0)]
    )
    database.execute("INSERT INTO DATAINTEGER (StatementId, VariableId, Value) VALUES (1, 4, -3)")
    database.execute("INSERT INTO DATALONGTEXT (StatementId, VariableId, Value) VALUES (2, 5, 'said with a smile')")
    database.execute("INSERT INTO ATTRIBUTEVALUES VALUES (1, 2, 1, 'politician')")
    for each in further:
        database.execute(each)
    database.commit()
    database.close()
    return path
