# SPDX-License-Identifier: MIT
"""Writing a coder's file: made of what is given, looked at as its receiver will, or not there at all."""

import os

import pytest
from store.conftest import CODER, DOCUMENT, TEXT

from annotator.domain import CoderId, KnownError, NotSaved
from annotator.store import guard, handing_out, journal
from annotator.store.handing_out import Contents, put_in_place, write_coder_file


@pytest.fixture
def contents(file):
    return Contents(file.project_id, CoderId(CODER), "main", journal.changes_of(file.live, DOCUMENT), [TEXT])


def test_it_holds_what_was_given_and_nothing_else(contents, file, tmp_path):
    part = tmp_path / "part"
    write_coder_file(contents, part)
    read = guard.read_project(part)
    assert list(read.changes) == contents.changes
    assert list(read.texts.values()) == [TEXT]
    assert (read.project, read.sender, read.coder_round) == (file.project_id, CODER, "main")
    assert read.file != file.file_id


def test_nothing_is_left_where_it_cannot_be_written(contents, tmp_path):
    part = tmp_path / "part"
    part.mkdir()
    with pytest.raises((NotSaved, KnownError)):
        write_coder_file(contents, part / "missing" / "part")
    assert os.listdir(part) == []


def test_a_file_that_does_not_hold_what_was_chosen_is_thrown_away(contents, tmp_path, monkeypatch):
    monkeypatch.setattr(handing_out.journal, "insert_many", lambda connection, changes: None)
    with pytest.raises(KnownError, match="does not hold what was chosen"):
        write_coder_file(contents, tmp_path / "part")
    assert not (tmp_path / "part").exists()


def test_it_gets_its_name_last(contents, tmp_path):
    part, target = tmp_path / "part", tmp_path / "anna.annotator"
    write_coder_file(contents, part)
    put_in_place(part, target)
    assert (part.exists(), target.exists()) == (False, True)


def test_what_a_hand_out_cut_off_has_left_is_swept_away_and_nothing_else(tmp_path):
    part, draft = f".annotator-{'0' * 8}-0000-7000-8000-{'0' * 12}.part", ".annotator-x_a8b2cd"
    for folder in ("long ago", "just now"):
        (tmp_path / folder / draft).mkdir(parents=True)
        (tmp_path / folder / draft / "draft.annotator").touch()
        for name in (part, ".annotator-notes of mine.txt", "study.annotator"):
            (tmp_path / folder / name).touch()
        for each in (tmp_path / folder).iterdir():
            if folder == "long ago":
                os.utime(each, (1_000_000_000, 1_000_000_000))
        handing_out.sweep(tmp_path / folder)
    assert sorted(os.listdir(tmp_path / "long ago")) == [".annotator-notes of mine.txt", "study.annotator"]
    assert len(os.listdir(tmp_path / "just now")) == 4
