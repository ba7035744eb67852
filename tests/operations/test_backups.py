# SPDX-License-Identifier: MIT
import pytest

from annotator import operations
from annotator.domain import Coder, Refused, new_uuid

LEAD = Coder(new_uuid(), "Lena")


def overview_of(path):
    project = operations.open_project(path)
    try:
        return operations.overview(project)
    finally:
        operations.close_project(project)


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "study.annotator"
    operations.close_project(operations.new_project(made, lead=LEAD))
    return made


@pytest.fixture
def backup(path, home):
    overview = overview_of(path)
    folder = operations.data_folder() / "backups" / overview.project / overview.file
    folder.mkdir(parents=True)
    (folder / "20260101T000000000000Z-before-merge-1.annotator").write_bytes(b"older")
    newest = folder / "20260102T000000000000Z-before-merge-9.annotator"
    newest.write_bytes(path.read_bytes())
    (folder / "20260103T000000000000Z-before-merge-9.annotator.part").write_bytes(b"half")
    return newest


def test_without_a_backup_there_is_none(path):
    assert operations.newest_backup(overview_of(path)) is None


def test_the_newest_whole_one_is_found_and_opened_as_a_copy(path, backup):
    overview = overview_of(path)
    assert operations.newest_backup(overview) == backup
    before = backup.read_bytes()
    place = operations.place_for_backup(backup, beside=path)
    assert (place.parent, place.suffix) == (path.parent, ".annotator")
    assert place.stem.startswith("study (backup 20")
    project = operations.open_backup(backup, path=place)
    assert operations.overview(project).project == overview.project
    operations.close_project(project)
    assert backup.read_bytes() == before
    assert operations.place_for_backup(backup, beside=path).stem == f"{place.stem} 2"


def test_nothing_is_written_over(path, backup):
    with pytest.raises(Refused, match="could not be copied"):
        operations.open_backup(backup, path=path)
