# SPDX-License-Identifier: MIT
import sqlite3

import pytest
from store.conftest import CODER, annotation
from store.crafting import change, tamper, writing

from annotator.store import merging, opening, verification

ONE = "01900000-0000-7000-8000-000000000001"


@pytest.fixture
def closed(file, path):
    with file.action(author=CODER, verb="annotate") as action:
        action.write("annotation", ONE, annotation(0, 7))
    assert list(verification.faults(file)) == []
    opening.close_file(file)
    return path


FAULTS = {
    "UPDATE annotation SET memo = 'x'": "differs from the journal in memo",
    "UPDATE annotation SET start = 1, quote = 'eijing'": "differs from the journal in start, quote",
    "DELETE FROM annotation": "in the journal but not in its table",
    "INSERT INTO coder VALUES ('x', 'x', 0)": "Table coder holds 2 rows, the journal gives 1",
    "INSERT INTO conflict VALUES ('x', 'x', 'x', 0)": "Table conflict holds 1 rows, the journal gives 0",
    "UPDATE change SET author = 'x'": "is not the one that was written",
    "UPDATE change SET payload = '{' WHERE verb = 'annotate'": "is not the one that was written",
    "UPDATE text SET body = 'x'": "is not the one that was stored",
    "DELETE FROM text": "Structure: a row of document refers to one of text",
}


@pytest.mark.parametrize("statement", FAULTS)
def test_every_fault_is_found_and_said(closed, data, statement):
    tamper(closed, statement)
    file = opening.open_file(closed, data_folder=data)
    found = list(verification.faults(file))
    opening.close_file(file)
    assert any(FAULTS[statement] in each for each in found), found
    assert all(each.endswith(".") for each in found)


def test_a_delete_in_a_conflict_that_is_not_listed_is_found(file):
    with file.action(author=CODER, verb="annotate") as action:
        action.write("annotation", ONE, annotation(0, 7))
    with file.transaction():
        merging.unite(
            file, [change(ONE, writing("annotation", memo=memo), seq=seq) for seq, memo in ((1, "x"), (2, "y"))], {}
        )
    assert list(verification.faults(file)) == []
    file.live.execute("DELETE FROM conflict")
    assert any("Conflict of" in each for each in verification.faults(file))


def test_a_file_that_cannot_be_read_to_its_end_is_a_fault_and_no_crash(file, monkeypatch):
    def broken(live):
        raise sqlite3.DatabaseError("database disk image is malformed")
        yield

    monkeypatch.setattr(verification, "_structure", broken)
    assert list(verification.faults(file)) == [
        "SQLite cannot read the file to its end: database disk image is malformed."
    ]
