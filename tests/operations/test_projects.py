# SPDX-License-Identifier: MIT
"""A project's life, and two laws of the whole room: what it loads, and who opens the live file."""

import json
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing

import pytest
from operations.conftest import closed
from operations.replicas import ANNA, BEN, MARA
from store.crafting import tamper

from annotator import operations
from annotator.domain import Codebook, CodePoint, Coder, CoderId, LockedOrDamaged, Refused, Span, UsageError, new_uuid

LOADED = """
    import sys
    import annotator.operations
    heavy = {"PySide6", "shiboken6", "numpy", "sqlite_utils", "pandas", "platformdirs", "click", "regex"}
    print(sorted(heavy & {name.split(".")[0] for name in sys.modules}))
"""

SESSION = """
    import os, sys, threading
    from pathlib import Path
    from annotator import operations
    from annotator.domain import Coder, CoderId, Span, new_uuid
    from annotator.store import queries

    folder = Path(sys.argv[1])
    os.environ["ANNOTATOR_HOME"] = str(folder / "home")
    mara = Coder(CoderId(new_uuid()), "Mara")
    (folder / "a.txt").write_text("Beijing trusts Moscow, or so it says.")
    project = operations.new_project(folder / "study.annotator", lead=mara)
    live, opened = str(folder / "study.annotator"), []

    def audit(event, arguments):
        if event == "open" and isinstance(arguments[0], (str, bytes)) and os.fsdecode(arguments[0]) == live:
            opened.append(event)

    sys.addaudithook(audit)
    with open(live, "rb"):
        pass
    assert opened == ["open"], "the hook must see what the law forbids"
    opened.clear()
    operations.import_texts(project, author=mara.id, paths=[folder / "a.txt"])
    document = queries.documents(project.live)[0].id
    code = queries.codebook(project.live).codes[0].id
    made = operations.annotate(project, coder=mara.id, document=document, code=code, span=Span.of(0, 7)).value
    copy = operations.send_copy(project, path=folder / "copy.annotator")
    theirs = operations.open_project(copy)
    other = operations.set_active_coder(theirs, coder=Coder(CoderId(new_uuid()), "Anna")).value
    operations.annotate(theirs, coder=other.id, document=document, code=code, span=Span.of(8, 14))
    operations.close_project(theirs)
    operations.merge(project, author=mara.id, paths=[copy])
    operations.preview_merge(project, paths=[copy, folder / "study.annotator"])
    operations.delete(project, coder=mara.id, annotations=[made.id])
    operations.undo(project, coder=mara.id)
    for coder in (mara, other):
        operations.finish(project, coder=coder.id, document=document)
    assert operations.check(project) == []
    operations.measure_agreement(project)
    operations.export_csv(project, directory=folder / "out")
    operations.withdraw_merge(project, author=mara.id)
    operations.article(project, document=document), operations.info(project), operations.overview(project)
    itself = folder / "study.annotator"
    for forbidden in (
        lambda: operations.open_project(itself),
        lambda: operations.import_texts(project, author=mara.id, paths=[itself]),
        lambda: operations.import_annotations(project, author=mara.id, path=itself, coder=mara),
        lambda: operations.export_annotations(project, path=itself),
    ):
        try:
            forbidden()
        except operations_error as error:
            continue
        raise AssertionError("what opens the live file must be refused")
    print(opened)
    operations.close_project(project)
""".replace("operations_error", "__import__('annotator.domain').domain.Refused")


def run(program, *arguments):
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), *map(str, arguments)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_importing_the_verbs_loads_nothing_heavy():
    answer = run(LOADED)
    assert (answer.stderr, answer.stdout.strip()) == ("", "[]")


@pytest.mark.skipif(sys.platform == "win32", reason="the law is about POSIX locks")
def test_nothing_but_sqlite_ever_opens_the_live_file(tmp_path):
    """Closing any other descriptor of the file would drop SQLite's lock."""
    answer = run(SESSION, tmp_path)
    assert (answer.stderr, answer.stdout.strip()) == ("", "[]")


def test_a_new_project_has_its_lead_its_codebook_and_one_file(tmp_path):
    project = operations.new_project(tmp_path / "new.annotator", lead=MARA)
    view = operations.overview(project)
    assert (view.name, view.lead, view.active_coder, view.coders) == ("new", MARA.id, MARA, (MARA,))
    assert [code.short_name for code in view.codebook.codes] == ["trust", "mistrust", "speculation", "expert_quote"]
    operations.close_project(project)
    assert [each.name for each in tmp_path.iterdir()] == ["new.annotator"]


