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
