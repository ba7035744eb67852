# SPDX-License-Identifier: MIT
"""Each file is read once, whole or refused; what a preview read serves the merge while its bytes are the same."""

import shutil

import pytest
from operations.conftest import closed
from operations.replicas import ANNA, MARA
from operations.test_merging import annotate, spans

from annotator import operations
from annotator.domain import LockedOrDamaged, Refused
from annotator.operations import merge_reading
from annotator.store import guard, guard_pool


@pytest.fixture
def mailed(project, documents, codes, sent):
    theirs = sent()
    annotate(theirs, ANNA, documents["plain.txt"], codes["trust"], 0, 7)
    return closed(theirs)


@pytest.fixture
def readings(monkeypatch):
    read, seen = guard.read_project, []
    monkeypatch.setattr(guard, "read_project", lambda path: seen.append(path.name) or read(path))
    yield seen
    operations.forget_preview()


def test_what_the_preview_read_is_not_read_again(project, mailed, readings):
    operations.preview_merge(project, paths=[mailed])
    operations.preview_merge(project, paths=[mailed])
    operations.merge(project, author=MARA.id, paths=[mailed])
    assert readings == ["anna.annotator"]
    operations.merge(project, author=MARA.id, paths=[mailed])
    assert readings == ["anna.annotator"] * 2, "after a merge nothing is kept"


def test_a_file_that_changed_since_the_preview_is_read_anew(project, documents, codes, mailed, readings):
    operations.preview_merge(project, paths=[mailed])
    theirs = operations.open_project(mailed)
    annotate(theirs, ANNA, documents["plain.txt"], codes["trust"], 8, 14)
    operations.close_project(theirs)
    operations.merge(project, author=MARA.id, paths=[mailed])
    assert spans(project) == [(0, 7), (8, 14)]


def test_a_file_damaged_since_the_preview_is_refused(project, mailed, readings):
    operations.preview_merge(project, paths=[mailed])
    mailed.write_bytes(mailed.read_bytes()[:5000])
    with pytest.raises(LockedOrDamaged, match="ends in the middle"):
        operations.merge(project, author=MARA.id, paths=[mailed])
    assert spans(project) == []


def test_work_here_since_the_preview_is_planned_anew(project, documents, codes, mailed):
    before = operations.preview_merge(project, paths=[mailed]).files[0]
    made = annotate(project, MARA, documents["plain.txt"], codes["trust"], 0, 7)
    theirs = operations.send_copy(project, path=mailed.with_name("mara.annotator"))
    preview = operations.preview_merge(project, paths=[mailed, theirs])
    assert preview.files[0] == before
    assert [(each.name, each.already_there) for each in preview.files[1].coders] == [("Mara", 1)]
    assert made.coder == MARA.id


def test_the_same_file_twice_is_taken_once_and_stops_nothing(project, mailed):
    twin = mailed.with_name("again.annotator")
    shutil.copyfile(mailed, twin)
    result = operations.merge(project, author=MARA.id, paths=[mailed, twin, mailed]).value
    assert [(each.name, each.stops) for each in result.preview.refused] == [
        ("again.annotator", False), ("anna.annotator", False),
    ]  # fmt: skip
    assert result.preview.refused[0].sentence == "This is the same file as anna.annotator; it is taken once."
    assert spans(project) == [(0, 7)]


def test_two_files_of_one_name_are_told_apart_by_nobody(project, documents, codes, mailed, sent, tmp_path):
    (tmp_path / "other").mkdir()
    theirs = sent(name="other/anna.annotator")
    annotate(theirs, ANNA, documents["plain.txt"], codes["trust"], 8, 14)
    with pytest.raises(Refused, match="Another file of this name"):
        operations.merge(project, author=MARA.id, paths=[mailed, closed(theirs)])


def test_calling_off_writes_nothing(project, mailed, home):
    def call_off(share):
        if share > 0.65:
            raise KeyboardInterrupt

    digest = operations.info(project).journal_digest
    with pytest.raises(KeyboardInterrupt):
        operations.merge(project, author=MARA.id, paths=[mailed], progress=call_off)
    assert operations.info(project).journal_digest == digest
    assert not list((home / "data").rglob("*.part"))


def test_progress_grows_to_the_whole(project, mailed):
    previewed, merged = [], []
    operations.preview_merge(project, paths=[mailed], progress=previewed.append)
    operations.merge(project, author=MARA.id, paths=[mailed], progress=merged.append)
    for shares in (previewed, merged):
        assert shares == sorted(shares)
        assert shares[-1] == 1.0


def test_workers_and_this_process_bring_the_same(project, mailed, monkeypatch):
    here = merge_reading.read_files(project, [mailed], progress=lambda _: None)
    operations.forget_preview()
    monkeypatch.setattr(guard_pool, "LEAST_BYTES", 0)
    assert merge_reading.read_files(project, [mailed], progress=lambda _: None) == here
    operations.forget_preview()