def test_a_project_of_another_codebook(tmp_path):
    project = operations.new_project(tmp_path / "new.annotator", lead=MARA, name="N", codebook=Codebook(()))
    assert operations.overview(project).codebook.codes == ()
    assert operations.overview(project).name == "N"
    operations.close_project(project)


def test_a_project_that_cannot_be_begun_leaves_nothing(tmp_path):
    (tmp_path / "there.annotator").write_text("mine")
    with pytest.raises(Refused, match="already something"):
        operations.new_project(tmp_path / "there.annotator", lead=MARA)
    with pytest.raises(ValueError, match="cannot hold"):
        operations.new_project(tmp_path / "x.annotator", lead=Coder(CoderId("no identity"), "X"))
    assert [each.name for each in tmp_path.iterdir()] == ["there.annotator"]


def test_a_project_that_was_not_closed_and_is_damaged_is_not_handed_out(project):
    path = closed(project)
    tamper(path, "UPDATE file_state SET clean = 0", "DELETE FROM annotation", "DELETE FROM code")
    before = path.read_bytes()
    with pytest.raises(LockedOrDamaged, match=r"not closed properly and is damaged.*Open a backup"):
        operations.open_project(path)
    assert len(path.read_bytes()) == len(before)


def test_who_codes_is_remembered_in_the_copy(project):
    outcome = operations.set_active_coder(project, coder=ANNA)
    assert (outcome.verb, outcome.touched.coders) == ("add coder", True)
    project = operations.open_project(closed(project))
    assert operations.overview(project).active_coder == ANNA
    assert operations.set_active_coder(project, coder=ANNA).verb == ""
    assert operations.add_coder(project, author=MARA.id, coder=ANNA).verb == ""
    assert operations.add_coder(project, author=MARA.id, coder=BEN).value == BEN
    operations.close_project(project)


def test_local_matters_are_kept_and_are_no_changes(project, documents):
    digest = operations.info(project).journal_digest
    operations.remember_shown(project, coders=[ANNA.id, BEN.id])
    document = documents["plain.txt"].id
    for furthest in (7, 3):
        operations.remember_reading(project, coder=MARA.id, document=document, furthest=CodePoint(furthest))
    view = operations.overview(project)
    assert view.shown == (ANNA.id, BEN.id)
    assert {each.document.id: each.furthest for each in view.documents}[document] == 7
    assert operations.info(project).journal_digest == digest


def test_a_copy_is_the_project_in_a_file_of_its_own(project, tmp_path):
    path = operations.send_copy(project, path=tmp_path / "copy.annotator")
    copy = operations.open_project(path)
    mine, theirs = operations.info(project), operations.info(copy)
    assert (mine.project, mine.journal_digest) == (theirs.project, theirs.journal_digest)
    assert mine.file != theirs.file
    operations.close_project(copy)


def test_the_acting_person_is_the_projects_own_where_it_knows_one(project):
    assert operations.acting_person("Mara", project=project) == MARA
    assert operations.acting_person("Zoe", project=project) == operations.person("Zoe")
    for number in (1, 2):
        coder = Coder(CoderId(f"01900000-0000-7000-8000-00000000001{number}"), "Kim")
        operations.add_coder(project, author=MARA.id, coder=coder)
    with pytest.raises(UsageError, match="2 coders named Kim"):
        operations.acting_person("Kim", project=project)


@pytest.mark.parametrize("typed", [" Zoë  Mara", "Zoe\u0308 Mara", "Zoë\tMara\n"])
def test_a_name_is_one_person_however_it_is_typed(project, typed):
    zoe = Coder(CoderId(new_uuid()), "Zoë Mara")
    operations.add_coder(project, author=MARA.id, coder=zoe)
    assert operations.acting_person(typed, project=project) == zoe
    assert operations.person(typed).name == "Zoë Mara"


def test_the_file_is_readable_in_any_sqlite_browser(project, documents, codes):
    operations.annotate(
        project, coder=MARA.id, document=documents["rare.txt"].id, code=codes["trust"], span=Span.of(3, 5)
    )
    with closing(sqlite3.connect(closed(project))) as reader:
        rows = reader.execute("SELECT coder, code, document, quote FROM v_annotations").fetchall()
        assert rows == [("Mara", "trust", "rare.txt", "北京")]
        assert json.loads(reader.execute("SELECT json_array(text) FROM v_documents WHERE number = 2").fetchone()[0])
