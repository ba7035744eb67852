# SPDX-License-Identifier: MIT
import sqlite3

import pytest
from store.conftest import CODER, DOCUMENT, TEXT, annotation, span

from annotator.domain import Refused, document_id
from annotator.merging import resolve
from annotator.store import journal, projection, verification
from annotator.store.schema import PROJECTION

ONE = "01900000-0000-7000-8000-000000000001"
TWO = "01900000-0000-7000-8000-000000000002"


def tables(file):
    return {table: file.live.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3").fetchall() for table in PROJECTION}


def write(file, entity, fields, kind="annotation"):
    with file.action(author=CODER, verb="annotate") as action:
        return action.write(kind, entity, fields)


@pytest.mark.parametrize("most", [1, 2, 20_000])
def test_the_tables_can_be_thrown_away_and_built_again(file, monkeypatch, most):
    monkeypatch.setattr(projection, "_MOST_AT_ONCE", most)
    write(file, ONE, annotation(0, 7, memo="m", **{"attribute.holder": "china"}))
    write(file, TWO, annotation(8, 14))
    write(file, TWO, {"deleted": True})
    write(file, ONE, {"span": span(8, 14)})
    before = tables(file)
    assert [row[1] for row in before["annotation"]] == [8]
    with file.transaction():
        projection.rebuild(file.live, file.texts)
    assert tables(file) == before
    assert list(verification.faults(file)) == []


def test_a_passage_that_does_not_stand_is_not_stored_and_leaves_nothing_behind(file):
    before = tables(file), file.live.execute("SELECT count(*) FROM change").fetchone()
    for wrong in (
        span(0, 7) | {"quote": "Beijinh"},
        span(0, 7) | {"before": "x"},
        span(0, 7) | {"after": "x"},
        {"start": 900, "end": 901, "quote": "x", "before": "", "after": ""},
    ):
        with pytest.raises(Refused, match="does not stand"):
            write(file, ONE, annotation(0, 7, span=wrong))
    assert (tables(file), file.live.execute("SELECT count(*) FROM change").fetchone()) == before


def test_what_a_field_cannot_hold_is_a_bug_of_the_caller(file):
    with pytest.raises(ValueError, match="cannot hold"):
        write(file, ONE, annotation(0, 7, certainty="sure"))
    assert file.live.execute("SELECT count(*) FROM annotation").fetchone() == (0,)


def test_a_document_is_what_its_text_says(file):
    with pytest.raises(Refused, match="identity"):
        write(file, ONE, {"name": "b", "text_sha256": "0" * 64, "length": 1}, kind="document")
    sha256 = file.live.execute("SELECT sha256 FROM text").fetchone()[0]
    with pytest.raises(Refused, match="length"):
        write(file, document_id(sha256), {"name": "b", "text_sha256": sha256, "length": 1}, kind="document")


def test_a_completion_is_of_its_coder_and_document(file):
    with pytest.raises(Refused, match="completion"):
        write(
            file, ONE, {"coder": CODER, "document": DOCUMENT, "round": "main", "state": "finished"}, kind="completion"
        )


def test_what_cannot_be_shown_is_refused(file):
    with pytest.raises(Refused, match="without"):
        write(file, ONE, {"memo": "an annotation of nothing"})


def test_no_other_code_writes_a_projection_table():
    from pathlib import Path

    import annotator.store

    for source in Path(annotator.store.__file__).parent.glob("*.py"):
        if source.name in ("projection.py", "schema.py"):
            continue
        words = " ".join(source.read_text().split())
        for table in PROJECTION:
            for verb in ("INSERT INTO {}", "UPDATE {}", "DELETE FROM {}"):
                assert f"{verb.format(table)} " not in words, (source.name, table)


def test_a_text_with_a_nul_is_refused_by_the_table_too(file):
    with pytest.raises(Refused, match="NUL"):
        file.texts.add("a\x00b")
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        file.live.execute("INSERT INTO text VALUES (?, ?)", ("0" * 64, "a\x00b"))


def test_the_text_is_kept_to_the_last_code_point(file):
    assert file.live.execute("SELECT body FROM text").fetchone()[0] == TEXT


def test_rows_that_were_prepared_are_those_that_the_fold_makes(file):
    write(file, ONE, annotation(0, 7, memo="m", **{"attribute.holder": "china"}))
    write(file, TWO, annotation(8, 14))
    changes = {each: journal.changes_of(file.live, each) for each in (ONE, TWO)}
    prepared = projection.Prepared()
    prepared.take({entity: resolve(several) for entity, several in changes.items()})
    before = tables(file)
    with file.transaction():
        file.live.execute("DELETE FROM annotation")
        projection.fold(file.live, file.texts, (), new=changes, prepared=prepared)
    assert tables(file) == before


def test_a_prepared_row_does_not_stand_where_more_was_written_or_something_else(file):
    write(file, ONE, annotation(0, 7))
    write(file, TWO, annotation(8, 14))
    prepared = projection.Prepared()
    prepared.take({ONE: resolve(journal.changes_of(file.live, ONE))})
    prepared.take({TWO: resolve(journal.changes_of(file.live, ONE))})
    write(file, ONE, {"memo": "later"})
    changes = {each: journal.changes_of(file.live, each) for each in (ONE, TWO)}
    before = tables(file)
    with file.transaction():
        file.live.execute("DELETE FROM annotation")
        projection.fold(file.live, file.texts, (), new=changes, prepared=prepared)
    assert tables(file) == before
