# SPDX-License-Identifier: MIT
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.domain import NotSaved, Refused
from annotator.exchange.outgoing_members import write_members

MEMBERS = {"a/b.txt": b"one", "c.txt": (b"t", b"wo")}


def test_a_folder_that_is_new_or_empty_is_filled(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("new", "empty", "deep/er"):
        write_members(tmp_path / name, MEMBERS)
        assert (tmp_path / name / "a" / "b.txt").read_bytes() == b"one"
        assert (tmp_path / name / "c.txt").read_bytes() == b"two"
    assert not list(tmp_path.rglob("*.part"))


def test_a_name_that_ends_in_zip_is_a_container(tmp_path: Path) -> None:
    write_members(tmp_path / "x.ZIP", MEMBERS)
    with zipfile.ZipFile(tmp_path / "x.ZIP") as archive:
        assert archive.namelist() == ["a/b.txt", "c.txt"]
        assert archive.read("c.txt") == b"two"


@pytest.mark.parametrize("occupied", ["folder", "file"])
def test_nothing_is_mixed_with_what_is_there(tmp_path: Path, occupied: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "mine").write_bytes(b"x")
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(Refused, match="new or an empty folder"):
        write_members(tmp_path / occupied, MEMBERS)
    assert (tmp_path / "folder" / "mine").read_bytes() == b"x"


def test_a_failure_leaves_nothing(tmp_path: Path) -> None:
    def failing() -> Iterator[bytes]:
        yield b"x"
        raise KeyError("bug")

    with pytest.raises(KeyError):
        write_members(tmp_path / "new", {"a.txt": b"a", "b.txt": failing()})
    with pytest.raises(ValueError, match="no name for a member"):
        write_members(tmp_path / "new", {"../a.txt": b"a"})
    assert list(tmp_path.iterdir()) == []


def test_what_the_disk_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotSaved):
        write_members(tmp_path / "file" / "new", MEMBERS)
