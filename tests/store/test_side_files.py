# SPDX-License-Identifier: MIT
from pathlib import Path

import pytest

from annotator.domain import LockedOrDamaged, NotSaved, Refused
from annotator.store.side_files import OpenRecord, set_aside_strangers


@pytest.fixture
def project(tmp_path):
    made = tmp_path / "study.annotator"
    made.write_bytes(b"project")
    return made


def test_a_record_fits_the_very_file_it_was_written_for(project, data):
    record = OpenRecord(data, project)
    assert not record.fits()
    record.write()
    assert record.fits()
    assert OpenRecord(data, project).fits()
    other = project.with_name("other")
    other.write_bytes(b"project")
    other.replace(project)
    assert not record.fits()
    record.remove()
    record.remove()
    assert not record.fits()


@pytest.mark.parametrize("words", ["", "[]", "{", "null", '{"device": "x"}', "\udcff"])
def test_a_broken_record_fits_nothing(project, data, words):
    record = OpenRecord(data, project)
    record.write()
    next((data / "open").iterdir()).write_bytes(words.encode(errors="surrogateescape"))
    assert not record.fits()


@pytest.mark.parametrize("suffix", ["-journal", "-wal", "-shm"])
def test_a_stranger_is_renamed_and_kept(project, data, suffix):
    (data / "open").mkdir(parents=True)
    stranger = project.with_name(project.name + suffix)
    stranger.write_bytes(b"stranger")
    [kept] = set_aside_strangers(project, OpenRecord(data, project))
    assert kept.read_bytes() == b"stranger"
    assert kept.name.startswith(f"study.annotator{suffix}.set-aside-")
    assert not stranger.exists()


def test_a_journal_is_left_alone_where_this_computer_remembers_nothing(project, data):
    journal = project.with_name(project.name + "-journal")
    journal.write_bytes(b"hot, perhaps")
    with pytest.raises(LockedOrDamaged, match="does not remember whether that was here"):
        set_aside_strangers(project, OpenRecord(data, project))
    assert sorted(each.name for each in project.parent.glob("study*")) == ["study.annotator", "study.annotator-journal"]
    (data / "open").mkdir(parents=True)
    assert len(set_aside_strangers(project, OpenRecord(data, project))) == 1


def test_a_stranger_that_cannot_be_moved_is_said(project, data, monkeypatch):
    (data / "open").mkdir(parents=True)

    def refused(self, target):
        raise PermissionError(13, "Permission denied")

    stranger = project.with_name(project.name + "-journal")
    stranger.write_bytes(b"stranger")
    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(Refused, match=r"study\.annotator-journal.*cannot be moved aside"):
        set_aside_strangers(project, OpenRecord(data, project))
    assert stranger.read_bytes() == b"stranger"


def test_a_note_that_cannot_be_left_is_said_and_one_that_cannot_be_taken_away_harms_nobody(project, data):
    data.mkdir(exist_ok=True)
    (data / "open").write_text("in the way")
    with pytest.raises(NotSaved, match="no note of it can be kept"):
        OpenRecord(data, project).write()
    OpenRecord(data, project).remove()


def test_our_own_journal_stays_after_an_interruption(project, data):
    record = OpenRecord(data, project)
    record.write()
    ours = project.with_name(project.name + "-journal")
    ours.write_bytes(b"hot")
    assert set_aside_strangers(project, record) == []
    assert ours.read_bytes() == b"hot"


def test_an_empty_journal_harms_nobody(project, data):
    project.with_name(project.name + "-journal").write_bytes(b"")
    assert set_aside_strangers(project, OpenRecord(data, project)) == []


def test_a_link_is_a_stranger_even_where_we_were_interrupted(project, data, tmp_path):
    record = OpenRecord(data, project)
    record.write()
    project.with_name(project.name + "-journal").symlink_to(tmp_path / "nowhere")
    assert len(set_aside_strangers(project, record)) == 1


def test_a_write_ahead_log_is_a_stranger_even_where_we_were_interrupted(project, data):
    record = OpenRecord(data, project)
    record.write()
    project.with_name(project.name + "-wal").write_bytes(b"wal")
    assert len(set_aside_strangers(project, record)) == 1
