# SPDX-License-Identifier: MIT
import pytest
from store.conftest import CODER, annotation

from annotator.domain import LockedOrDamaged, NotSaved, Refused
from annotator.store import backup, journal, merging, opening, projection, verification

ONE = "01900000-0000-7000-8000-000000000001"


def annotate(file):
    with file.action(author=CODER, verb="annotate") as action:
        return action.write("annotation", ONE, annotation(0, 7))


def test_a_backup_opens_and_holds_all(file, tmp_path, data):
    annotate(file)
    kept = backup.back_up(file, folder=tmp_path / "backups", reason="before merge")
    assert kept.parent == tmp_path / "backups" / file.project_id / file.file_id
    assert kept.name.endswith(f"-before-merge-{len(journal.ids(file.live))}.annotator")
    again = opening.open_file(kept, data_folder=data)
    assert journal.ids(again.live) == journal.ids(file.live)
    assert (again.file_id, again.was_clean) == (file.file_id, True)
    assert list(verification.faults(again)) == []
    opening.close_file(again)


def test_two_backups_in_one_second_are_two(file, tmp_path):
    made = {backup.back_up(file, folder=tmp_path / "backups", reason="x") for _ in range(3)}
    assert len(made) == 3
    assert all(each.exists() for each in made)


def test_a_backup_that_cannot_be_written_is_said(file, tmp_path):
    (tmp_path / "backups").write_text("a file in the place of the folder")
    with pytest.raises(NotSaved, match="No backup could be made"):
        backup.back_up(file, folder=tmp_path / "backups", reason="x")


def test_a_copy_that_does_not_hold_all_is_thrown_away(file, tmp_path, monkeypatch):
    digests = iter(["one", "other"])
    monkeypatch.setattr(journal, "digest", lambda ids: next(digests))
    with pytest.raises(LockedOrDamaged, match="does not hold what the project holds"):
        backup.write_copy(file, tmp_path / "copy.annotator")
    assert not list(tmp_path.glob("copy*"))


def test_a_copy_is_the_same_project_in_a_file_of_its_own(file, tmp_path, data):
    annotate(file)
    backup.write_copy(file, tmp_path / "copy.annotator")
    copy = opening.open_file(tmp_path / "copy.annotator", data_folder=data)
    assert copy.project_id == file.project_id
    assert copy.file_id != file.file_id
    assert journal.ids(copy.live) == journal.ids(file.live)
    opening.close_file(copy)


def test_a_copy_never_goes_over_anything(file, tmp_path):
    (tmp_path / "copy.annotator").write_text("mine")
    with pytest.raises(Refused, match="already something"):
        backup.write_copy(file, tmp_path / "copy.annotator")
    assert (tmp_path / "copy.annotator").read_text() == "mine"


@pytest.mark.parametrize("place", ["nowhere/copy.annotator", "study.annotator/copy.annotator"])
def test_a_copy_that_cannot_be_written_is_said(file, tmp_path, place):
    with pytest.raises((NotSaved, Refused)):
        backup.write_copy(file, tmp_path / place)
    annotate(file)


def test_an_old_part_file_is_no_hindrance_and_none_is_left(file, tmp_path):
    (tmp_path / "copy.annotator.part").write_bytes(b"half a copy")
    backup.write_copy(file, tmp_path / "copy.annotator")
    assert not list(tmp_path.glob("*.part"))


def test_what_is_hidden_here_is_not_hidden_in_a_copy(file, tmp_path, data):
    before = merging.last_arrival(file.live)
    annotate(file)
    with file.transaction():
        merging.withdraw(file, ranges=[(before + 1, before + 1)])
    assert file.live.execute("SELECT count(*) FROM annotation").fetchone() == (0,)
    backup.write_copy(file, tmp_path / "copy.annotator")
    copy = opening.open_file(tmp_path / "copy.annotator", data_folder=data)
    assert copy.live.execute("SELECT count(*) FROM annotation").fetchone() == (1,)
    assert list(verification.faults(copy)) == []
    with copy.transaction():
        projection.rebuild(copy.live, copy.texts)
    opening.close_file(copy)
